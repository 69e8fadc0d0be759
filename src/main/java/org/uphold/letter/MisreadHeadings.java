package org.uphold.letter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headings and labels that are not spelt as the form spells them: letters misread, missing or too many, a colon
 * that is none. Only lines that look like one are compared, unless a heading that the letter should have is missing.
 */
final class MisreadHeadings {

    /** Those that a letter has once; where it is there as it should be, none is looked for. */
    private static final Set<Heading> ONCE = EnumSet.of(
            Heading.NOTICE_TITLE,
            Heading.FINAL_LETTER_TITLE,
            Heading.REVIEW_TITLE,
            Heading.HOW_MADE,
            Heading.CREDENTIALS,
            Heading.LICENSURE,
            Heading.CERTIFICATION,
            Heading.DOCUMENTS,
            Heading.DOCUMENTS_FOR,
            Heading.SUMMARY,
            Heading.CASE_SUMMARY,
            Heading.ISSUES,
            Heading.DECISIONS,
            Heading.ITEMS_INTRODUCTION,
            Heading.NOTICE_DECISION,
            Heading.QUALIFICATIONS,
            Heading.EFFECT,
            Heading.REVIEWER_QUALIFICATIONS);

    /** What is printed in capitals, or before a colon, stands at the beginning of its line. */
    private static final int NEAR = 110;

    private static final double MOSTLY = 0.7;
    /** Letters beyond the longest wording: a (s) that is printed, and what was misread into two. */
    private static final int ROOM = 8;

    private record Form(Heading heading, Likeness wording) {}

    private static final List<Form> FORMS = forms();
    private static final int LONGEST =
            FORMS.stream().mapToInt(f -> f.wording().length()).max().orElse(0) + ROOM;
    /** So many letters of a line tell that it is no heading, as nearly all lines are none. */
    private static final int BEGINNING = 22;

    private final Body body;
    /** The first colon at or after the line that is looked at; -1 where no more come. */
    private int colon;

    private final Set<Heading> known = EnumSet.noneOf(Heading.class);

    private MisreadHeadings(Body body, List<Mark> exact) {
        this.body = body;
        this.colon = body.shadow().indexOf(':');
        for (Mark mark : exact) {
            known.add(mark.heading());
        }
    }

    /** The marks, in their order, with those that were misread among them. */
    static List<Mark> among(Body body, List<Mark> exact) {
        return new MisreadHeadings(body, exact).find(exact);
    }

    private List<Mark> find(List<Mark> exact) {
        List<Mark> found = new ArrayList<>(exact.size() + 2);
        boolean complete = isComplete(exact);
        int next = 0;
        int past = 0;
        for (int line = 0; line < body.lineCount(); line++) {
            int start = body.start(line);
            while (next < exact.size() && exact.get(next).start() < start) {
                past = Math.max(past, exact.get(next).end());
                found.add(exact.get(next++));
            }
            boolean taken = next < exact.size() && exact.get(next).start() == start;
            if (start < past || taken || complete && !looksLikeOne(line)) {
                continue;
            }
            Mark mark = at(start, next < exact.size() ? exact.get(next).start() : body.length());
            if (mark != null) {
                found.add(mark);
                known.add(mark.heading());
                past = mark.end();
            }
        }
        found.addAll(exact.subList(next, exact.size()));
        return found;
    }

    /** As many blocks of one kind as of each other kind, and a summary before them. */
    private boolean isComplete(List<Mark> exact) {
        int claims = 0;
        int reviewer = 0;
        int rationale = 0;
        for (Mark mark : exact) {
            switch (mark.heading()) {
                case CLAIMS_ADMINISTRATOR_GUIDELINE -> claims++;
                case REVIEWER_GUIDELINE -> reviewer++;
                case RATIONALE -> rationale++;
                default -> {}
            }
        }
        return claims == reviewer
                && reviewer == rationale
                && claims > 0
                && known.contains(Heading.SUMMARY)
                && known.contains(Heading.ISSUES)
                && known.contains(Heading.ITEMS_INTRODUCTION)
                && known.contains(Heading.LICENSURE) == known.contains(Heading.CERTIFICATION);
    }

    /** A colon near its beginning, or a beginning in capitals. */
    private boolean looksLikeOne(int line) {
        int start = body.start(line);
        int end = Math.min(body.end(line), start + NEAR);
        if (colon >= 0 && colon < start) {
            colon = body.shadow().indexOf(':', start);
        }
        return colon >= 0 && colon < end || isCapitals(start, Math.min(end, start + 20));
    }

    private boolean isCapitals(int from, int to) {
        int large = 0;
        int small = 0;
        for (int i = from; i < to; i++) {
            char c = body.text().charAt(i);
            large += Character.isUpperCase(c) ? 1 : 0;
            small += Character.isLowerCase(c) ? 1 : 0;
        }
        return large > 2 && large >= MOSTLY * (large + small);
    }

    private @Nullable Mark at(int start, int limit) {
        int to = Math.min(limit, start + 3 * LONGEST);
        Likeness beginning = Likeness.of(body.shadow(), start, to, BEGINNING);
        Likeness text = beginning;
        Mark best = null;
        int least = Integer.MAX_VALUE;
        for (Form form : FORMS) {
            Heading heading = form.heading();
            int most = form.wording().tolerance();
            if (!form.wording().mayBegin(beginning, most) || ONCE.contains(heading) && known.contains(heading)) {
                continue;
            }
            // One more than are compared: it may be the other half of the last.
            int letters = form.wording().length() + most + 1;
            if (!text.holds(letters)) {
                text = Likeness.of(body.shadow(), start, to, letters);
            }
            int[] differing = form.wording().beginning(text, most);
            if (differing == null) {
                continue;
            }
            int shortest = Math.max(0, form.wording().length() - most);
            for (int i = 0; i < differing.length; i++) {
                int count = shortest + i;
                // A wording that is longer is the better one where as many letters differ.
                int score = 1000 * differing[i] - count;
                if (differing[i] > most || count == 0 || score >= least) {
                    continue;
                }
                int end = end(heading, start, text.end(count));
                if (end >= 0) {
                    least = score;
                    best = new Mark(heading, start, end, true);
                }
            }
        }
        return best;
    }

    /** Where the heading whose last letter ends at an offset ends itself, or -1 where it is none. */
    private int end(Heading heading, int start, int letters) {
        String shadow = body.shadow();
        int end = letters;
        if (end + 2 < shadow.length() && shadow.startsWith("(s)", skipBlanks(end))) {
            end = skipBlanks(end) + 3;
        }
        int at = skipBlanks(end);
        boolean colon = at < shadow.length() && ":;.,".indexOf(shadow.charAt(at)) >= 0;
        if (heading.standsAlone()) {
            int after = colon ? at + 1 : end;
            return body.isLineEnd(after) || isCapitals(start, end) && isBetweenWords(end) ? after : -1;
        }
        if (colon) {
            return at + 1;
        }
        if (!heading.endsInColon()) {
            return isBetweenWords(end) ? end : -1;
        }
        // Without a colon what follows must begin anew.
        boolean large = Character.isUpperCase(body.text().charAt(start));
        boolean anew = at >= shadow.length()
                || body.isLineEnd(end)
                || !Character.isLowerCase(body.text().charAt(at));
        return large && anew && isBetweenWords(end) ? end : -1;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < body.length() && body.shadow().charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private boolean isBetweenWords(int offset) {
        return offset >= body.length()
                || !Character.isLetterOrDigit(body.shadow().charAt(offset));
    }

    private static List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        for (Heading heading : Heading.values()) {
            for (String wording : heading.wordings()) {
                String words = wording.endsWith("(s):") ? wording.substring(0, wording.length() - 4) : wording;
                forms.add(new Form(heading, Likeness.of(words)));
            }
        }
        return forms;
    }
}
