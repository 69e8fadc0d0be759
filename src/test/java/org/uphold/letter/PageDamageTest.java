package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.source.Limits;
import org.uphold.source.Problem;
import org.uphold.source.Reading;

/**
 * Each sample letter as a PDF, with each of its pages removed, doubled, turned into a picture or swapped with the next: what is
 * read is right or carries a problem.
 */
class PageDamageTest {

    private static final Path SAMPLES = Path.of("src/samples/letters");
    private static final int LINES_OF_A_PAGE = 34;
    private static final int WIDTH = 96;

    /**
     * Pages without a number that leave no sign when they are gone: one between the heading of an item and the blocks of another of the
     * same outcome; the second of two, behind an item that is whole, where one page alone does not tell how long a page is.
     */
    private static final List<String> WITHOUT_A_SIGN = List.of("cm14-0900377.txt page 2", "cm15-0044127.txt page 4");

    private enum Damage {
        REMOVED,
        DOUBLED,
        PICTURED,
        SWAPPED
    }

    private static final class Score {
        int right;
        int told;
        final List<String> silent = new ArrayList<>();
    }

    /** Tests write with fonts that PDFBox would otherwise look for on this machine. */
    @BeforeAll
    static void fonts() {
        PdfFonts.install();
    }

    @ParameterizedTest(name = "pages numbered: {0}")
    @ValueSource(booleans = {true, false})
    void no_damage_to_a_page_is_read_wrong_in_silence(boolean numbered) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(SAMPLES)) {
            files = list.sorted().toList();
        }
        for (Damage damage : Damage.values()) {
            Score score = new Score();
            for (Path file : files) {
                damage(file, damage, numbered, score);
            }
            System.out.printf(
                    "pages %s, %s: %d right, %d with a problem, %d wrong in silence%n",
                    damage, numbered ? "numbered" : "not numbered", score.right, score.told, score.silent.size());
            assertThat(score.told).as(damage.toString()).isPositive();
            assertThat(score.silent)
                    .as(damage.toString())
                    .containsExactlyElementsOf(!numbered && damage == Damage.REMOVED ? WITHOUT_A_SIGN : List.of());
        }
    }

    private static void damage(Path file, Damage damage, boolean numbered, Score score) throws IOException {
        List<List<String>> pages = pages(file);
        Reading whole = read(pdf(pages, order(pages.size()), -1, numbered));
        int last = damage == Damage.SWAPPED ? pages.size() - 1 : pages.size();
        for (int page = 0; page < last && pages.size() > 1; page++) {
            List<Integer> order = order(pages.size());
            switch (damage) {
                case REMOVED -> order.remove(page);
                case DOUBLED -> order.add(page, page);
                case SWAPPED -> Collections.swap(order, page, page + 1);
                case PICTURED -> {}
            }
            Reading reading = read(pdf(pages, order, damage == Damage.PICTURED ? page : -1, numbered));
            if (isTold(whole, reading)) {
                score.told++;
            } else if (isSame(whole, reading)) {
                score.right++;
            } else {
                score.silent.add(file.getFileName() + " page " + (page + 1));
            }
        }
    }

    private static boolean isTold(Reading whole, Reading reading) {
        if (!(reading instanceof Reading.Accepted accepted) || !(whole instanceof Reading.Accepted before)) {
            return reading instanceof Reading.Rejected;
        }
        List<String> known =
                before.problems().stream().map(PageDamageTest::kind).toList();
        return accepted.problems().stream().map(PageDamageTest::kind).anyMatch(k -> !known.contains(k));
    }

    private static String kind(Problem problem) {
        return problem.code() + problem.message();
    }

    private static boolean isSame(Reading whole, Reading reading) {
        return whole instanceof Reading.Accepted one
                && reading instanceof Reading.Accepted other
                && one.determination().items().equals(other.determination().items())
                && one.determination().dates().equals(other.determination().dates())
                && one.determination().reviewer().equals(other.determination().reviewer());
    }

    private static Reading read(byte[] bytes) {
        return new LetterReader(Limits.DEFAULT).read(new BytesFile("letter", bytes));
    }

    private static List<Integer> order(int pages) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            order.add(i);
        }
        return order;
    }

    private static List<List<String>> pages(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : text(file).split("\\R|\f")) {
            if (line.matches("(?i).*page \\d+ of \\d+.*")) {
                continue;
            }
            String rest = line.replaceAll("[^\\x20-\\x7e]", "-").stripTrailing();
            while (rest.length() > WIDTH) {
                int cut = Math.max(1, rest.lastIndexOf(' ', WIDTH));
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut).strip();
            }
            lines.add(rest);
        }
        List<List<String>> pages = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += LINES_OF_A_PAGE) {
            pages.add(lines.subList(from, Math.min(lines.size(), from + LINES_OF_A_PAGE)));
        }
        return pages;
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!PdfText.isPdf(bytes)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            StringBuilder out = new StringBuilder();
            for (TextLine line : PdfText.read(bytes, Limits.DEFAULT).drawn().lines()) {
                out.append(line.gap() == Gap.BLANK ? "\n" : "")
                        .append(line.text())
                        .append('\n');
            }
            return out.toString();
        } catch (LetterFailure e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pdf(List<List<String>> pages, List<Integer> order, int pictured, boolean numbered)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            PDImageXObject picture = null;
            for (int index : order) {
                PDPage page = new PDPage(PDRectangle.LETTER);
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    if (index == pictured) {
                        picture = picture(document, picture);
                        out.drawImage(picture, 0, 0, 612, 792);
                        continue;
                    }
                    float y = 740;
                    for (String line : pages.get(index)) {
                        show(out, font, y, line);
                        y -= 14;
                    }
                    if (numbered) {
                        show(out, font, 40, "Page " + (index + 1) + " of " + pages.size());
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PDImageXObject picture(PDDocument document, @Nullable PDImageXObject known) throws IOException {
        return known != null
                ? known
                : LosslessFactory.createFromImage(document, new BufferedImage(17, 22, BufferedImage.TYPE_INT_RGB));
    }

    private static void show(PDPageContentStream out, PDFont font, float y, String line) throws IOException {
        if (!line.isBlank()) {
            out.beginText();
            out.setFont(font, 10);
            out.newLineAtOffset(64, y);
            out.showText(line);
            out.endText();
        }
    }
}
