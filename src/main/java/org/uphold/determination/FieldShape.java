package org.uphold.determination;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text can be what a field is for, by its shape: its length, its words, its digits, and whether it reads as a
 * sentence. Where a heading was lost or a column mapped wrongly, the story of a case stands in the field instead; it must
 * never be taken for a specialty, a state, a guideline or a service, because those are published.
 *
 * <p>The shapes are wide: they tell a field from a story, not a known name from an unknown one.
 */
public final class FieldShape {

    private static final Set<String> OCCUPATIONS = Set.of("social", "health", "care", "case", "outreach");
    private static final Set<String> VERBS = Set.of(
            "is",
            "was",
            "has",
            "had",
            "reports",
            "reported",
            "states",
            "stated",
            "presented",
            "returned",
            "continues",
            "takes",
            "works",
            "slipped",
            "with",
            "who",
            "did",
            "does",
            "notes",
            "tried",
            "asks",
            "received");

    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2018\u2019";

    private static final int LONGEST_NAME = 120;
    private static final int MOST_WORDS_OF_A_NAME = 16;
    private static final int LONGEST_LABEL = 250;
    private static final int LONGEST_STATE = 40;
    private static final int MOST_WORDS_OF_A_STATE = 5;
    private static final int LONGEST_GUIDELINE = 2_000;
    private static final int LONGEST_SERVICE = 2_500;
    private static final int MOST_SENTENCES_OF_A_SERVICE = 6;

    /** What a word says of the text that it stands in. */
    private enum Tells {
        /** Tells a story wherever it stands. */
        STORY,
        /** A pronoun: also part of a form ({@code his/her decision}) and of names in capitals ({@code HER-2}). */
        PRONOUN,
        /** Tells a story after or before another word only. */
        WITH_OTHERS,
        /** Stands in sentences, and in no name. */
        SENTENCE
    }

    private static final Map<String, Tells> WORDS = words();
    /** Five bits a letter: as many as a long holds. */
    private static final int LONGEST_WORD = 12;
    /** The words as numbers, five bits a letter, each at its slot or after it. */
    private static final long[] KNOWN = new long[256];

    static {
        for (String word : WORDS.keySet()) {
            long code = 0;
            for (int i = 0; i < word.length(); i++) {
                code = code << 5 | word.charAt(i) & 0x1f;
            }
            int at = slot(code);
            while (KNOWN[at] != 0) {
                at = at + 1 & KNOWN.length - 1;
            }
            KNOWN[at] = code;
        }
    }

    private FieldShape() {}

    private static Map<String, Tells> words() {
        Map<String, Tells> words = new HashMap<>();
        put(words, Tells.STORY, "she himself herself claimant complains complained underwent denies fell");
        put(words, Tells.PRONOUN, "he him his her");
        put(words, Tells.WITH_OTHERS, "old necessary seen worker patient request");
        put(
                words,
                Tells.SENTENCE,
                "is are was were has had have who which that this these those they been following developed"
                        + " including records year years reviewed injured based should would because therefore stated");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Tells> words, Tells tells, String list) {
        for (String word : list.split(" ")) {
            words.put(word, tells);
        }
    }

    /** Whether a text can be a specialty: a name of a board or of a field of medicine, without digits. */
    public static boolean isSpecialty(String text) {
        return isName(text) && isOf(text, "&/-().',+");
    }

    /** Whether a text can be a state or its abbreviation. */
    public static boolean isState(String text) {
        return text.length() <= LONGEST_STATE
                && words(text) <= MOST_WORDS_OF_A_STATE
                && isName(text)
                && isOf(text, "-.',");
    }

    /** Whether a text can be what a decision was based on: citations, and the form's sentences about them. */
    public static boolean isGuideline(String text) {
        return text.length() <= LONGEST_GUIDELINE && !tellsAStory(text, false);
    }

    /** Whether a text can be a disputed service: a heading, which may tell what of it was approved. */
    public static boolean isService(String text) {
        return text.length() <= LONGEST_SERVICE
                && !tellsAStory(text, false)
                && sentenceEnds(text) < MOST_SENTENCES_OF_A_SERVICE;
    }

    /** Whether a text can be a name: of a firm, a specialty, a chapter of a guideline; not a sentence. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST_NAME
                && words(text) <= MOST_WORDS_OF_A_NAME
                && sentenceEnds(text) == 0
                && !tellsAStory(text, true);
    }

    /**
     * Whether a text can stand in a published table as what its rows are grouped by: a name or a short phrase, not a
     * sentence and no part of a story. Wider than any one field, because publishers' own words are among them.
     */
    public static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && sentenceEnds(text) == 0 && !tellsAStory(text, false, true);
    }

    /** Whether a text is of letters, blanks and these signs, whatever the form of a dash or an apostrophe. */
    private static boolean isOf(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c) && c != ' ' && signs.indexOf(c) < 0 && DASHES.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int words(String text) {
        int words = text.isEmpty() ? 0 : 1;
        for (int i = 0; i < text.length(); i++) {
            words += text.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }

    /** How many sentences end within the text: a full stop behind a word, and a large letter after it. */
    private static int sentenceEnds(String text) {
        int found = 0;
        for (int i = 3; i + 2 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == '!' || c == '?')
                    && text.charAt(i + 1) == ' '
                    && Character.isUpperCase(text.charAt(i + 2))
                    && Character.isLowerCase(text.charAt(i - 1))
                    && Character.isLowerCase(text.charAt(i - 2))
                    && Character.isLowerCase(text.charAt(i - 3))) {
                found++;
            }
        }
        return found;
    }

    private static boolean tellsAStory(String text, boolean name) {
        return tellsAStory(text, name, false);
    }

    private static boolean tellsAStory(String text, boolean name, boolean label) {
        int length = text.length();
        int before = 0;
        int beforeEnd = 0;
        int i = 0;
        while (i < length) {
            long code = 0;
            int end = i;
            while (end < length && isLetter(text.charAt(end))) {
                code = code << 5 | text.charAt(end) & 0x1f;
                end++;
            }
            if (end == i) {
                i++;
                continue;
            }
            if (end - i <= LONGEST_WORD && isKnown(code)) {
                String word = lowerCase(text, i, end);
                Tells tells = WORDS.get(word);
                boolean reason = label && word.equals("necessary");
                if (tells != null
                        && !reason
                        && tells(tells, word, lowerCase(text, before, beforeEnd), text, i, end, name)) {
                    return true;
                }
            }
            before = i;
            beforeEnd = end;
            i = end;
        }
        return false;
    }

    /** Texts of fields are read by the million; a word that says nothing costs no more than its letters. */
    private static boolean isKnown(long code) {
        int at = slot(code);
        while (KNOWN[at] != 0) {
            if (KNOWN[at] == code) {
                return true;
            }
            at = at + 1 & KNOWN.length - 1;
        }
        return false;
    }

    private static int slot(long code) {
        return (int) ((code * 0x9E3779B97F4A7C15L) >>> 56) & KNOWN.length - 1;
    }

    private static boolean tells(
            Tells tells, String word, String before, String text, int start, int end, boolean name) {
        return switch (tells) {
            case STORY -> true;
            case PRONOUN -> isPronoun(text, start, end);
            case WITH_OTHERS ->
                name && !word.equals("old") && !word.equals("request") || withOthers(word, before, text, end);
            case SENTENCE -> name;
        };
    }

    /** Not {@code he/she}, {@code his/her decision} and {@code his decision} of a form, nor an abbreviation. */
    private static boolean isPronoun(String text, int start, int end) {
        if (Character.isUpperCase(text.charAt(end - 1))) {
            return false;
        }
        boolean either = start > 0 && text.charAt(start - 1) == '/' || end < text.length() && text.charAt(end) == '/';
        String next = wordAfter(text, end);
        return !either && next != null && !next.startsWith("deci") && !next.startsWith("determ");
    }

    private static boolean withOthers(String word, String before, String text, int end) {
        String next = wordAfter(text, end);
        return switch (word) {
            case "old" -> before.equals("year") || before.equals("years");
            case "necessary" -> before.equals("medically");
            case "seen" -> before.equals("was") || before.equals("were") || before.equals("been");
            case "worker" ->
                !OCCUPATIONS.contains(before) && (before.equals("injured") || before.equals("the") || isVerb(next));
            case "patient" -> isVerb(next);
            case "request" -> !before.equals("original") && ("is".equals(next) || "was".equals(next));
            default -> false;
        };
    }

    private static boolean isVerb(@Nullable String word) {
        return word != null && VERBS.contains(word);
    }

    /** The next word in lower case, null at the end. */
    private static @Nullable String wordAfter(String text, int end) {
        int start = end;
        while (start < text.length() && !isLetter(text.charAt(start))) {
            start++;
        }
        int stop = start;
        while (stop < text.length() && isLetter(text.charAt(stop))) {
            stop++;
        }
        return start == stop ? null : lowerCase(text, start, stop);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Of ASCII letters, whatever the locale. */
    private static String lowerCase(String text, int from, int to) {
        char[] out = new char[to - from];
        for (int i = from; i < to; i++) {
            out[i - from] = (char) (text.charAt(i) | 0x20);
        }
        return new String(out);
    }
}
