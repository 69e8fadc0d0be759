package org.uphold.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Finds headings that stand within a line, because the line ends around them were lost: sections in capitals, labels with a
 * large letter behind the end of a sentence. They are looked for only where a letter does not have them at the beginning of
 * a line.
 */
final class BuriedHeadings {

    private static final Set<Heading> SECTIONS =
            EnumSet.of(Heading.HOW_MADE, Heading.SUMMARY, Heading.ISSUES, Heading.DECISIONS);
    private static final Set<Heading> CREDENTIALS = EnumSet.of(Heading.LICENSURE, Heading.CERTIFICATION);
    private static final Set<Heading> BLOCKS =
            EnumSet.of(Heading.CLAIMS_ADMINISTRATOR_GUIDELINE, Heading.REVIEWER_GUIDELINE, Heading.RATIONALE);

    private BuriedHeadings() {}

    /** The marks, in their order, with those within lines among them. */
    static List<Mark> among(Body body, List<Mark> marks) {
        Set<Heading> known = EnumSet.noneOf(Heading.class);
        int claims = 0;
        int reviewer = 0;
        int rationale = 0;
        for (Mark mark : marks) {
            known.add(mark.heading());
            claims += mark.heading() == Heading.CLAIMS_ADMINISTRATOR_GUIDELINE ? 1 : 0;
            reviewer += mark.heading() == Heading.REVIEWER_GUIDELINE ? 1 : 0;
            rationale += mark.heading() == Heading.RATIONALE ? 1 : 0;
        }
        List<Mark> found = new ArrayList<>();
        boolean numbered = known.contains(Heading.NOTICE_TITLE) || known.contains(Heading.DECISIONS);
        if (!numbered) {
            SECTIONS.stream()
                    .filter(h -> h != Heading.DECISIONS && !known.contains(h))
                    .forEach(h -> look(body, h, found));
            CREDENTIALS.stream()
                    .filter(h -> !known.contains(h) && known.contains(other(h)))
                    .forEach(h -> look(body, h, found));
            if (claims != reviewer || reviewer != rationale) {
                BLOCKS.forEach(h -> look(body, h, found));
            }
        }
        if (found.isEmpty()) {
            return marks;
        }
        List<Mark> all = new ArrayList<>(marks);
        for (Mark mark : found) {
            if (marks.stream().noneMatch(m -> m.start() < mark.end() && mark.start() < m.end())) {
                all.add(mark);
            }
        }
        all.sort(Comparator.comparingInt(Mark::start));
        return all;
    }

    private static Heading other(Heading credentials) {
        return credentials == Heading.LICENSURE ? Heading.CERTIFICATION : Heading.LICENSURE;
    }

    private static void look(Body body, Heading heading, List<Mark> found) {
        String shadow = body.shadow();
        Matcher m = heading.pattern().matcher(shadow);
        for (int at = 1; at < shadow.length(); at++) {
            // All of them begin with a large letter: to look for one is less work than to try the words everywhere.
            if (!isSmall(body.text().charAt(at))
                    && heading.mayStart(shadow, at)
                    && m.region(at, shadow.length()).lookingAt()
                    && stands(body, heading, at, m.end())) {
                found.add(new Mark(heading, at, m.end(), false));
            }
        }
    }

    private static boolean isSmall(char c) {
        return c == ' ' || c >= 'a' && c <= 'z';
    }

    private static boolean stands(Body body, Heading heading, int start, int end) {
        if (SECTIONS.contains(heading)) {
            return Outline.isCapitals(body.text(), start, end);
        }
        if (!Character.isUpperCase(body.text().charAt(start))) {
            return false;
        }
        int before = start - 1;
        while (before > 0 && body.shadow().charAt(before) == ' ') {
            before--;
        }
        return CREDENTIALS.contains(heading) || ".:!?)]".indexOf(body.shadow().charAt(before)) >= 0;
    }
}
