package org.uphold.classification;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text as plain words: lower-case ASCII letters and digits, one blank between words and one before the first and after
 * the last, {@code %} as {@code pct}, {@code &} as {@code and}, the
 * sign before a number ({@code #120}) as a word of its own. Numbers part from the unit glued to them ({@code 50mg}), but
 * names such as {@code L4} and {@code B12} stay whole. Beside the words stands the punctuation that parts a list or opens a
 * bracket: what comes behind it says more about the service, it is not the service.
 */
final class NormalizedText {

    /** Marks at the blank before a word: a comma or its like was there. */
    static final byte COMMA = 1;

    static final byte OPEN = 2;
    static final byte CLOSE = 4;

    /** What stands before a percentage too, where one drug is printed in two strengths or by two names. */
    private static final Set<String> NO_INGREDIENT = Set.of(
            "pct",
            "or",
            "to",
            "and",
            "with",
            "gel",
            "cream",
            "ointment",
            "patch",
            "lotion",
            "solution",
            "sodium",
            "hcl");

    private static final String SHARE = "pct ";

    private static final byte[] FOLD = new byte[128];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            FOLD[c] = (byte) c;
            FOLD[c - 'a' + 'A'] = (byte) c;
        }
        for (char c = '0'; c <= '9'; c++) {
            FOLD[c] = (byte) c;
        }
    }

    private final byte[] letters;
    private final byte[] marks;
    private final int length;
    private final int @Nullable [] printedAt;

    private NormalizedText(byte[] letters, byte[] marks, int length, int @Nullable [] printedAt) {
        this.letters = letters;
        this.marks = marks;
        this.length = length;
        this.printedAt = printedAt;
    }

    static NormalizedText of(String text) {
        return of(isAscii(text) ? text : decomposed(text), false);
    }

    /** Of a text in ASCII, with the way back from words to their place in it. */
    static NormalizedText withPlaces(String ascii) {
        return of(ascii, true);
    }

    private static NormalizedText of(String plain, boolean places) {
        int n = plain.length();
        byte[] out = new byte[longest(plain)];
        byte[] marks = new byte[out.length];
        int[] printedAt = places ? new int[out.length] : null;
        int o = 0;
        out[o++] = ' ';
        byte pending = 0;
        for (int i = 0; i < n; i++) {
            char c = plain.charAt(i);
            byte folded = c < 128 ? FOLD[c] : 0;
            if (folded != 0) {
                boolean digit = folded <= '9';
                if (!digit && isDigit(out[o - 1])) {
                    out[o++] = ' ';
                }
                marks[o - 1] |= out[o - 1] == ' ' ? pending : 0;
                pending = out[o - 1] == ' ' ? 0 : pending;
                if (printedAt != null) {
                    printedAt[o] = i;
                }
                out[o++] = folded;
                continue;
            }
            if (c == '\'') {
                continue;
            }
            if (c == '.' && isDigit(out[o - 1]) && i + 1 < n && isDigit(plain.charAt(i + 1))) {
                out[o++] = '.';
                continue;
            }
            if (out[o - 1] != ' ') {
                out[o++] = ' ';
            }
            switch (c) {
                case '%' -> o = word("pct ", out, o);
                case '&' -> o = word("and ", out, o);
                case ',' ->
                    pending |=
                            isDigit(out[Math.max(0, o - 2)]) && i + 1 < n && isDigit(plain.charAt(i + 1)) ? 0 : COMMA;
                case '#' -> o = i + 1 < n && isDigit(plain.charAt(i + 1)) ? word("# ", out, o) : o;
                case ';' -> pending |= COMMA;
                case '(', '[' -> pending |= OPEN;
                case ')', ']' -> pending |= CLOSE;
                default -> {}
            }
        }
        if (out[o - 1] != ' ') {
            out[o++] = ' ';
        }
        return new NormalizedText(out, marks, o, printedAt);
    }

    /** The words as a pattern is written in a table: without the outer blanks. */
    static String words(String text) {
        return of(text).toString().strip();
    }

    byte letterAt(int offset) {
        return letters[offset];
    }

    int length() {
        return length;
    }

    byte markAt(int blank) {
        return marks[blank];
    }

    /** Place in the printed text of the letter at an offset; only of a text made {@link #withPlaces}. */
    int printedAt(int offset) {
        return printedAt == null ? -1 : printedAt[offset];
    }

    /** Where the first of several different words begins that have a percentage behind them: {@code a 5% / b 10%}; else -1. */
    int sharesOfSeveral() {
        int first = -1;
        for (int at = 1; at + SHARE.length() <= length; at++) {
            if (letters[at - 1] == ' ' && is(at, at + SHARE.length(), SHARE)) {
                int word = wordOfShare(at);
                if (first >= 0 && word >= 0 && !isSameWord(first, word)) {
                    return first;
                }
                first = first < 0 ? word : first;
            }
        }
        return -1;
    }

    /** Where the word begins that the percentage belongs to: the one before its number; -1 where there is none. */
    private int wordOfShare(int share) {
        int number = wordBefore(share);
        int word = number > 0 && isDigit(letters[number]) ? wordBefore(number) : -1;
        return word < 0 || isDigit(letters[word]) || NO_INGREDIENT.contains(substring(word, number - 1)) ? -1 : word;
    }

    private int wordBefore(int word) {
        int at = word - 2;
        while (at > 0 && letters[at - 1] != ' ') {
            at--;
        }
        return at > 0 ? at : -1;
    }

    private boolean isSameWord(int one, int other) {
        int at = 0;
        while (letters[one + at] == letters[other + at] && letters[one + at] != ' ') {
            at++;
        }
        return letters[one + at] == letters[other + at];
    }

    boolean isEmpty() {
        return length <= 1;
    }

    /** The letters from one offset to before another. */
    String substring(int from, int to) {
        return new String(letters, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Whether a word stands between two offsets. */
    boolean is(int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (letters[i] != word.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    /** With the outer blanks. */
    @Override
    public String toString() {
        return new String(letters, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Room enough: each letter may get a blank before it, and a few signs become words. */
    private static int longest(String plain) {
        int room = 2 * plain.length() + 4;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            room += c == '%' || c == '&' ? 4 : 0;
        }
        return room;
    }

    private static int word(String word, byte[] out, int at) {
        for (int i = 0; i < word.length(); i++) {
            out[at + i] = (byte) word.charAt(i);
        }
        return at + word.length();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** The text letter for letter in ASCII: accents dropped, typographic signs plain, what has no like a blank. */
    static String ascii(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c < 128 ? c : ascii(c));
        }
        return plain.toString();
    }

    private static char ascii(char c) {
        if (c >= '\u2010' && c <= '\u2015') {
            return '-';
        }
        if (c == '\u2018' || c == '\u2019') {
            return '\'';
        }
        if (c == '\u201C' || c == '\u201D') {
            return '"';
        }
        char base =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).charAt(0);
        return base < 128 ? base : ' ';
    }

    /** Letters without their accents, typographic apostrophes plain; the marks left over count as blanks or nothing. */
    private static String decomposed(String text) {
        String split = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(split.length());
        for (int i = 0; i < split.length(); i++) {
            char c = split.charAt(i);
            if (c == '\u2019' || c == '\u2018') {
                kept.append('\'');
            } else if (c != '\u00AD' && Character.getType(c) != Character.NON_SPACING_MARK) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
