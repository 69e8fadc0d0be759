package org.uphold.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Outcome;

/** The outcome at the end of an item's heading, and nowhere else: rationales use the same words for other things. */
final class OutcomeWords {

    /**
     * An outcome that was found.
     *
     * @param serviceEnd where the service before it ends
     * @param start its first character
     * @param strong whether a colon stands before it
     * @param verdict what it says
     */
    record Found(int serviceEnd, int start, boolean strong, Verdict verdict) {}

    /**
     * What outcome words say.
     *
     * @param outcome null where they are no words we know, or say two things at once
     * @param contradictory whether they say two things at once
     */
    record Verdict(@Nullable Outcome outcome, boolean contradictory) {}

    private static final String NOT_NECESSARY = Wording.regex("not medically necessary");
    private static final String NECESSARY = Wording.regex("medically necessary");
    private static final String PARTIAL = Wording.anyOf("partially", "partial", "in part", "in-part");
    private static final String UPHELD = Wording.anyOf("upheld", "uphold") + "|" + NOT_NECESSARY;
    private static final String OVERTURNED = Wording.anyOf("overturned", "overturn", "reversed") + "|" + NECESSARY;
    private static final String OTHER = "withdrawn|ineligible|dismissed|duplicate|modified";

    private static final Pattern WORD = Pattern.compile("(?<partial>" + PARTIAL + ")|(?<upheld>" + UPHELD
            + ")|(?<overturned>" + OVERTURNED + ")|(?<other>" + OTHER + ")|(?<not>\\bnot?\\b)");
    private static final String TOKENS = "(?: ?(?:" + PARTIAL + "|" + UPHELD + "|" + OVERTURNED + "|" + OTHER + "|"
            + Wording.regex("and appropriate")
            + "|(?:not?|and|or|but|the|denial|decision|determination|is|are|was|were)\\b|[/,;&()\\[\\].\"'*-]))++ ?";
    private static final Pattern REVIEWED = Pattern.compile(UPHELD + "|" + OVERTURNED);
    private static final Pattern NECESSITY = Pattern.compile(NECESSARY);
    private static final Pattern PURE = Pattern.compile(TOKENS);
    private static final Pattern WEAK = Pattern.compile("(?<dash> -+ ?)(?=[a-z])|(?<verb>\\b(?:is|are|was|were)) ");

    /** An outcome's words are never further from the end. */
    private static final int WINDOW = 140;

    private OutcomeWords() {}

    /** The outcome that ends just before {@code end}, in a heading that starts no earlier than {@code floor}; or null. */
    static @Nullable Found before(Body body, int floor, int end) {
        int from = Math.max(floor, end - WINDOW);
        Found found = afterColon(body.shadow(), from, end);
        if (found == null) {
            found = onItsOwnLine(body, from, end);
        }
        return found == null ? afterVerb(body, from, end) : found;
    }

    private static @Nullable Found afterColon(String shadow, int from, int end) {
        int separator = lastSeparator(shadow, from, end);
        if (separator < 0 || !isPure(shadow, separator + 1, end)) {
            return null;
        }
        // "Upheld: Overturned" says both.
        int start = separator;
        int earlier = lastSeparator(shadow, from, start);
        while (earlier >= 0
                && isPure(shadow, earlier + 1, start)
                && REVIEWED.matcher(shadow).region(earlier, start).find()) {
            start = earlier;
            earlier = lastSeparator(shadow, from, start);
        }
        return new Found(
                withoutSeparators(shadow, start), firstWord(shadow, start, end), true, verdict(shadow, start, end));
    }

    private static @Nullable Found onItsOwnLine(Body body, int from, int end) {
        int start = body.start(body.lineAt(Math.max(from, end - 1)));
        if (start < from || !isPure(body.shadow(), start, end) || speaksOfNecessity(body.shadow(), start, end)) {
            return null;
        }
        return new Found(
                withoutSeparators(body.shadow(), start),
                firstWord(body.shadow(), start, end),
                false,
                verdict(body.shadow(), start, end));
    }

    /** Without a colon only what is printed as an outcome, large and without a full stop, can be told from prose. */
    private static @Nullable Found afterVerb(Body body, int from, int end) {
        String shadow = body.shadow();
        Matcher m = WEAK.matcher(shadow);
        m.region(from, end);
        while (m.find()) {
            int start = m.end();
            if (isPure(shadow, start, end)
                    && !speaksOfNecessity(shadow, start, end)
                    && Character.isUpperCase(body.text().charAt(firstWord(shadow, start, end)))
                    && shadow.charAt(end - 1) != '.') {
                int serviceEnd = m.group("verb") == null ? m.start() : m.end("verb");
                return new Found(serviceEnd, firstWord(shadow, start, end), false, verdict(shadow, start, end));
            }
        }
        return null;
    }

    private static int lastSeparator(String shadow, int from, int end) {
        for (int i = end - 1; i >= from; i--) {
            char c = shadow.charAt(i);
            if (c == ':' || c == ';' || c == '=') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isPure(String shadow, int from, int end) {
        if (from >= end) {
            return false;
        }
        Matcher pure = PURE.matcher(shadow);
        pure.region(from, end);
        if (!pure.matches()) {
            return false;
        }
        Matcher word = WORD.matcher(shadow);
        word.region(from, end);
        while (word.find()) {
            if (word.group("not") == null) {
                return true;
            }
        }
        return false;
    }

    /** Rationales end in those words; without a colon before them they are no outcome of a heading. */
    private static boolean speaksOfNecessity(String shadow, int from, int end) {
        return NECESSITY.matcher(shadow).region(from, end).find();
    }

    private static int firstWord(String shadow, int from, int end) {
        Matcher word = WORD.matcher(shadow);
        word.region(from, end);
        return word.find() ? word.start() : from;
    }

    private static int withoutSeparators(String shadow, int end) {
        int at = end;
        while (at > 0 && " :;=".indexOf(shadow.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    /** What the outcome words between two offsets of shadow text say together. */
    static Verdict verdict(String shadow, int from, int end) {
        boolean partial = false;
        boolean upheld = false;
        boolean overturned = false;
        boolean not = false;
        String other = null;
        Matcher word = WORD.matcher(shadow);
        word.region(from, end);
        while (word.find()) {
            partial |= word.group("partial") != null;
            upheld |= word.group("upheld") != null;
            overturned |= word.group("overturned") != null;
            not |= word.group("not") != null;
            other = word.group("other") == null ? other : word.group("other");
        }
        boolean reviewed = upheld || overturned;
        if ((upheld && overturned) || (reviewed && other != null)) {
            return new Verdict(null, true);
        }
        if (not || (partial && !reviewed)) {
            return new Verdict(null, false);
        }
        if (reviewed) {
            return new Verdict(
                    partial ? Outcome.PARTIALLY_OVERTURNED : upheld ? Outcome.UPHELD : Outcome.OVERTURNED, false);
        }
        return new Verdict(other == null ? null : ended(other), false);
    }

    private static @Nullable Outcome ended(String word) {
        return switch (word) {
            case "withdrawn" -> Outcome.WITHDRAWN;
            case "ineligible" -> Outcome.INELIGIBLE;
            case "dismissed" -> Outcome.DISMISSED;
            case "duplicate" -> Outcome.DUPLICATE;
            default -> null;
        };
    }
}
