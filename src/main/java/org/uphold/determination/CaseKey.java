package org.uphold.determination;

import java.text.Normalizer;

/**
 * The one key of a case, however its number is written: dashes of every kind are one, a run of them too; blanks, line breaks and
 * marks that nobody sees are none; letters are large, full-width ones and digits plain. A soft hyphen inside a number that has no other
 * dash is its dash, as where a file has that character for every hyphen; beside others it only says where a line may break, and is none.
 * Letters of another alphabet stay what they are, however alike they look. The number itself is kept as printed; this is what numbers are
 * compared by.
 */
public final class CaseKey {

    private static final char DASH = '-';
    /** No number of a case and no date is as long; without a bound a text of soft hyphens would be read as often as it has them. */
    private static final int LONGEST = 64;

    private static final char SOFT = '\u00AD';
    private static final int FULL_WIDTH = 0xFF00 - ' ';

    private CaseKey() {}

    /** The key of a printed case number; empty where nothing of it is to be seen. */
    public static String of(String printed) {
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            boolean plain = c > ' ' && c < 0x7f && (c < 'a' || c > 'z');
            if (!plain || (c == DASH && i > 0 && printed.charAt(i - 1) == DASH)) {
                return folded(printed);
            }
        }
        return printed;
    }

    private static String folded(String printed) {
        boolean softIsDash = printed.indexOf(SOFT) >= 0 && printed.codePoints().noneMatch(CaseKey::isDash);
        StringBuilder key = new StringBuilder(printed.length());
        // What is one letter with its accent is also written as two.
        Normalizer.normalize(printed, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (isDash(c) || c == SOFT && softIsDash && !key.isEmpty()) {
                if (key.isEmpty() || key.charAt(key.length() - 1) != DASH) {
                    key.append(DASH);
                }
            } else if (!isUnseen(c)) {
                key.appendCodePoint(large(plain(c)));
            }
        });
        if (softIsDash && !key.isEmpty() && key.charAt(key.length() - 1) == DASH) {
            key.setLength(key.length() - 1);
        }
        return key.toString();
    }

    /** Whether it is a dash, a hyphen or a minus sign, whatever its length, script or width. */
    public static boolean isDash(int c) {
        if (c < 0x80) {
            return c == DASH;
        }
        return switch (c) {
            // En and em dash of Windows-1252 that was read as Latin-1; modifier letter minus, hyphen bullet,
            // superscript and
            // subscript minus, minus sign, lines of box drawing, heavy minus.
            case 0x96, 0x97, 0x02D7, 0x2043, 0x207B, 0x208B, 0x2212, 0x2500, 0x2501, 0x2796 -> true;
            default -> Character.getType(c) == Character.DASH_PUNCTUATION;
        };
    }

    /**
     * Whether the soft hyphen at a place of a text is meant as a dash, as where a file has that character for every hyphen: between two
     * digits, where no word is divided, in a word without any other dash.
     */
    public static boolean isSoftDash(CharSequence text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1))
                && !isDashed(text, at, -1)
                && !isDashed(text, at, 1);
    }

    private static boolean isDashed(CharSequence text, int from, int step) {
        for (int i = from;
                i >= 0 && i < text.length() && Math.abs(i - from) <= LONGEST && !Character.isWhitespace(text.charAt(i));
                i += step) {
            if (isDash(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The plain character that a full-width one stands for; any other itself. */
    public static int plain(int c) {
        return c >= 0xFF01 && c <= 0xFF5E ? c - FULL_WIDTH : c;
    }

    /** White space, controls, and marks without a width. */
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> c == 0x034F || (c >= 0xFE00 && c <= 0xFE0F);
        };
    }

    /** By Unicode's own rules, whatever the locale; but no letter of another alphabet becomes a Latin one. */
    private static int large(int c) {
        int large = Character.toUpperCase(c);
        return large < 0x80 && c >= 0x80 ? c : large;
    }
}
