package org.uphold.letter;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.source.ProblemCode;

/**
 * Whether the pages of a letter that does not number them can be all of it, in their order: a sentence that a page's end
 * tears goes on at the head of the next, and sections come as the form has them. What is lost between two sentences leaves
 * no such sign.
 */
final class PageBreaks {

    /** Where a letter tells a story or gives reasons, in whole sentences. */
    private static final Set<Heading> PROSE = EnumSet.of(
            Heading.SUMMARY,
            Heading.CASE_SUMMARY,
            Heading.RATIONALE,
            Heading.PHYSICIAN_RATIONALE,
            Heading.NOTICE_RATIONALE);

    /** In this order wherever a letter has them. */
    private static final List<Heading> ORDER =
            List.of(Heading.HOW_MADE, Heading.CREDENTIALS, Heading.SUMMARY, Heading.ISSUES, Heading.ITEMS_INTRODUCTION);

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;][\"')\\]*]*$");
    /** A word and a full stop; what is shorter may be an abbreviation. */
    private static final Pattern WORD_END = Pattern.compile("[a-z]{5,}[.!?][\"')\\]]*$");
    /** A line that is shorter than this part of the longest ends its paragraph, with or without a full stop. */
    private static final double FULL = 0.7;

    private PageBreaks() {}

    static void report(Draft draft, Outline outline) {
        Body body = draft.body();
        int longest = 0;
        for (int line = 0; line < body.lineCount(); line++) {
            longest = Math.max(longest, body.end(line) - body.start(line));
        }
        for (int line = 1; line < body.lineCount(); line++) {
            if (body.page(line) != body.page(line - 1) && isTorn(draft, outline, line, longest)) {
                draft.problem(
                        ProblemCode.PAGES,
                        "A sentence was expected to go on over the end of a page; this page begins with something else:"
                                + " one before it may be missing, or not in its place.",
                        body.start(line));
            }
        }
        order(draft, outline);
    }

    private static boolean isTorn(Draft draft, Outline outline, int line, int longest) {
        Body body = draft.body();
        Mark mark = before(outline, body.end(line - 1));
        if (mark == null || !PROSE.contains(mark.heading()) || mark.end() >= body.end(line - 1)) {
            return false;
        }
        int start = body.start(line - 1);
        String before = body.shadow().substring(start, body.end(line - 1));
        if (Character.isLowerCase(body.text().charAt(body.start(line)))) {
            return WORD_END.matcher(before).find();
        }
        return before.length() >= FULL * longest
                && !SENTENCE_END.matcher(before).find()
                && beginsAnew(draft, outline, body.start(line));
    }

    /** Whether a heading or an item begins at an offset. */
    private static boolean beginsAnew(Draft draft, Outline outline, int start) {
        return outline.marks().stream().anyMatch(m -> m.start() == start)
                || draft.items().stream().anyMatch(item -> item.at == start);
    }

    private static @Nullable Mark before(Outline outline, int offset) {
        Mark found = null;
        for (Mark mark : outline.marks()) {
            if (mark.start() >= offset) {
                break;
            }
            found = mark;
        }
        return found;
    }

    private static void order(Draft draft, Outline outline) {
        int last = -1;
        Set<Heading> seen = EnumSet.noneOf(Heading.class);
        for (Mark mark : outline.marks()) {
            int place = ORDER.indexOf(mark.heading());
            if (place < 0 || !seen.add(mark.heading())) {
                continue;
            }
            if (place < last) {
                draft.problem(
                        ProblemCode.PAGES,
                        "The sections of the form were expected in their order; this one comes after one that it should"
                                + " stand before.",
                        mark.start());
            }
            last = Math.max(last, place);
        }
        Mark issues = outline.first(Heading.ISSUES);
        if (issues != null && seen.contains(Heading.HOW_MADE) && !seen.contains(Heading.SUMMARY)) {
            draft.problem(
                    ProblemCode.MISSING_BLOCK,
                    "A clinical case summary was expected before the items; the letter has none.",
                    issues.start());
        }
    }
}
