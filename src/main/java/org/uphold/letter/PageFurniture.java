package org.uphold.letter;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes page headers and footers out, so that what a page break tore apart is whole again. A line is furniture when it
 * holds nothing but the words such lines are made of and a page or case number; a bare number only beside a page break.
 */
final class PageFurniture {

    private static final String CASE = "(?:imr ?-? ?)?(?:cm)?\\d{2}-\\d{5,9}";
    private static final Pattern CASE_NUMBER = Pattern.compile("\\b" + CASE + "\\b");
    /** An abbreviation is taken for a page's number only where it says of how many: citations abbreviate too. */
    private static final String PAGE = "\\b(?:page:? ?(?:no\\.? ?|# ?)?|pg?\\.? ?(?=\\d{1,3} ?(?:of|/) ?\\d))";

    private static final String OF = "(?: ?(?:of|/) ?(\\d{1,4}))?\\b";
    private static final Pattern PAGE_NUMBER = Pattern.compile(PAGE + "\\d{1,4}" + OF);
    private static final Pattern PAGE_OF =
            Pattern.compile("(?:" + PAGE + "|^(?=\\d{1,3} ?(?:of|/) ?\\d))(\\d{1,4})" + OF);
    /** Every word that such a line is made of, beside numbers and the letters of a case number. */
    private static final Set<String> WORDS = Set.of(
            "page",
            "pg",
            "p",
            "final",
            "determination",
            "determinations",
            "letter",
            "for",
            "imr",
            "case",
            "number",
            "no",
            "independent",
            "medical",
            "review",
            "decision",
            "form",
            "effective",
            "confidential",
            "maximus",
            "federal",
            "services",
            "inc",
            "rev",
            "revised",
            "continued",
            "notice",
            "of",
            "cm");

    private static final Pattern BARE_NUMBER = Pattern.compile("-? ?(\\d{1,3}) ?-?|\\d{1,3} ?(?:of|/) ?\\d{1,3}");
    private static final Pattern LETTER_CASE_NUMBER =
            Pattern.compile("(?:letter for imr case number|imr decision|case number)[:;.,]? ?(" + CASE + ")\\b");
    /** Of how many there are, with the word behind. */
    private static final Pattern PAGES = Pattern.compile("(\\b(?:of|/) ?\\d{1,4}) pages?\\b");

    private static final int LONGEST = 120;
    /** For each length, the first letters of the words that are so long: a bit each. */
    private static final int[] INITIALS =
            new int[1 + WORDS.stream().mapToInt(String::length).max().orElse(0)];

    static {
        WORDS.forEach(word -> INITIALS[word.length()] |= 1 << (word.charAt(0) - 'a'));
    }

    private enum Kind {
        TEXT,
        BARE_NUMBER,
        WORDS_ONLY,
        FURNITURE
    }

    private PageFurniture() {}

    /** For every line, whether it is furniture. */
    static boolean[] find(List<TextLine> lines) {
        int n = lines.size();
        Kind[] kinds = new Kind[n];
        for (int i = 0; i < n; i++) {
            kinds[i] = kind(lines.get(i).text());
        }
        boolean[] furniture = new boolean[n];
        for (int i = 0; i < n; i++) {
            furniture[i] = kinds[i] == Kind.FURNITURE;
        }
        // A bare number or a mere title is furniture only beside a page break or other furniture, in either direction.
        for (int i = 0; i < n; i++) {
            furniture[i] |= isWeak(kinds[i], i) && (breakBefore(lines, i) || (i > 0 && furniture[i - 1]));
        }
        for (int i = n - 1; i >= 0; i--) {
            boolean end = i == n - 1 && kinds[i] == Kind.BARE_NUMBER;
            furniture[i] |=
                    isWeak(kinds[i], i) && (end || (i + 1 < n && (furniture[i + 1] || breakBefore(lines, i + 1))));
        }
        return furniture;
    }

    /**
     * What a line of furniture says of its page: the page's number, and how many there are or 0 where it does not say.
     * Null where it names no page; a number alone is one only with {@code of} behind it.
     */
    static int @Nullable [] pageNumber(String shadow) {
        Matcher m = PAGE_OF.matcher(shadow);
        if (!m.find()) {
            return null;
        }
        return new int[] {Integer.parseInt(m.group(1)), m.group(2) == null ? 0 : Integer.parseInt(m.group(2))};
    }

    /** The number that a line of furniture is, with nothing beside it; 0 where it is more or less than that. */
    static int bareNumber(String shadow) {
        Matcher m = BARE_NUMBER.matcher(shadow);
        return m.matches() && m.group(1) != null ? Integer.parseInt(m.group(1)) : 0;
    }

    /** The case number that a page header of the form names, in shadow text, as start and end; null where none does. */
    static int @Nullable [] caseNumber(String shadow) {
        Matcher m = LETTER_CASE_NUMBER.matcher(shadow);
        return m.find() ? new int[] {m.start(1), m.end(1)} : null;
    }

    /** Whether a line of shadow text holds nothing but the words of letterheads and titles. */
    static boolean isLetterhead(String shadow) {
        return shadow.length() <= LONGEST && words(shadow) > 0;
    }

    /** The letterhead at the very start is the letter's own. */
    private static boolean isWeak(Kind kind, int line) {
        return line > 0 && (kind == Kind.BARE_NUMBER || kind == Kind.WORDS_ONLY);
    }

    private static boolean breakBefore(List<TextLine> lines, int i) {
        return lines.get(i).gap() == Gap.PAGE;
    }

    private static Kind kind(String text) {
        if (text.length() > LONGEST || beginsOtherwise(text)) {
            return Kind.TEXT;
        }
        String shadow = TextFolding.shadow(text);
        if (shadow.contains(" page")) {
            shadow = PAGES.matcher(shadow).replaceFirst("$1");
        }
        int words = words(shadow);
        if (words < 0) {
            return Kind.TEXT;
        }
        if (words <= 1 && BARE_NUMBER.matcher(shadow).matches()) {
            return Kind.BARE_NUMBER;
        }
        if (words == 0) {
            return Kind.TEXT;
        }
        boolean bareCase = CASE_NUMBER.matcher(shadow).matches();
        boolean marked = CASE_NUMBER.matcher(shadow).find()
                || PAGE_NUMBER.matcher(shadow).find();
        // With a colon, but for that of a page's number, or with nothing beside it, it may be the letter's own header
        // field; it takes a page break to tell.
        boolean colon = shadow.indexOf(':', shadow.startsWith("page:") ? "page:".length() : 0) >= 0;
        return marked && !bareCase && !colon ? Kind.FURNITURE : Kind.WORDS_ONLY;
    }

    /** Whether the first word is none of furniture. So it is with nearly all lines, and nothing else need be looked at. */
    private static boolean beginsOtherwise(String text) {
        int end = 0;
        while (end < text.length() && isPlainLetter(text.charAt(end))) {
            end++;
        }
        // What is no plain letter may stand for one, and the word be longer.
        boolean whole = end > 0 && (end == text.length() || text.charAt(end) < 128);
        return whole
                && (end >= INITIALS.length
                        || (INITIALS[end] & 1 << ((text.charAt(0) | ' ') - 'a')) == 0
                        || !WORDS.contains(TextFolding.shadow(text.substring(0, end))));
    }

    private static boolean isPlainLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** How many words of furniture a line holds; -1 where it holds anything else. */
    private static int words(String shadow) {
        int words = 0;
        int i = 0;
        while (i < shadow.length()) {
            char c = shadow.charAt(i);
            if (c >= 'a' && c <= 'z') {
                int end = i + 1;
                while (end < shadow.length() && shadow.charAt(end) >= 'a' && shadow.charAt(end) <= 'z') {
                    end++;
                }
                if (!WORDS.contains(shadow.substring(i, end))) {
                    return -1;
                }
                words++;
                i = end;
            } else if (c >= '0' && c <= '9' || " ./#:,()|-".indexOf(c) >= 0) {
                i++;
            } else {
                return -1;
            }
        }
        return words;
    }
}
