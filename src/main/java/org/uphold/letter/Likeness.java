package org.uphold.letter;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Letters as they look rather than as they are, so that what text recognition confuses (l and 1, O and 0, rn and m) is the
 * same, without blanks and punctuation; and how many letters a form's words and a line's beginning then differ in.
 */
final class Likeness {

    /** No wording differs in more letters from what it was misread for. */
    private static final int MOST = 3;

    /** Letters of a part, all of which must stand near its place in what is like it. */
    private static final int PART = 6;

    private static final long[] NONE = {};

    private final char[] letters;
    private final int[] ends;
    private final int length;
    private final int tolerance;

    /** Which letters each part has: a bit each, those beyond z sharing some. */
    private final long[] parts;
    /** Which letters stand where those of each part may have been moved to; 0 for what was not asked for yet. */
    private final long[] near;

    /** @param form whether it is a wording, which is not compared with another */
    private Likeness(char[] letters, int[] ends, int length, boolean form) {
        this.letters = letters;
        this.ends = ends;
        this.length = length;
        this.tolerance = length < 6 ? 0 : length < 8 ? 1 : Math.min(MOST, length / 5);
        int count = (length + PART - 1) / PART;
        this.near = form ? NONE : new long[count];
        this.parts = form ? new long[count] : NONE;
        for (int part = 0; part < parts.length; part++) {
            parts[part] = kinds(part * PART, (part + 1) * PART);
        }
    }

    /** Which letters there are between two places. */
    private long kinds(int from, int to) {
        long kinds = 0;
        for (int i = Math.max(0, from); i < Math.min(length, to); i++) {
            kinds |= 1L << letters[i];
        }
        return kinds;
    }

    private long near(int part) {
        if (part >= near.length) {
            return kinds(part * PART - MOST, (part + 1) * PART + MOST);
        }
        if (near[part] == 0) {
            near[part] = kinds(part * PART - MOST, (part + 1) * PART + MOST);
        }
        return near[part];
    }

    /** The first letters of shadow text between two offsets, at most so many. */
    static Likeness of(String shadow, int from, int to, int most) {
        return of(shadow, from, to, most, false);
    }

    private static Likeness of(String shadow, int from, int to, int most, boolean form) {
        char[] letters = new char[most];
        int[] ends = new int[most];
        int n = 0;
        for (int i = from; i < to && n < most; i++) {
            char c = look(shadow.charAt(i));
            if (c == 0) {
                continue;
            }
            if (n > 0 && ends[n - 1] == i && (c == 'n' && letters[n - 1] == 'r' || c == 'v' && letters[n - 1] == 'v')) {
                letters[n - 1] = c == 'n' ? 'm' : 'w';
                ends[n - 1] = i + 1;
                continue;
            }
            letters[n] = c;
            ends[n++] = i + 1;
        }
        return new Likeness(letters, ends, n, form);
    }

    /** A form's wording. */
    static Likeness of(String words) {
        String shadow = TextFolding.shadow(words);
        return of(shadow, 0, shadow.length(), shadow.length(), true);
    }

    /** What a character looks like; 0 for what is no part of a word. */
    private static char look(char c) {
        if (c >= 'a' && c <= 'z') {
            return c == 'i' || c == 'j' ? 'l' : c;
        }
        return switch (c) {
            case '1', '|', '!' -> 'l';
            case '0' -> 'o';
            case '5', '$' -> 's';
            case '8' -> 'b';
            case '6' -> 'b';
            case '9' -> 'g';
            case '@', '4' -> 'a';
            case '3' -> 'e';
            case '2' -> 'z';
            case '7' -> 't';
            default -> c >= 128 && Character.isLetter(c) ? c : 0;
        };
    }

    int length() {
        return length;
    }

    /** Whether so many letters were taken, or all that there are. */
    boolean holds(int count) {
        return letters.length >= count || length < letters.length;
    }

    /** How many letters a wording of this length may be misread in. */
    int tolerance() {
        return tolerance;
    }

    /**
     * Whether no more than so many letters can differ from the beginning of a text. Each letter of a part that does not stand
     * near its place in the text is a difference at least, and those of one part are not those of another.
     *
     * @param text the text's letters, or only its first
     * @param most the most letters that may differ
     */
    boolean mayBegin(Likeness text, int most) {
        // The last letter taken may be the half of one.
        int told = text.length < text.letters.length ? Integer.MAX_VALUE : text.length - 1;
        int missing = 0;
        for (int part = 0; part < parts.length && (part + 1) * PART + MOST <= told; part++) {
            missing += Long.bitCount(parts[part] & ~text.near(part));
            if (missing > most) {
                return false;
            }
        }
        return true;
    }

    /**
     * Compares with the beginning of a text.
     *
     * @param text the text's letters
     * @param most the most letters that may differ
     * @return for each number of the text's letters from {@code length() - most} on how many differ; null where more do
     *     whatever the number
     */
    int @Nullable [] beginning(Likeness text, int most) {
        int width = Math.min(text.length, length + most);
        if (width < length - most || !mayBegin(text, most)) {
            return null;
        }
        int[] before = new int[width + 1];
        int[] row = new int[width + 1];
        for (int j = 0; j <= width; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= length; i++) {
            int low = Math.max(1, i - most);
            int high = Math.min(width, i + most);
            int least = Integer.MAX_VALUE;
            row[low - 1] = low == 1 ? i : Integer.MAX_VALUE / 2;
            for (int j = low; j <= high; j++) {
                int cost = letters[i - 1] == text.letters[j - 1] ? 0 : 1;
                int value = before[j - 1] + cost;
                value = Math.min(value, (j == i + most ? Integer.MAX_VALUE / 2 : before[j]) + 1);
                value = Math.min(value, row[j - 1] + 1);
                row[j] = value;
                least = Math.min(least, value);
            }
            if (Math.min(least, row[low - 1]) > most) {
                return null;
            }
            int[] swap = before;
            before = row;
            row = swap;
        }
        return Arrays.copyOfRange(before, Math.max(0, length - most), width + 1);
    }

    /** Where the given number of letters ends in the text they were taken from. */
    int end(int count) {
        return ends[count - 1];
    }
}
