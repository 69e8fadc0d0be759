package org.uphold.letter;

import org.uphold.determination.CaseKey;

/**
 * The one way letters are folded: soft hyphens (but those that are meant as dashes) and zero-width marks removed, ligatures expanded, any run of white space (no-break space and
 * form feed too) to one blank, none at the ends. C1 controls, left over when Windows-1252 was read as Latin-1, become the
 * characters that were meant.
 */
final class TextFolding {

    /** What Windows-1252 has at 0x80 to 0x9F; zero where it has nothing. */
    private static final char[] C1 = {
        '\u20ac', 0, '\u201a', '\u0192', '\u201e', '\u2026', '\u2020', '\u2021', '\u02c6', '\u2030', '\u0160', '\u2039',
        '\u0152', 0, '\u017d', 0, 0, '\u2018', '\u2019', '\u201c', '\u201d', '\u2022', '\u2013', '\u2014', '\u02dc',
        '\u2122', '\u0161', '\u203a', '\u0153', 0, '\u017e', '\u0178'
    };

    private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    private TextFolding() {}

    /** The folded text. */
    static String fold(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return isFolded(text, from, to) ? text.substring(from, to) : folded(text);
    }

    /** Whether nothing is left of a text when it is folded. */
    static boolean isEmpty(String text) {
        // Nearly all begin with what stays.
        boolean plain = !text.isEmpty() && text.charAt(0) > ' ' && text.charAt(0) < 0x7f;
        return !plain && fold(text).isEmpty();
    }

    /** Whether there is nothing to fold between two characters that are no blanks, as in nearly all lines. */
    private static boolean isFolded(String text, int from, int to) {
        boolean blank = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (blank) {
                    return false;
                }
                blank = true;
            } else if (c > ' ' && c < 0x7f
                    || c > '\u00a0' && c < '\u0300' && c != '\u00ad'
                    || c >= '\u2010' && c <= '\u2027') {
                // Latin letters and signs, dashes, quotes and bullets.
                blank = false;
            } else {
                return false;
            }
        }
        return true;
    }

    private static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = c1(text.charAt(i));
            if (isSpace(c)) {
                blank = true;
                continue;
            }
            if (c == '\u00ad' && CaseKey.isSoftDash(text, i)) {
                c = '-';
            }
            if (c == '\u00ad' || c == '\ufeff' || c == 0 || (c >= '\u200b' && c <= '\u200d') || c == '\u2060') {
                continue;
            }
            if (blank && out.length() > 0) {
                out.append(' ');
            }
            blank = false;
            if (c >= '\ufb00' && c <= '\ufb06') {
                out.append(LIGATURES[c - '\ufb00']);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * A text of the same length to match against: lower case by Unicode's own rules whatever the locale, Turkish i
     * without and with dot as i, typographic quotes, dashes of every kind and full-width characters as their plain ones.
     */
    static String shadow(String text) {
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            char c = out[i];
            if (c >= 'A' && c <= 'Z') {
                out[i] = (char) (c + 32);
            } else if (c >= 128) {
                out[i] = plain(c);
            }
        }
        return new String(out);
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\u001c' && c <= '\u001f') || (c >= 128 && isWideSpace(c));
    }

    private static boolean isWideSpace(char c) {
        return c == '\u00a0' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static char c1(char c) {
        if (c < '\u0080' || c > '\u009f') {
            return c;
        }
        char meant = C1[c - '\u0080'];
        return meant == 0 ? '\ufffd' : meant;
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u0130', '\u0131' -> 'i';
            case '\u2018', '\u2019', '\u201b', '\u02bc' -> '\'';
            case '\u201c', '\u201d', '\u201e' -> '"';
            default -> CaseKey.isDash(c) ? '-' : Character.toLowerCase((char) CaseKey.plain(c));
        };
    }
}
