package org.uphold.letter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.letter.Draft.DraftItem;
import org.uphold.source.ProblemCode;

/**
 * Items as they are printed since 2014: a heading that ends in its outcome, then {@code Claims Administrator guideline:},
 * {@code MAXIMUS guideline:} and {@code Decision rationale:}. The labels are what is certain; a heading is what stands
 * before them. An outcome word that no label follows is part of a rationale.
 */
final class LabelledItems {

    private static final Set<Heading> BLOCKS =
            EnumSet.of(Heading.CLAIMS_ADMINISTRATOR_GUIDELINE, Heading.REVIEWER_GUIDELINE, Heading.RATIONALE);
    private static final Set<Heading> OPENINGS = Heading.opening(Heading.Part.ITEMS);

    private final Body body;
    private final ItemHeadings headings;
    private final List<Mark> marks = new ArrayList<>();
    private final int opening;

    private @Nullable DraftItem current;
    /** The block that is open, and where its text starts; it ends at the next label or heading. */
    private @Nullable Mark open;

    LabelledItems(Outline outline) {
        this.body = outline.body();
        int start = 0;
        Mark summary = outline.first(Heading.SUMMARY);
        if (summary != null) {
            start = summary.end();
        }
        Mark first = outline.firstOf(OPENINGS, 0);
        while (first != null) {
            start = Math.max(start, first.end());
            Mark next = outline.firstOf(OPENINGS, first.end());
            Mark block = outline.firstOf(BLOCKS, first.end());
            first = next != null && (block == null || next.start() < block.start()) ? next : null;
        }
        this.opening = start;
        for (Mark mark : outline.marks()) {
            if (BLOCKS.contains(mark.heading()) && mark.start() >= start) {
                marks.add(mark);
            }
        }
        this.headings = new ItemHeadings(body, new Paragraphs(body, outline), outline.firstOf(OPENINGS, 0) != null);
    }

    void read(Draft draft) {
        int floor = opening;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            boolean first = i == 0;
            List<ItemHeading> found = first || endsItem(mark) ? headings.before(mark.start(), floor, first) : List.of();
            boolean starts = startsItem(mark, found, i);
            close(starts && !found.isEmpty() ? found.get(0).start() : mark.start(), starts);
            if (starts) {
                begin(draft, found, mark.start());
            } else if (open != null && mark.heading().compareTo(open.heading()) <= 0) {
                draft.problem(
                        ProblemCode.MISSING_BLOCK,
                        "The labels of an item were expected once each and in their order; this one belongs to another item,"
                                + " whose heading is not found.",
                        mark.start());
            }
            open = mark;
            floor = mark.end();
        }
        List<ItemHeading> last = headings.atEnd(floor, marks.isEmpty());
        close(last.isEmpty() ? body.length() : last.get(0).start(), true);
        if (!last.isEmpty()) {
            begin(draft, last, body.length());
        }
    }

    private void begin(Draft draft, List<ItemHeading> found, int at) {
        for (ItemHeading heading : found) {
            heading.fill(draft.newItem(heading.start()), body);
        }
        if (found.isEmpty()) {
            draft.newItem(at);
        }
        current = draft.items().get(draft.items().size() - 1);
    }

    /** Whether a heading may stand before this label: the blocks of the current item, in their order, are through. */
    private boolean endsItem(Mark mark) {
        if (current == null) {
            return true;
        }
        return switch (mark.heading()) {
            case CLAIMS_ADMINISTRATOR_GUIDELINE -> true;
            case REVIEWER_GUIDELINE ->
                current.reviewer != null
                        || current.rationale
                        || isOpen(Heading.REVIEWER_GUIDELINE)
                        || isOpen(Heading.RATIONALE);
            default -> current.rationale || isOpen(Heading.RATIONALE);
        };
    }

    private boolean isOpen(Heading heading) {
        return open != null && open.heading() == heading;
    }

    private boolean startsItem(Mark mark, List<ItemHeading> found, int index) {
        if (current == null || !found.isEmpty()) {
            return true;
        }
        // The claims administrator's label again, after a rationale, and followed by another: an item without its
        // heading.
        return mark.heading() == Heading.CLAIMS_ADMINISTRATOR_GUIDELINE
                && isOpen(Heading.RATIONALE)
                && index + 1 < marks.size()
                && marks.get(index + 1).heading() != Heading.CLAIMS_ADMINISTRATOR_GUIDELINE;
    }

    private void close(int end, boolean itemEnds) {
        DraftItem item = current;
        Mark block = open;
        if (item == null || block == null) {
            return;
        }
        int from = block.end();
        int to = Math.max(from, end);
        if (itemEnds && block.heading() != Heading.RATIONALE) {
            to = headings.endOfParagraph(from, to);
        }
        String text = body.slice(from, to);
        if (itemEnds && block.heading() != Heading.RATIONALE) {
            // Without a rationale behind it, what follows the citations may be one whose label was lost.
            text = GuidelineSentences.leading(text);
        }
        int at = text.isEmpty() ? from : body.text().indexOf(text, from);
        switch (block.heading()) {
            case CLAIMS_ADMINISTRATOR_GUIDELINE -> {
                if (item.claimsAdministrator == null && !text.isEmpty()) {
                    item.claimsAdministrator = text;
                    item.claimsAdministratorAt = at;
                }
            }
            case REVIEWER_GUIDELINE -> {
                if (item.reviewer == null && !text.isEmpty()) {
                    item.reviewer = text;
                    item.reviewerAt = at;
                }
            }
            default -> {
                if (!item.rationale) {
                    item.reasons(from, to, true);
                }
            }
        }
    }
}
