package org.uphold.letter;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.uphold.source.ProblemCode;

/** How much of a page is pictures, and how much of these has no text on it. The page is measured in a grid of points. */
final class Pictures {

    private static final int COLUMNS = 17;
    private static final int ROWS = 44;

    /** A scanned page fills this share of its sheet at least. */
    private static final double PAGE = 0.5;
    /** Pictures without text on them that take more than this share of a page may hold what the letter says. */
    private static final double MUCH = 0.12;
    /** A page of nothing but outlines: fewer are a frame or a rule. */
    private static final int OUTLINES = 60;
    /** A page number and a case number are no text of a page. */
    private static final int FEW_LETTERS = 60;

    private final Set<COSBase> bare = Collections.newSetFromMap(new IdentityHashMap<>());
    private final double share;
    private final double bareShare;
    private final boolean any;

    Pictures(Canvas canvas, List<PdfLine> lines) {
        List<Paints.Picture> pictures = canvas.pictures();
        any = !pictures.isEmpty();
        int inside = 0;
        int withoutText = 0;
        if (area(pictures) > MUCH / 2 * canvas.page().width() * canvas.page().height()) {
            Region page = canvas.page();
            for (int r = 0; r < ROWS; r++) {
                float y = page.bottom() + (r + 0.5f) / ROWS * page.height();
                boolean text = isText(lines, y);
                for (int c = 0; c < COLUMNS; c++) {
                    float x = page.left() + (c + 0.5f) / COLUMNS * page.width();
                    boolean found = false;
                    for (Paints.Picture picture : pictures) {
                        if (picture.region().contains(x, y)) {
                            found = true;
                            if (!text) {
                                bare.add(picture.object());
                            }
                        }
                    }
                    inside += found ? 1 : 0;
                    withoutText += found && !text ? 1 : 0;
                }
            }
        }
        share = (double) inside / (ROWS * COLUMNS);
        bareShare = (double) withoutText / (ROWS * COLUMNS);
    }

    /** At most so much of the page is pictures, those that lie over each other taken twice. */
    private static double area(List<Paints.Picture> pictures) {
        double area = 0;
        for (Paints.Picture picture : pictures) {
            area += picture.region().width() * picture.region().height();
        }
        return area;
    }

    private static boolean isText(List<PdfLine> lines, float y) {
        for (PdfLine line : lines) {
            boolean level = line.direction() == Direction.RIGHT || line.direction() == Direction.LEFT;
            float base = line.direction() == Direction.LEFT ? -line.across() : line.across();
            if (!level || (y > base - 1.2f * line.size() && y < base + 1.8f * line.size())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the page is a picture, and nearly all of its text what was recognised in it. */
    boolean isOfText(int shown, int unseen) {
        return share >= PAGE && shown * 4 < unseen;
    }

    /** The pictures that take a good part of the page without text on them; empty where there is none. */
    Set<COSBase> bare() {
        return bareShare >= MUCH ? bare : Set.of();
    }

    void report(int letters, int outlines, PdfPage.Findings found) {
        if (letters == 0 && (any || outlines > OUTLINES)) {
            found.add(
                    ProblemCode.PAGE_WITHOUT_TEXT,
                    "A page of text was expected; found " + (any ? "a picture" : "outlines") + " and no text.");
        } else if (letters < FEW_LETTERS && bareShare >= MUCH) {
            found.add(
                    ProblemCode.PAGE_WITHOUT_TEXT, "A page of text was expected; found a picture and hardly any text.");
        }
    }
}
