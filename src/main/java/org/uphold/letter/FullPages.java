package org.uphold.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a letter without page numbers ends with a page that is full, as those before it are: a letter ends somewhere on its last page, and
 * one that ends just at its foot is more often a letter whose last page is not there.
 */
final class FullPages {

    /** A paragraph does not begin where fewer lines than this would fit. */
    private static final double LINES = 2;

    private FullPages() {}

    /**
     * Whether the last page is full.
     *
     * @param pages lines of each page
     * @param text the same lines, those without text left out
     * @param distance the usual one between two lines
     */
    static boolean isLast(List<List<PdfLine>> pages, LetterText text, double distance) {
        if (pages.size() < 2 || distance == Double.MAX_VALUE) {
            return false;
        }
        boolean[] furniture = PageFurniture.find(text.lines());
        if (PageMarks.areNumbered(text.lines(), furniture)) {
            return false;
        }
        List<Float> feet = new ArrayList<>();
        int line = 0;
        float foot = Float.MAX_VALUE;
        for (List<PdfLine> page : pages) {
            foot = Float.MAX_VALUE;
            for (PdfLine shown : page) {
                if (TextFolding.isEmpty(shown.text())) {
                    continue;
                }
                if (!furniture[line] && shown.direction() == Direction.RIGHT) {
                    foot = Math.min(foot, shown.across());
                }
                line++;
            }
            if (foot < Float.MAX_VALUE) {
                feet.add(foot);
            }
        }
        // A last page without upright text of its own tells nothing of the one before.
        if (feet.size() < 2 || foot == Float.MAX_VALUE) {
            return false;
        }
        float last = feet.remove(feet.size() - 1);
        float lowest = feet.stream().min(Float::compare).orElse(last);
        return last < lowest + LINES * distance;
    }
}
