package org.uphold.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * Writes a part of the sample letters that ship, as text and as PDF; the others were written by hand. Persons, firms, numbers
 * and stories are invented, form sentences are those of the layouts. The bytes are always the same.
 *
 * <pre>
 * javac -d target/bench -cp 'target/uphold/lib/*' src/bench/java/org/uphold/bench/Sample*.java
 * java -cp 'target/bench:target/uphold/lib/*' org.uphold.bench.SampleLetters src/samples/letters
 * </pre>
 */
public final class SampleLetters {

    private static final int WIDTH = 96;
    private static final int LINES_OF_A_PAGE = 52;

    private SampleLetters() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        for (SampleCase letter : SampleCase.all()) {
            List<String> lines = wrapped(letter.text());
            Path file = folder.resolve(letter.number().toLowerCase(Locale.ROOT) + (letter.pdf() ? ".pdf" : ".txt"));
            if (letter.pdf()) {
                pdf(file, lines, letter);
            } else {
                Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
            }
        }
    }

    static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() > 0 ? " " : "").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    static void pdf(Path file, List<String> lines, SampleCase letter) throws IOException {
        PDType1Font plain = new PDType1Font(FontName.HELVETICA);
        PDType1Font bold = new PDType1Font(FontName.HELVETICA_BOLD);
        try (PDDocument document = new PDDocument()) {
            // Otherwise the clock goes into the file.
            document.setDocumentId((long) letter.number().hashCode());
            int pages = (lines.size() + LINES_OF_A_PAGE - 1) / LINES_OF_A_PAGE;
            for (int page = 0; page < pages; page++) {
                PDPage sheet = new PDPage(PDRectangle.LETTER);
                document.addPage(sheet);
                List<String> here =
                        lines.subList(page * LINES_OF_A_PAGE, Math.min(lines.size(), (page + 1) * LINES_OF_A_PAGE));
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    float y = 730;
                    for (String line : here) {
                        show(content, line.equals(line.toUpperCase(Locale.ROOT)) ? bold : plain, y, line);
                        y -= 12.5f;
                    }
                    if (letter.hasFooters()) {
                        show(content, plain, 50, "Page " + (page + 1) + " of " + pages);
                        show(content, plain, 38, "Final Determination Letter for IMR Case Number " + letter.number());
                    }
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                document.save(out);
            }
        }
    }

    private static void show(PDPageContentStream content, PDType1Font font, float y, String line) throws IOException {
        if (!line.isBlank()) {
            content.beginText();
            content.setFont(font, 10);
            content.newLineAtOffset(64, y);
            content.showText(line);
            content.endText();
        }
    }
}
