package org.uphold.letter;

/**
 * Turns a form's words into a regular expression over shadow text that also finds them when words are glued together or
 * broken by a line end or a lost soft hyphen. {@code (s)} stands for a plural that may be printed either way.
 */
final class Wording {

    private static final String PLURAL = "(s)";
    private static final int BEGINNING = 4;

    private Wording() {}

    /** Blanks may be missing between words, and one may stand inside a word. */
    static String regex(String words) {
        StringBuilder out = new StringBuilder("(?:");
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (isPlural(words, i)) {
                out.append("(?: ?\\( ?s ?\\)| ?s)?+");
                i += PLURAL.length() - 1;
            } else if (c == ' ') {
                out.append(" ?");
                continue;
            } else {
                if (!Character.isLetterOrDigit(c)) {
                    out.append('\\');
                }
                out.append(Character.toLowerCase(c));
            }
            if (i + 1 < words.length() && words.charAt(i + 1) != ' ' && !isPlural(words, i + 1)) {
                out.append(" ?");
            }
        }
        return out.append(')').toString();
    }

    /** The first letters, of which each text that fits has all. */
    static String beginning(String words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words.length() && out.length() < BEGINNING && !isPlural(words, i); i++) {
            if (words.charAt(i) != ' ') {
                out.append(Character.toLowerCase(words.charAt(i)));
            }
        }
        return out.toString();
    }

    /** Whether such letters stand at an offset, with or without a blank between any two. */
    static boolean begins(String shadow, int offset, String beginning) {
        int at = offset;
        for (int i = 0; i < beginning.length(); i++) {
            if (i > 0 && at < shadow.length() && shadow.charAt(at) == ' ') {
                at++;
            }
            if (at >= shadow.length() || shadow.charAt(at++) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlural(String words, int at) {
        return words.regionMatches(true, at, PLURAL, 0, PLURAL.length());
    }

    /** Any of several wordings, the first that fits. */
    static String anyOf(String... wordings) {
        StringBuilder out = new StringBuilder("(?:");
        for (int i = 0; i < wordings.length; i++) {
            out.append(i == 0 ? "" : "|").append(regex(wordings[i]));
        }
        return out.append(')').toString();
    }
}
