package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.source.Limits;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

/** Of a PDF, what a viewer shows is read, in its place; what it does not show is not read, and told. */
class ShownTextTest {

    private static final Path ARRIVALS = Path.of("../shared/data/arrivals");
    private static final String LETTER = letter(item("Heat lamp: Upheld"));
    private static final String SECOND = item("Ice pack: Overturned");
    /** Around the second item, whose lines stand between 150 and 210 points above the foot. */
    private static final String BOX = "50 150 500 70 re f ";

    /** One page with the letter, and its second item between two pieces of instructions. */
    private static final class Sheet implements AutoCloseable {

        final PDDocument document = new PDDocument();
        final PDPage page = new PDPage(PDRectangle.LETTER);
        final COSDictionary off = group("off");
        final COSDictionary on = group("on");

        Sheet(String first, String before, String after) throws IOException {
            document.addPage(page);
            PDResources resources = new PDResources();
            page.setResources(resources);
            resources.put(COSName.getPDFName("F1"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            resources.put(
                    COSName.getPDFName("Im"),
                    LosslessFactory.createFromImage(document, new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB)));
            PDExtendedGraphicsState clear = new PDExtendedGraphicsState();
            clear.setNonStrokingAlphaConstant(0f);
            resources.put(COSName.getPDFName("Clear"), clear);
            PDExtendedGraphicsState marker = new PDExtendedGraphicsState();
            marker.setBlendMode(BlendMode.MULTIPLY);
            resources.put(COSName.getPDFName("Marker"), marker);
            layers(resources);
            COSStream form = document.getDocument().createCOSStream();
            try (OutputStream out = form.createOutputStream()) {
                out.write(text(SECOND, 200).getBytes(StandardCharsets.ISO_8859_1));
            }
            form.setItem(COSName.TYPE, COSName.XOBJECT);
            form.setItem(COSName.SUBTYPE, COSName.FORM);
            form.setItem(COSName.BBOX, PDRectangle.LETTER.getCOSArray());
            form.setItem(COSName.OC, off);
            form.setItem(COSName.RESOURCES, resources.getCOSObject());
            ((COSDictionary) resources.getCOSObject().getDictionaryObject(COSName.XOBJECT))
                    .setItem(COSName.getPDFName("Fm"), form);
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream()) {
                out.write(
                        (first + text(LETTER, 740) + before + (before.contains("Fm") ? "" : text(SECOND, 200)) + after)
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
            page.setContents(stream);
        }

        private static COSDictionary group(String name) {
            COSDictionary group = new COSDictionary();
            group.setItem(COSName.TYPE, COSName.getPDFName("OCG"));
            group.setString(COSName.NAME, name);
            return group;
        }

        private void layers(PDResources resources) {
            COSArray both = new COSArray(List.of(off, on));
            COSDictionary rule = new COSDictionary();
            rule.setItem(COSName.TYPE, COSName.getPDFName("OCMD"));
            rule.setItem(COSName.getPDFName("OCGs"), both);
            rule.setName(COSName.P, "AllOn");
            COSDictionary not = new COSDictionary();
            not.setItem(COSName.TYPE, COSName.getPDFName("OCMD"));
            not.setItem(COSName.getPDFName("VE"), new COSArray(List.of(COSName.getPDFName("Not"), on)));
            COSDictionary properties = new COSDictionary();
            properties.setItem(COSName.getPDFName("off"), off);
            properties.setItem(COSName.getPDFName("on"), on);
            properties.setItem(COSName.getPDFName("rule"), rule);
            properties.setItem(COSName.getPDFName("not"), not);
            resources.getCOSObject().setItem(COSName.getPDFName("Properties"), properties);
            COSDictionary defaults = new COSDictionary();
            defaults.setName(COSName.getPDFName("BaseState"), "OFF");
            defaults.setItem(COSName.getPDFName("ON"), new COSArray(List.of(on)));
            COSDictionary all = new COSDictionary();
            all.setItem(COSName.getPDFName("OCGs"), both);
            all.setItem(COSName.D, defaults);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("OCProperties"), all);
        }

        Reading.Accepted read() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return accepted(out.toByteArray());
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

    private static String text(String text, int y) {
        StringBuilder out = new StringBuilder("BT /F1 10 Tf 13 TL 60 " + y + " Td\n");
        text.lines()
                .forEach(line -> out.append('(')
                        .append(line.replace("(", "\\(").replace(")", "\\)"))
                        .append(") Tj T*\n"));
        return out.append("ET\n").toString();
    }

    private static Reading.Accepted accepted(byte[] bytes) {
        Reading reading = read(bytes);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return (Reading.Accepted) reading;
    }

    private static Reading read(byte[] bytes) {
        return new LetterReader(Limits.DEFAULT).read(new BytesFile("letter", bytes));
    }

    private static List<String> items(Reading.Accepted reading) {
        return reading.determination().items().stream()
                .map(i -> i.service() + "|" + i.outcome())
                .toList();
    }

    private static List<ProblemCode> problems(Reading.Accepted reading) {
        return reading.problems().stream().map(Problem::code).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            no ink, , 3 Tr, 0 Tr
            white on white, , 1 g, 0 g
            nearly white, , 0.99 g, 0 g
            no colour in four, , 0 0 0 0 k, 0 g
            a white colour of a space, , /DeviceRGB cs 1 1 1 sc, 0 g
            black on black, 0 g BOX, 0 g, 0 g
            transparent, , q /Clear gs, Q
            under a white box, , q, Q 1 g BOX
            under a black box, , q, Q 0 g BOX
            under a box drawn as lines, , q, Q 1 g 40 140 m 560 140 l 560 230 l 40 230 l h f
            under a wide stroke, , q, Q 90 w 1 G 40 185 m 560 185 l S
            under a picture, , q, Q q 520 0 0 80 50 145 cm /Im Do Q
            clipped away, , q 0 0 50 50 re W n, Q
            off the page, , q 1 0 0 1 700 0 cm, Q
            too small to see, , q 0.05 0 0 0.05 60 100 cm, Q
            in a layer that is off, , /OC /off BDC, EMC
            in a layer within one that is off, , /OC /off BDC /OC /on BDC, EMC EMC
            where all of two layers should be on, , /OC /rule BDC, EMC
            where a layer should not be on, , /OC /not BDC, EMC
            """)
    void text_that_a_viewer_does_not_show_is_not_read_and_told(String how, String first, String before, String after)
            throws IOException {
        try (Sheet sheet = new Sheet(drawing(first), drawing(before), drawing(after))) {
            Reading.Accepted reading = sheet.read();
            assertThat(items(reading)).as(how).containsExactly("Heat lamp|UPHELD");
            assertThat(problems(reading)).as(how).containsExactly(ProblemCode.HIDDEN_TEXT);
            assertThat(reading.problems().get(0).where()).as(how).hasToString("page 1");
        }
    }

    private static String drawing(String instructions) {
        return instructions == null ? "" : instructions.replace("BOX", BOX) + "\n";
    }

    @Test
    void a_form_in_a_layer_that_is_off_is_not_drawn() throws IOException {
        try (Sheet sheet = new Sheet("", "/Fm Do ", "")) {
            assertThat(items(sheet.read())).containsExactly("Heat lamp|UPHELD");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            on a grey ground, 0.875 g BOX, 0 g, 0 g
            white on black, 0 g BOX, 1 g, 0 g
            marked with yellow, , q, Q /Marker gs 1 1 0 rg BOX
            struck by a thin line, , q, Q 0 g 50 190 500 0.7 re f
            within a frame that is filled, , q, Q 0 g 40 130 530 110 re 45 135 520 100 re f*
            under a box that a clip keeps away, , q, Q q 0 0 9 9 re W n 1 g BOX Q
            in a layer that is on, , /OC /on BDC, EMC
            with other words beside it, , /Span <</ActualText (Ice pack: Upheld)>> BDC, EMC
            grey, , 0.4 g, 0 g
            coloured, , 0.8 0.1 0.1 rg, 0 g
            """)
    void text_that_a_viewer_shows_is_read_as_it_is_drawn(String how, String first, String before, String after)
            throws IOException {
        try (Sheet sheet = new Sheet(drawing(first), drawing(before), drawing(after))) {
            Reading.Accepted reading = sheet.read();
            assertThat(items(reading)).as(how).containsExactly("Heat lamp|UPHELD", "Ice pack|OVERTURNED");
            assertThat(problems(reading)).as(how).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"612 0 0 792 0 0 cm /Im Do Q 3 Tr,", "1 0 0 1 0 0 cm Q, q 612 0 0 792 0 0 cm /Im Do Q"})
    void a_scanned_page_is_read_by_the_text_that_was_recognised_in_it_and_told(String below, String above)
            throws IOException {
        try (Sheet sheet = new Sheet("q " + below + "\n", "", above == null ? "" : above)) {
            Reading.Accepted reading = sheet.read();
            assertThat(items(reading)).containsExactly("Heat lamp|UPHELD", "Ice pack|OVERTURNED");
            assertThat(problems(reading)).containsExactly(ProblemCode.RECOGNISED_TEXT);
        }
    }

    /** Two letters on one sheet, each drawn for itself or both line by line. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_letters_side_by_side_are_rejected_and_one_on_two_halves_is_read(boolean byLine) throws IOException {
        String other = LETTER.replace("CM16-0999001", "CM16-0999002").replace("Heat lamp", "Ice pack");
        assertThat(read(halves(LETTER, other, byLine)))
                .isInstanceOfSatisfying(
                        Reading.Rejected.class,
                        r -> assertThat(r.problem().code()).isEqualTo(ProblemCode.SEVERAL_LETTERS));
        String more = (SECOND + SECOND + SECOND).replaceFirst("Ice", "Nice");
        Reading whole = read(halves(LETTER, more, byLine));
        assertThat(items((Reading.Accepted) whole))
                .containsExactly(
                        "Heat lamp|UPHELD", "Nice pack|OVERTURNED", "Ice pack|OVERTURNED", "Ice pack|OVERTURNED");
    }

    private static byte[] halves(String left, String right, boolean byLine) throws IOException {
        List<String> one = left.lines().toList();
        List<String> two = right.lines().toList();
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (int i = 0; i < Math.max(one.size(), two.size()); i++) {
            StringBuilder into = byLine ? first : second;
            first.append(i < one.size() ? line(one.get(i), 30, 560 - 13 * i) : "");
            into.append(i < two.size() ? line(two.get(i), 430, 560 - 13 * i) : "");
        }
        try (Sheet sheet = new Sheet("", "", "")) {
            sheet.page.setMediaBox(new PDRectangle(792, 612));
            PDStream stream = new PDStream(sheet.document);
            try (OutputStream out = stream.createOutputStream()) {
                out.write((first + second.toString()).getBytes(StandardCharsets.ISO_8859_1));
            }
            sheet.page.setContents(stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            sheet.document.save(out);
            return out.toByteArray();
        }
    }

    private static String line(String line, int x, int y) {
        return text(line, y).replace("60 " + y, x + " " + y).replace("/F1 10 Tf", "/F1 7 Tf");
    }

    @Test
    void a_stamp_is_a_problem_and_one_that_is_hidden_is_none() throws IOException {
        for (boolean hidden : new boolean[] {false, true}) {
            try (Sheet sheet = new Sheet("", "", "")) {
                PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
                stamp.setRectangle(new PDRectangle(300, 300, 100, 40));
                stamp.setHidden(hidden);
                sheet.page.getAnnotations().add(stamp);
                sheet.page.setAnnotations(List.of(stamp));
                assertThat(problems(sheet.read()))
                        .containsExactlyElementsOf(hidden ? List.of() : List.of(ProblemCode.ANNOTATION));
            }
        }
    }

    @Test
    void a_field_without_a_drawing_is_read_by_its_value_and_one_to_tick_is_a_problem() throws IOException {
        try (Sheet sheet = new Sheet("", "q 0 0 9 9 re W n ", "Q ")) {
            PDAnnotationWidget field = new PDAnnotationWidget();
            field.setRectangle(new PDRectangle(60, 390, 300, 12));
            field.getCOSObject().setItem(COSName.FT, COSName.TX);
            field.getCOSObject().setItem(COSName.V, new COSString("A filled field."));
            PDAnnotationWidget box = new PDAnnotationWidget();
            box.setRectangle(new PDRectangle(60, 300, 12, 12));
            box.getCOSObject().setItem(COSName.FT, COSName.BTN);
            sheet.page.setAnnotations(List.of(field, box));
            assertThat(problems(sheet.read())).contains(ProblemCode.FORM_FIELD);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "03-scanned-page/whole.pdf, 5,",
        "03-scanned-page/middle.pdf, 2, PAGE_WITHOUT_TEXT page 2",
        "03-scanned-page/last.pdf, 1, PAGE_WITHOUT_TEXT page 2",
        "03-scanned-page/page-missing.pdf, 2, PAGES page 2",
        "05-hidden-layer/off-layer.pdf, 1, HIDDEN_TEXT page 1",
        "05-hidden-layer/outside-crop.pdf, 1, HIDDEN_TEXT page 1",
        "08-form-fields/all-fields.pdf, 1,",
        "08-form-fields/outcome-field.pdf, 1,",
        "09-annotation/freetext-correction.pdf, 1, ANNOTATION page 1",
        "26-pages/page-missing.pdf, 2, PAGES page 2",
        "26-pages/page-twice.pdf, 4, PAGES page 3"
    })
    void what_arrives_is_read_as_a_viewer_shows_it(String name, int items, String problem) throws IOException {
        assumeTrue(Files.isDirectory(ARRIVALS), "the arrivals are not beside this project");
        Reading.Accepted reading = accepted(Files.readAllBytes(ARRIVALS.resolve(name)));
        assertThat(reading.determination().items()).hasSize(items);
        if (problem == null) {
            assertThat(reading.problems()).isEmpty();
        } else {
            assertThat(reading.problems())
                    .anyMatch(p -> (p.code() + " page " + p.where().page()).equals(problem));
        }
    }
}
