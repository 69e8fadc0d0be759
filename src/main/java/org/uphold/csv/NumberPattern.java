package org.uphold.csv;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Number formats of workbooks by which identifiers are shown: digits that are always shown ({@code 0}), with text around and
 * between them, as in {@code 0000000}, {@code 000-00-0000} or {@code "CM"00-0000000}.
 */
final class NumberPattern {

    private NumberPattern() {}

    /** The number as the format shows it; null where the format is of another kind, and says nothing of leading zeros. */
    static @Nullable String shown(String format, BigDecimal number) {
        String first = section(format);
        StringBuilder shape = new StringBuilder();
        int places = 0;
        for (int i = 0; i < first.length(); i++) {
            char c = first.charAt(i);
            if (c == '0') {
                places++;
                shape.append('\0');
            } else if (c == '#') {
                shape.append('\1');
            } else if (c == '"') {
                int end = first.indexOf('"', i + 1);
                end = end < 0 ? first.length() : end;
                shape.append(first, i + 1, end);
                i = end;
            } else if (c == '\\' && i + 1 < first.length()) {
                shape.append(first.charAt(++i));
            } else if (c == '[') {
                i = Math.max(i, first.indexOf(']', i));
            } else if ((c == '_' || c == '*') && i + 1 < first.length()) {
                i++;
            } else if ("-/ ()+:$".indexOf(c) >= 0) {
                shape.append(c);
            } else {
                return null;
            }
        }
        boolean whole = number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0;
        return places > 1 && whole ? filled(shape, number.toBigInteger().toString()) : null;
    }

    /** The first of the sections, which is for numbers above zero. */
    private static String section(String format) {
        boolean quoted = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return format.substring(0, i);
            }
        }
        return format;
    }

    /** Digits fill the places from the right; what is left over stands before the first. */
    private static String filled(StringBuilder shape, String digits) {
        StringBuilder shown = new StringBuilder();
        int left = digits.length();
        int first = shape.indexOf("\0");
        int sharp = shape.indexOf("\1");
        first = sharp >= 0 && (first < 0 || sharp < first) ? sharp : first;
        for (int i = shape.length() - 1; i >= 0; i--) {
            char c = shape.charAt(i);
            if (c > '\1') {
                shown.append(c);
                continue;
            }
            if (left > 0) {
                shown.append(digits.charAt(--left));
            } else if (c == '\0') {
                shown.append('0');
            }
            while (i == first && left > 0) {
                shown.append(digits.charAt(--left));
            }
        }
        return shown.reverse().toString();
    }
}
