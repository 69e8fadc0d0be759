package org.uphold.letter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where the heading of an item starts, going up from the label that follows it. */
final class ItemHeadings {

    /** No heading is longer; what would be is a rationale whose end was not found. */
    private static final int LONGEST = 2_500;

    private final Body body;
    private final Paragraphs paragraphs;
    private final boolean introduced;

    ItemHeadings(Body body, Paragraphs paragraphs, boolean introduced) {
        this.body = body;
        this.paragraphs = paragraphs;
        this.introduced = introduced;
    }

    /**
     * The headings that stand before a label, in their order: usually one; more where an item has no blocks; none where
     * the text before the label is only the end of a rationale.
     *
     * @param label where the label starts
     * @param floor where the label or introduction before it ends
     * @param first whether nothing but the introduction stands before
     */
    List<ItemHeading> before(int label, int floor, boolean first) {
        int bottom = firstLineAfter(floor);
        int last = body.lineAt(label) - 1;
        List<ItemHeading> found = new ArrayList<>();
        while (last >= bottom) {
            ItemHeading heading = ending(last, bottom, first && introduced, found.isEmpty());
            if (heading == null || (!found.isEmpty() && !standsApart(heading, first))) {
                break;
            }
            if (found.isEmpty() || !joins(heading, found)) {
                found.add(heading);
            }
            last = body.lineAt(heading.start()) - 1;
        }
        Collections.reverse(found);
        return found;
    }

    /** A complete heading at the end of a letter that was cut there. */
    List<ItemHeading> atEnd(int floor, boolean first) {
        int bottom = firstLineAfter(floor);
        int last = body.lineCount() - 1;
        if (last >= bottom && isCutLabel(body.shadow().substring(body.start(last)))) {
            last--;
        }
        if (last < bottom) {
            return List.of();
        }
        ItemHeading heading = ending(last, bottom, first && introduced, false);
        return heading == null
                        || heading.outcome() == null
                        || !heading.outcome().strong()
                ? List.of()
                : List.of(heading);
    }

    /** Where the paragraph that starts at an offset ends, no later than a limit. */
    int endOfParagraph(int from, int limit) {
        for (int line = body.lineAt(from) + 1; line < body.lineCount() && body.start(line) < limit; line++) {
            if (body.gap(line) == Gap.BLANK && paragraphs.isSpaced()) {
                return body.end(line - 1);
            }
        }
        return limit;
    }

    private static boolean isCutLabel(String shadow) {
        return "claims administrator guideline:".startsWith(shadow)
                || "maximus guideline:".startsWith(shadow)
                || "decision rationale:".startsWith(shadow);
    }

    private int firstLineAfter(int floor) {
        int line = body.lineAt(floor);
        return floor <= body.start(line) ? line : line + 1;
    }

    private @Nullable ItemHeading ending(int last, int bottom, boolean opened, boolean mayMissOutcome) {
        OutcomeWords.Found outcome = OutcomeWords.before(body, body.start(bottom), body.end(last));
        if (outcome == null) {
            return mayMissOutcome ? withoutOutcome(last, bottom, opened) : null;
        }
        if (isOrphan(outcome, bottom)) {
            return new ItemHeading(outcome.start(), outcome.start(), outcome);
        }
        int line = body.lineAt(Math.max(body.start(bottom), outcome.serviceEnd() - 1));
        int start = body.start(top(line, bottom, opened));
        if (outcome.serviceEnd() <= start || outcome.serviceEnd() - start > LONGEST) {
            return null;
        }
        return new ItemHeading(start, outcome.serviceEnd(), outcome);
    }

    /** An outcome on a line of its own whose service is lost: what stands before it is the end of a rationale. */
    private boolean isOrphan(OutcomeWords.Found outcome, int bottom) {
        int line = body.lineAt(outcome.start());
        return !outcome.strong()
                && body.start(line) == outcome.start()
                && (line == bottom || ".?!".indexOf(body.shadow().charAt(body.end(line - 1) - 1)) >= 0);
    }

    /** A heading that states no outcome: only where it cannot be the end of a rationale. */
    private @Nullable ItemHeading withoutOutcome(int last, int bottom, boolean opened) {
        int top = top(last, bottom, opened);
        boolean apart = opened || (top > bottom && paragraphs.isSpaced() && body.gap(top) == Gap.BLANK);
        int end = body.end(last);
        char c = body.shadow().charAt(end - 1);
        boolean colon = c == ':';
        if (!(colon || (apart && ".?!".indexOf(c) < 0)) || end - body.start(top) > LONGEST) {
            return null;
        }
        int serviceEnd = end;
        while (serviceEnd > body.start(top) && ": ".indexOf(body.shadow().charAt(serviceEnd - 1)) >= 0) {
            serviceEnd--;
        }
        return serviceEnd == body.start(top) ? null : new ItemHeading(body.start(top), serviceEnd, null);
    }

    /** The first line of the heading that holds a line. */
    private int top(int line, int bottom, boolean opened) {
        int top = climb(line, bottom, opened, false);
        if (top == bottom && !opened && paragraphs.isSpaced() && body.gap(top) != Gap.BLANK) {
            top = climb(line, bottom, false, true);
        }
        // The story of a partial approval may go over several paragraphs or sentences that end a line.
        int extended = top;
        while (extended > bottom
                && body.end(line) - body.start(extended) < LONGEST
                && PartialApproval.needsBeginning(shadow(extended, line))) {
            extended = climb(extended - 1, bottom, opened, !paragraphs.isSpaced());
        }
        return PartialApproval.needsBeginning(shadow(extended, line)) ? top : extended;
    }

    private int climb(int line, int bottom, boolean opened, boolean bySentence) {
        int top = line;
        while (top > bottom && !isBoundary(top, bottom, opened, bySentence)) {
            top--;
        }
        return top;
    }

    private boolean isBoundary(int line, int bottom, boolean opened, boolean bySentence) {
        OutcomeWords.Found above = OutcomeWords.before(body, body.start(bottom), body.end(line - 1));
        if (above != null && above.strong()) {
            return true;
        }
        if (opened && !paragraphs.isSpaced()) {
            return body.gap(line) == Gap.BLANK;
        }
        return bySentence ? paragraphs.startsBySentence(line) : paragraphs.startsAt(line);
    }

    private String shadow(int fromLine, int toLine) {
        return body.shadow().substring(body.start(fromLine), body.end(toLine));
    }

    /** Whether a second heading is an item of its own and not a line quoted in the rationale above. */
    private boolean standsApart(ItemHeading heading, boolean first) {
        if (heading.outcome() == null || !heading.outcome().strong()) {
            return false;
        }
        int line = body.lineAt(heading.start());
        int next = body.lineAt(heading.outcome().start()) + 1;
        return first || (body.gap(line) == Gap.BLANK && body.gap(next) == Gap.BLANK);
    }

    /** The same heading printed twice is one; if its outcomes differ it says two things. */
    private boolean joins(ItemHeading above, List<ItemHeading> found) {
        ItemHeading below = found.get(found.size() - 1);
        if (!above.service(body).equalsIgnoreCase(below.service(body))) {
            return false;
        }
        if (above.outcome() != null
                && below.outcome() != null
                && !above.outcome().verdict().equals(below.outcome().verdict())) {
            OutcomeWords.Found o = below.outcome();
            found.set(
                    found.size() - 1,
                    new ItemHeading(
                            above.start(),
                            above.serviceEnd(),
                            new OutcomeWords.Found(
                                    o.serviceEnd(), o.start(), o.strong(), new OutcomeWords.Verdict(null, true))));
        } else {
            found.set(found.size() - 1, above);
        }
        return true;
    }
}
