package org.uphold.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Outcome;

/** The outcome as letters of 2013 and 2014 tell it: {@code … is not medically necessary and appropriate.} */
final class Necessity {

    /**
     * A sentence's outcome.
     *
     * @param serviceEnd where the words before it end
     * @param start its first character
     * @param end after its last
     * @param outcome null where it says two things
     */
    record Found(
            int serviceEnd, int start, int end, @Nullable Outcome outcome) {}

    /** A form that was not filled in says both: {@code is/is not medically necessary}. */
    private static final String PHRASE = "(?<either>(?:is|are|was|were) ?(?:not)? ?/ ?)?"
            + "(?:is|are|was|were) ?(?<how>(?:"
            + Wording.anyOf("not", "partially", "partly", "in part") + ") ?)?(?<what>"
            + Wording.regex("medically necessary")
            + ")(?: ?" + Wording.regex("and appropriate") + ")?(?<part> ?" + Wording.anyOf("in part", "only in part")
            + ")?";

    private static final Pattern SEPARATE = Pattern.compile("\\b" + PHRASE);
    private static final Pattern GLUED = Pattern.compile(PHRASE);

    private Necessity() {}

    /** The outcome of the sentence between two offsets; null where it states none, or is cut off within the words. */
    static @Nullable Found find(String shadow, int from, int to) {
        Matcher m = SEPARATE.matcher(shadow).region(from, to);
        if (!m.find()) {
            m = GLUED.matcher(shadow).region(from, to);
            if (!m.find()) {
                return null;
            }
        }
        if (m.end() == shadow.length()) {
            return null;
        }
        int start = m.start();
        int end = m.end();
        Outcome first = outcome(m);
        boolean same = m.group("either") == null;
        int sentence = sentenceEnd(shadow, end, to);
        while (m.find() && m.start() < sentence) {
            same &= outcome(m) == first;
            end = m.end();
        }
        int serviceEnd = start;
        while (serviceEnd > from && " ,:;".indexOf(shadow.charAt(serviceEnd - 1)) >= 0) {
            serviceEnd--;
        }
        return new Found(serviceEnd, start, end, same ? first : null);
    }

    private static int sentenceEnd(String shadow, int from, int to) {
        int dot = shadow.indexOf('.', from);
        return dot < 0 ? to : Math.min(dot, to);
    }

    private static Outcome outcome(Matcher m) {
        String how = m.group("how");
        if (m.group("part") != null || (how != null && how.startsWith("p")) || (how != null && how.startsWith("in"))) {
            return Outcome.PARTIALLY_OVERTURNED;
        }
        return how == null ? Outcome.OVERTURNED : Outcome.UPHELD;
    }
}
