package org.uphold.csv;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The letters of date patterns. Java's own patterns take many that mean something else than whoever writes them believes, and
 * read a date with them without a word: {@code mm} is minutes, {@code D} the day of the year, {@code Y} the year of the week.
 */
final class DatePatterns {

    /** Year, month, day, weekday; then time of day, its fraction, half of the day and zone, which are read and left out. */
    private static final String DATE_LETTERS = "yuMLdE";

    private static final String TIME_LETTERS = "HhmsSaXxZzVO";

    private DatePatterns() {}

    /** What is wrong with a pattern, and what was likely meant; null where it is a date's. */
    static @Nullable String wrong(String pattern) {
        Set<Character> seen = new LinkedHashSet<>();
        String letters = letters(pattern);
        String meant = meant(pattern, letters);
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            boolean begins = i == 0 || letters.charAt(i - 1) != c;
            if (!isLetter(c)) {
                continue;
            }
            String mistaken = mistaken(c, letters);
            if (mistaken != null) {
                return mistaken + "; write " + meant;
            }
            if (DATE_LETTERS.indexOf(c) < 0 && TIME_LETTERS.indexOf(c) < 0) {
                return c + " is no letter of a date; years are y, months M, days d";
            }
            char role = c == 'u' ? 'y' : c == 'L' ? 'M' : c;
            if (begins && DATE_LETTERS.indexOf(c) >= 0 && !seen.add(role)) {
                return role + " stands twice; years are y, months M, days d";
            }
        }
        if (!seen.contains('y')) {
            return "it has no year; years are y, months M, days d";
        }
        return seen.contains('d') && !seen.contains('M')
                ? "it has a day and no month; years are y, months M, days d"
                : null;
    }

    private static @Nullable String mistaken(char c, String letters) {
        return switch (c) {
            case 'm' -> hasTime(letters) ? null : "m is minutes and M the month";
            case 'D' -> "D is the day of the year and d that of the month";
            case 'Y' -> "Y is the year that a week belongs to and y that of the date";
            default -> null;
        };
    }

    private static boolean hasTime(String letters) {
        return letters.indexOf('H') >= 0 || letters.indexOf('h') >= 0;
    }

    /** The pattern with the letters that were likely meant. */
    private static String meant(String pattern, String letters) {
        StringBuilder meant = new StringBuilder(pattern);
        for (int i = 0; i < meant.length(); i++) {
            switch (letters.charAt(i)) {
                case 'm' -> meant.setCharAt(i, hasTime(letters) ? 'm' : 'M');
                case 'D' -> meant.setCharAt(i, 'd');
                case 'Y' -> meant.setCharAt(i, 'y');
                default -> {}
            }
        }
        return meant.toString();
    }

    /** Java's name for a year is {@code y} of an era; {@code u} is one whatever the era. What is quoted stays. */
    static String withoutEras(String pattern) {
        StringBuilder result = new StringBuilder(pattern);
        String letters = letters(pattern);
        for (int i = 0; i < result.length(); i++) {
            if (letters.charAt(i) == 'y') {
                result.setCharAt(i, 'u');
            }
        }
        return result.toString();
    }

    /** The pattern with a blank for each character that is quoted. */
    private static String letters(String pattern) {
        StringBuilder letters = new StringBuilder(pattern);
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            boolean mark = pattern.charAt(i) == '\'';
            if (mark || quoted) {
                letters.setCharAt(i, ' ');
            }
            quoted ^= mark;
        }
        return letters.toString();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
