package org.uphold.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.uphold.source.Limits;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;

/**
 * The text of a PDF. The publisher's letters are encrypted with an empty owner password and flagged against copying; they
 * are public records and are read all the same.
 */
final class PdfText {

    /** Lines further apart than this many times the usual distance have a paragraph between them. */
    private static final double PARAGRAPH = 1.4;

    private static final int FEWEST_CHARACTERS = 8;

    private final List<List<PdfLine>> pages;
    private final List<Problem> problems;
    private final boolean halves;
    private final double usual;
    private final LetterText drawn;

    private PdfText(List<List<PdfLine>> pages, List<Problem> problems, boolean halves) {
        this.halves = halves;
        this.pages = pages;
        this.problems = problems;
        this.usual = usualDistance(pages);
        this.drawn = text(pages, usual);
    }

    /** Whether the bytes say that they are a PDF; the mark may follow some stray bytes. */
    static boolean isPdf(byte[] bytes) {
        int last = Math.min(bytes.length - 5, 1024);
        for (int i = 0; i <= last; i++) {
            if (bytes[i] == '%'
                    && bytes[i + 1] == 'P'
                    && bytes[i + 2] == 'D'
                    && bytes[i + 3] == 'F'
                    && bytes[i + 4] == '-') {
                return true;
            }
        }
        return false;
    }

    static PdfText read(byte[] bytes, Limits limits) throws LetterFailure {
        PdfFonts.install();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            int count = document.getNumberOfPages();
            if (count > limits.pages()) {
                throw new LetterFailure(
                        ProblemCode.TOO_LARGE,
                        "At most " + limits.pages() + " pages were expected; found " + count + ".");
            }
            GlyphLines glyphs = new GlyphLines(limits.characters(), Layers.of(document));
            PdfPages pages = new PdfPages();
            for (int i = 0; i < count; i++) {
                UnpackedPage page = UnpackedPage.of(document.getPage(i));
                if (page == null) {
                    throw new LetterFailure(
                            ProblemCode.TOO_LARGE,
                            "A page of a letter was expected; found one that unpacks to far more.");
                }
                pages.add(glyphs.read(page));
                if (glyphs.isTooLong()) {
                    throw new LetterFailure(
                            ProblemCode.TOO_LARGE, "At most " + limits.characters() + " characters were expected.");
                }
            }
            if (pages.characters() < FEWEST_CHARACTERS) {
                throw new LetterFailure(
                        ProblemCode.NO_TEXT, "Text was expected; found " + count + " pages without any.");
            }
            PageTags tags = PageTags.of(document);
            List<Problem> problems = new ArrayList<>(pages.problems(document));
            problems.addAll(tags.problems());
            PdfText text = new PdfText(pages.lines(), problems, pages.hasHalves());
            if (!tags.isWhole() && FullPages.isLast(text.pages, text.drawn, text.usual)) {
                problems.add(new Problem(
                        ProblemCode.PAGES,
                        "The last page was expected to end before its foot; it is full, and nothing tells that no other followed.",
                        Place.page(count)));
            }
            return text;
        } catch (InvalidPasswordException e) {
            throw new LetterFailure(ProblemCode.ENCRYPTED_PDF, "A PDF without a password was expected.");
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    static LetterFailure damaged() {
        return new LetterFailure(
                ProblemCode.DAMAGED_PDF, "A whole PDF was expected; its structure cannot be followed.");
    }

    /** Lines in the order they are drawn. */
    LetterText drawn() {
        return drawn;
    }

    /** Lines by their place on the page, row by row, as columns of a table are read. */
    LetterText rows() {
        List<List<PdfLine>> sorted = new ArrayList<>(pages.size());
        for (List<PdfLine> page : pages) {
            sorted.add(rows(page));
        }
        return text(sorted, usualDistance(sorted));
    }

    /** What a viewer shows that could not be read as it stands. */
    List<Problem> problems() {
        return problems;
    }

    /** Whether lines side by side belong to two pages that share a sheet. */
    boolean hasHalves() {
        return halves;
    }

    /** Lines of a page by their place. */
    static List<PdfLine> rows(List<PdfLine> page) {
        List<PdfLine> byHeight = new ArrayList<>(page);
        byHeight.sort(
                Comparator.comparing(PdfLine::direction).thenComparing(PdfLine::across, Comparator.reverseOrder()));
        List<PdfLine> rows = new ArrayList<>();
        List<PdfLine> row = new ArrayList<>();
        for (PdfLine line : byHeight) {
            if (line.text().isBlank()) {
                continue;
            }
            if (!row.isEmpty()
                    && (row.get(0).direction() != line.direction()
                            || row.get(0).across() - line.across()
                                    > 0.5 * Math.max(row.get(0).size(), line.size()))) {
                rows.add(joined(row));
                row.clear();
            }
            row.add(line);
        }
        if (!row.isEmpty()) {
            rows.add(joined(row));
        }
        return rows;
    }

    private static PdfLine joined(List<PdfLine> row) {
        row.sort(Comparator.comparing(PdfLine::along));
        StringBuilder text = new StringBuilder();
        for (PdfLine line : row) {
            text.append(text.isEmpty() ? "" : " ").append(line.text());
        }
        PdfLine first = row.get(0);
        return new PdfLine(text.toString(), first.along(), first.across(), first.size(), first.direction());
    }

    /** @param usual distance between two lines */
    private static LetterText text(List<List<PdfLine>> pages, double usual) {
        List<TextLine> lines = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++) {
            PdfLine before = null;
            long number = 0;
            for (PdfLine line : pages.get(p)) {
                String folded = TextFolding.fold(line.text());
                if (folded.isEmpty()) {
                    continue;
                }
                number++;
                Gap gap = Gap.PAGE;
                if (before != null && before.direction() == line.direction()) {
                    float down = before.across() - line.across();
                    gap = down < 0 ? Gap.PAGE : down > PARAGRAPH * usual ? Gap.BLANK : Gap.NONE;
                }
                lines.add(new TextLine(folded, number, p + 1, lines.isEmpty() ? Gap.NONE : gap));
                before = line;
            }
        }
        return new LetterText(lines, true, false);
    }

    private static double usualDistance(List<List<PdfLine>> pages) {
        float[] distances = new float[pages.stream().mapToInt(List::size).sum()];
        int count = 0;
        for (List<PdfLine> page : pages) {
            PdfLine before = null;
            for (PdfLine line : page) {
                if (line.text().isBlank()) {
                    continue;
                }
                if (before != null && before.across() - line.across() > 0.5 * line.size()) {
                    distances[count++] = before.across() - line.across();
                }
                before = line;
            }
        }
        if (count == 0) {
            return Double.MAX_VALUE;
        }
        Arrays.sort(distances, 0, count);
        return distances[count / 2];
    }
}
