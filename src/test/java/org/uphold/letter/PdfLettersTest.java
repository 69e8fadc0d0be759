package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.CREDENTIALS;
import static org.uphold.letter.Invented.ISSUES;
import static org.uphold.letter.Invented.SUMMARY;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.uphold.determination.Determination;
import org.uphold.source.Limits;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

class PdfLettersTest {

    private static final String LETTER = letter(item("Heat lamp: Upheld") + item("Ice pack\nfor the knee: Overturned"));

    /** Writes lines on pages of 40 lines. */
    private static final class Paper implements AutoCloseable {

        final PDDocument document = new PDDocument();
        final PDFont font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);

        Paper text(String text, int rotation) throws IOException {
            List<String> lines = text.lines().toList();
            for (int from = 0; from < lines.size(); from += 40) {
                PDPage page = new PDPage(PDRectangle.LETTER);
                page.setRotation(rotation);
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    out.beginText();
                    out.setFont(font, 11);
                    if (rotation == 90) {
                        out.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 60, 60));
                    } else if (rotation == 180) {
                        out.setTextMatrix(Matrix.getRotateInstance(Math.PI, 560, 60));
                    } else if (rotation == 270) {
                        out.setTextMatrix(Matrix.getRotateInstance(-Math.PI / 2, 550, 740));
                    } else {
                        out.newLineAtOffset(60, 740);
                    }
                    for (String line : lines.subList(from, Math.min(lines.size(), from + 40))) {
                        out.showText(line);
                        out.newLineAtOffset(0, -14);
                    }
                    out.endText();
                }
            }
            return this;
        }

        /** One line at a place of a page. */
        Paper at(PDPage page, float x, float y, String line) throws IOException {
            try (PDPageContentStream out =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                out.beginText();
                out.setFont(font, 11);
                out.newLineAtOffset(x, y);
                out.showText(line);
                out.endText();
            }
            return this;
        }

        byte[] bytes() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }

        @Override
        public void close() throws IOException {
            document.close();
        }
    }

    /** Tests write with fonts that PDFBox would otherwise look for on this machine. */
    @BeforeAll
    static void fonts() {
        PdfFonts.install();
    }

    private static Reading read(byte[] bytes) {
        return new LetterReader(Limits.DEFAULT).read(new BytesFile("letter", bytes));
    }

    private static Determination accepted(byte[] bytes) {
        Reading reading = read(bytes);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).determination();
    }

    private static ProblemCode rejected(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Rejected.class);
        return ((Reading.Rejected) reading).problem().code();
    }

    private static byte[] pdf(String text, int rotation) throws IOException {
        try (Paper paper = new Paper().text(text, rotation)) {
            return paper.bytes();
        }
    }

    @Test
    void a_pdf_reads_like_its_text_whatever_its_name_and_which_way_it_is_turned() throws IOException {
        Determination text = Invented.read(LETTER);
        for (int rotation : new int[] {0, 90, 180, 270}) {
            assertThat(accepted(pdf(LETTER, rotation)))
                    .as("rotated by " + rotation)
                    .isEqualTo(text);
        }
    }

    @Test
    void places_in_a_pdf_are_told_by_page() throws IOException {
        Reading.Accepted accepted = (Reading.Accepted) read(pdf(LETTER, 0));
        assertThat(accepted.evidence().get("case_number")).hasToString("page 1, character 14");
    }

    @Test
    void an_item_torn_by_a_page_break_is_whole() throws IOException {
        String filler = "The lamp was lit at noon.\n".repeat(60);
        Determination d = accepted(pdf(letter(item("Heat lamp: Upheld") + filler + item("Ice pack: Overturned")), 0));
        assertThat(d.items()).extracting(i -> i.service()).containsExactly("Heat lamp", "Ice pack");
    }

    @Test
    void a_header_table_is_read_across_or_down_its_columns() throws IOException {
        String[] labels = {"Case Number:", "Decision Date:", "Priority:"};
        String[] values = {"CM16-0999001", "03/18/2016", "Standard"};
        for (boolean across : new boolean[] {true, false}) {
            try (Paper paper = new Paper()) {
                PDPage page = new PDPage(PDRectangle.LETTER);
                paper.document.addPage(page);
                for (int i = 0; i < 6; i++) {
                    int row = across ? i / 2 : i % 3;
                    boolean label = across ? i % 2 == 0 : i < 3;
                    paper.at(page, label ? 60 : 200, 740 - 14 * row, label ? labels[row] : values[row]);
                }
                paper.text(CREDENTIALS + SUMMARY + ISSUES + item("Heat lamp: Upheld"), 0);
                Determination d = accepted(paper.bytes());
                assertThat(d.caseNumber()).isEqualTo("CM16-0999001");
                assertThat(String.valueOf(d.dates().decision())).contains("month=3");
                assertThat(String.valueOf(d.priority())).isEqualTo("STANDARD");
            }
        }
    }

    @Test
    void lines_drawn_in_no_order_are_read_by_their_place() throws IOException {
        List<String> lines = LETTER.lines().toList();
        try (Paper paper = new Paper()) {
            PDPage page = new PDPage(PDRectangle.LETTER);
            paper.document.addPage(page);
            for (int i = lines.size() - 1; i >= 0; i--) {
                paper.at(page, 60, 740 - 14 * i, lines.get(i));
            }
            assertThat(accepted(paper.bytes())).isEqualTo(Invented.read(LETTER));
        }
    }

    @Test
    void a_line_drawn_twice_to_look_bold_is_one_line() throws IOException {
        List<String> lines = LETTER.lines().toList();
        try (Paper paper = new Paper()) {
            PDPage page = new PDPage(PDRectangle.LETTER);
            paper.document.addPage(page);
            for (int i = 0; i < lines.size(); i++) {
                paper.at(page, 60, 740 - 14 * i, lines.get(i)).at(page, 60.4f, 740 - 14 * i, lines.get(i));
            }
            assertThat(accepted(paper.bytes())).isEqualTo(Invented.read(LETTER));
        }
    }

    @Test
    void a_publishers_protection_against_copying_does_not_keep_a_public_record_from_being_read() throws IOException {
        try (Paper paper = new Paper().text(LETTER, 0)) {
            AccessPermission permission = new AccessPermission();
            permission.setCanExtractContent(false);
            paper.document.protect(new StandardProtectionPolicy("owner", "", permission));
            assertThat(accepted(paper.bytes())).isEqualTo(Invented.read(LETTER));
        }
    }

    @Test
    void a_pdf_that_needs_a_password_is_rejected() throws IOException {
        try (Paper paper = new Paper().text(LETTER, 0)) {
            paper.document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            assertThat(rejected(read(paper.bytes()))).isEqualTo(ProblemCode.ENCRYPTED_PDF);
        }
    }

    @Test
    void a_scan_without_text_is_rejected_as_such() throws IOException {
        try (Paper paper = new Paper()) {
            PDPage page = new PDPage();
            paper.document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(paper.document, page)) {
                BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
                out.drawImage(LosslessFactory.createFromImage(paper.document, image), 10, 10);
            }
            assertThat(rejected(read(paper.bytes()))).isEqualTo(ProblemCode.NO_TEXT);
        }
    }

    @Test
    void a_damaged_cross_reference_table_is_repaired() throws IOException {
        byte[] bytes = pdf(LETTER, 0);
        String raw = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        int start = raw.lastIndexOf("startxref");
        byte[] broken = (raw.substring(0, start) + "startxref\n7\n%%EOF\n")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(accepted(broken)).isEqualTo(Invented.read(LETTER));
    }

    @Test
    void a_truncated_pdf_is_one_rejection_or_reading_and_never_an_exception() throws IOException {
        byte[] bytes = pdf(LETTER, 0);
        assertThat(rejected(read(Arrays.copyOf(bytes, 400)))).isIn(ProblemCode.DAMAGED_PDF, ProblemCode.NO_TEXT);
        for (int end = 0; end < bytes.length; end += 97) {
            assertThat(read(Arrays.copyOf(bytes, end))).isNotNull();
        }
    }

    @Test
    void limits_on_bytes_pages_characters_and_time_hold() throws IOException {
        byte[] bytes = pdf(LETTER + "The lamp was lit.\n".repeat(100), 0);
        Limits d = Limits.DEFAULT;
        assertThat(rejected(read(bytes, new Limits(1000, d.pages(), d.characters(), d.time(), 1, 1, 1))))
                .isEqualTo(ProblemCode.TOO_LARGE);
        assertThat(rejected(read(bytes, new Limits(d.letterBytes(), 1, d.characters(), d.time(), 1, 1, 1))))
                .isEqualTo(ProblemCode.TOO_LARGE);
        assertThat(rejected(read(bytes, new Limits(d.letterBytes(), d.pages(), 500, d.time(), 1, 1, 1))))
                .isEqualTo(ProblemCode.TOO_LARGE);
        // All of its hundreds of pages are to be read, so that no pause of this thread lets it be over in no time.
        byte[] many = pdf(LETTER + "The lamp was lit.\n".repeat(10_000), 0);
        assertThat(rejected(
                        read(many, new Limits(d.letterBytes(), 100_000, 100_000_000, Duration.ofNanos(1), 1, 1, 1))))
                .isEqualTo(ProblemCode.TOO_SLOW);
    }

    private static Reading read(byte[] bytes, Limits limits) {
        return new LetterReader(limits).read(new BytesFile("letter", bytes));
    }

    @Test
    void a_page_that_unpacks_to_far_more_than_its_size_is_rejected() throws IOException {
        try (Paper paper = new Paper()) {
            PDPage page = new PDPage();
            paper.document.addPage(page);
            PDStream stream = new PDStream(paper.document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] blanks = new byte[1 << 20];
                Arrays.fill(blanks, (byte) ' ');
                for (int i = 0; i < 80; i++) {
                    out.write(blanks);
                }
            }
            page.setContents(stream);
            assertThat(rejected(read(paper.bytes()))).isEqualTo(ProblemCode.TOO_LARGE);
        }
    }

    @Test
    void reading_leaves_no_thread_that_keeps_a_program_alive() throws IOException {
        read(pdf(LETTER, 0));
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(t -> t.getName().toLowerCase(Locale.ROOT).startsWith("uphold-letter"))
                .allMatch(Thread::isDaemon);
    }
}
