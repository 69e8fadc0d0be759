package org.uphold.classification;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind a guideline's name, freed of the words and signs that only join. Ends are cut off piece by piece: one expression
 * for all pieces would begin anew at every sign of a long row.
 */
final class Details {

    private static final Pattern EDITION = Pattern.compile(
            "\\((?:updated [^)]*|ODG|ACOEM|online version|web version|(?:acute|chronic)[^)]*|(?:19|20)\\d\\d)\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING = Pattern.compile(
            "[\\s,;:./\\u2013-]++|(?:and|the|of|guidelines?|chapters?(?!\\s*+\\d)|sections?|procedures?|topic|which is|which are|web version|updated)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String JOINS = " \t\n\u000B\f\r,;:./\u2013-";
    private static final List<String> TRAILING = List.of("and", "which is", "which are", "which is a", "topic", "part");

    private Details() {}

    static String clean(String raw) {
        String kept = withoutEditions(raw);
        int start = 0;
        Matcher leading = LEADING.matcher(kept);
        while (leading.region(start, kept.length()).lookingAt()) {
            start = leading.end();
        }
        int end = end(kept, start);
        kept = kept.substring(start, end).strip();
        return kept.chars().anyMatch(Character::isLetterOrDigit) ? kept : "";
    }

    /** Behind the last bracket that closes there is none, and each that opens would be looked for to the end. */
    private static String withoutEditions(String raw) {
        int closed = raw.lastIndexOf(')') + 1;
        return closed == 0 ? raw : EDITION.matcher(raw.substring(0, closed)).replaceAll(" ") + raw.substring(closed);
    }

    /** Before the signs and words at the end that only join. */
    private static int end(String text, int start) {
        int end = text.length();
        int before;
        do {
            before = end;
            while (end > start && JOINS.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            for (String word : TRAILING) {
                int begin = end - word.length();
                if (begin >= start
                        && text.regionMatches(true, begin, word, 0, word.length())
                        && (begin == start || !isOfWord(text.charAt(begin - 1)))) {
                    end = begin;
                }
            }
        } while (end < before);
        return end;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
