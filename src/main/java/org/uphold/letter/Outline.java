package org.uphold.letter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The headings of a letter in the order they stand; what eras are recognised by and read along. */
final class Outline {

    /** No heading is longer, however it is wrapped. */
    private static final int LONGEST = 260;

    private final Body body;
    private final List<Mark> marks;

    Outline(Body body) {
        this.body = body;
        this.marks = Collections.unmodifiableList(BuriedHeadings.among(body, MisreadHeadings.among(body, find(body))));
    }

    Body body() {
        return body;
    }

    List<Mark> marks() {
        return marks;
    }

    boolean has(Heading heading) {
        return first(heading) != null;
    }

    @Nullable
    Mark first(Heading heading) {
        return firstOf(EnumSet.of(heading), 0);
    }

    /** The first of several headings at or after an offset, or null. */
    @Nullable
    Mark firstOf(Set<Heading> headings, int from) {
        for (Mark mark : marks) {
            if (mark.start() >= from && headings.contains(mark.heading())) {
                return mark;
            }
        }
        return null;
    }

    /** Where the next heading after an offset starts, or the end of the letter. */
    int nextStart(int from) {
        for (Mark mark : marks) {
            if (mark.start() >= from) {
                return mark.start();
            }
        }
        return body.length();
    }

    /** Where the first section opens: the header lies before it. */
    int headerEnd() {
        for (Mark mark : marks) {
            if (mark.heading().opensSection()) {
                return mark.start();
            }
        }
        return body.length();
    }

    private static List<Mark> find(Body body) {
        List<Mark> found = new ArrayList<>();
        String shadow = body.shadow();
        int past = 0;
        for (int line = 0; line < body.lineCount(); line++) {
            int start = body.start(line);
            if (start < past) {
                continue;
            }
            Mark mark = at(body, shadow, start);
            if (mark != null) {
                found.add(mark);
                past = mark.end();
            }
        }
        return found;
    }

    private static @Nullable Mark at(Body body, String shadow, int start) {
        Mark best = null;
        for (Heading heading : Heading.startingWith(shadow.charAt(start))) {
            if (!heading.mayStart(shadow, start)) {
                continue;
            }
            Matcher m = heading.pattern().matcher(shadow);
            m.region(start, Math.min(shadow.length(), start + LONGEST));
            if (!m.lookingAt() || (best != null && m.end() <= best.end())) {
                continue;
            }
            if (!heading.standsAlone() || body.isLineEnd(m.end()) || isCapitals(body.text(), start, m.end())) {
                best = new Mark(heading, start, m.end(), false);
            }
        }
        return best;
    }

    static boolean isCapitals(String text, int from, int to) {
        String printed = text.substring(from, to);
        return printed.equals(printed.toUpperCase(Locale.ROOT));
    }
}
