package org.uphold.letter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers at the head or foot of its pages say of a letter: that a page is missing, stands twice or out of order,
 * or that the last is not there. A letter without such numbers says nothing.
 */
final class PageMarks {

    /** Pages longer than this many lines are told from a header and a footer of one page. */
    private static final int SHORT_PAGE = 4;

    /**
     * One mark.
     *
     * @param line its line in the sequence
     * @param number the page's number
     * @param of how many pages there are, or 0 where it does not say
     */
    private record PageMark(int line, int number, int of) {}

    /**
     * Something that is wrong.
     *
     * @param line the line in the sequence whose number tells it
     * @param text what was expected and found: one sentence
     */
    record Fault(int line, String text) {}

    private PageMarks() {}

    /**
     * What is wrong with a letter's pages; empty where nothing is, or nothing tells.
     *
     * @param lines all lines, page headers and footers among them
     * @param furniture which of them are headers and footers
     * @param whole whether the letter begins where its lines do, so that pages before the first were another's: a cover
     *     that was not sent
     */
    static List<Fault> faults(List<TextLine> lines, boolean[] furniture, boolean whole) {
        List<PageMark> marks = marks(lines, furniture);
        List<Fault> faults = new ArrayList<>();
        if (marks.isEmpty()) {
            return faults;
        }
        PageMark first = marks.get(0);
        boolean counted = first.line() > SHORT_PAGE && first.number() == 2
                || first.number() == lines.get(first.line()).page();
        if (first.number() > 1 && !whole && !counted) {
            faults.add(new Fault(first.line(), missing(1, first.number() - 1)));
        }
        marks.stream()
                .filter(mark -> mark.of() > 0 && mark.number() > mark.of())
                .findFirst()
                .ifPresent(mark -> faults.add(new Fault(
                        mark.line(),
                        "At most " + mark.of() + " pages were expected, as the letter says; found page " + mark.number()
                                + ".")));
        PageMark before = first;
        for (PageMark mark : marks.subList(1, marks.size())) {
            Fault fault = fault(before, mark, lines);
            if (fault != null) {
                faults.add(fault);
            }
            before = mark;
        }
        int last = marks.stream().mapToInt(PageMark::number).max().orElse(0);
        if (last < first.of()) {
            faults.add(new Fault(before.line(), missing(last + 1, first.of())));
        }
        return faults;
    }

    /** Whether any of them names its page. */
    static boolean areNumbered(List<TextLine> lines, boolean[] furniture) {
        return !marks(lines, furniture).isEmpty();
    }

    private static @Nullable Fault fault(PageMark before, PageMark mark, List<TextLine> lines) {
        if (mark.of() != before.of()) {
            return new Fault(
                    mark.line(),
                    "The pages of one letter were expected to be of one number; found one of " + mark.of()
                            + " after one of " + before.of() + ".");
        }
        if (mark.number() == before.number() + 1 || isOnePage(before, mark, lines)) {
            return null;
        }
        if (mark.number() == before.number()) {
            return new Fault(mark.line(), "Each page was expected once; page " + mark.number() + " is there twice.");
        }
        return mark.number() > before.number()
                ? new Fault(mark.line(), missing(before.number() + 1, mark.number() - 1))
                : new Fault(
                        mark.line(),
                        "Pages were expected in their order; page " + mark.number() + " comes after page "
                                + before.number() + ".");
    }

    /** A number at the head and again at the foot of a page, or in two lines beside each other. */
    private static boolean isOnePage(PageMark before, PageMark mark, List<TextLine> lines) {
        if (mark.number() != before.number()) {
            return false;
        }
        TextLine one = lines.get(before.line());
        TextLine other = lines.get(mark.line());
        return mark.line() - before.line() <= SHORT_PAGE || (other.page() > 1 && one.page() == other.page());
    }

    private static String missing(int from, int to) {
        return "All pages were expected; page" + (from == to ? " " + from + " is" : "s " + from + " to " + to + " are")
                + " missing.";
    }

    private static List<PageMark> marks(List<TextLine> lines, boolean[] furniture) {
        List<PageMark> marks = named(lines, furniture);
        return marks.isEmpty() ? bare(lines, furniture) : marks;
    }

    /** Numbers without a word beside them, where more than one page has one. */
    private static List<PageMark> bare(List<TextLine> lines, boolean[] furniture) {
        List<PageMark> marks = new ArrayList<>();
        for (int i = 0; i < furniture.length; i++) {
            int number = furniture[i]
                    ? PageFurniture.bareNumber(TextFolding.shadow(lines.get(i).text()))
                    : 0;
            if (number > 0) {
                marks.add(new PageMark(i, number, 0));
            }
        }
        return marks.size() > 1 ? marks : List.of();
    }

    private static List<PageMark> named(List<TextLine> lines, boolean[] furniture) {
        List<PageMark> marks = new ArrayList<>();
        for (int i = 0; i < furniture.length; i++) {
            int[] page = furniture[i]
                    ? PageFurniture.pageNumber(TextFolding.shadow(lines.get(i).text()))
                    : null;
            if (page != null && page[0] > 0) {
                marks.add(new PageMark(i, page[0], page[1]));
            }
        }
        return marks;
    }
}
