package org.uphold.csv;

import org.uphold.determination.CaseKey;

/**
 * Folds a field's text: any run of white space to one blank, none at the ends, soft hyphens removed, but those that are meant as dashes,
 * ligatures expanded.
 */
final class Folding {

    private Folding() {}

    static String fold(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (gap) {
                    return slowly(text);
                }
                gap = true;
            } else if (c < ' ' || (c >= 0x7f && isSpecial(c))) {
                return slowly(text);
            } else {
                gap = false;
            }
        }
        return gap && !text.isEmpty() ? slowly(text) : text;
    }

    private static boolean isSpecial(char c) {
        return isSpace(c) || isNothing(c) || (c >= '\uFB00' && c <= '\uFB06');
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ' || (c >= 0x7f && c < 0xa0);
    }

    /** Soft hyphen, zero-width marks, byte order mark. */
    private static boolean isNothing(char c) {
        return c == '\u00AD' || (c >= '\u200B' && c <= '\u200D') || c == '\u2060' || c == '\uFEFF';
    }

    private static String slowly(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u00AD' && CaseKey.isSoftDash(text, i)) {
                folded.append('-');
                continue;
            }
            if (isNothing(c)) {
                continue;
            }
            if (isSpace(c)) {
                gap = true;
                continue;
            }
            if (gap && !folded.isEmpty()) {
                folded.append(' ');
            }
            gap = false;
            switch (c) {
                case '\uFB00' -> folded.append("ff");
                case '\uFB01' -> folded.append("fi");
                case '\uFB02' -> folded.append("fl");
                case '\uFB03' -> folded.append("ffi");
                case '\uFB04' -> folded.append("ffl");
                case '\uFB05', '\uFB06' -> folded.append("st");
                default -> folded.append(c);
            }
        }
        return folded.toString();
    }
}
