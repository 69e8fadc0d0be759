package org.uphold.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Outcome;

/**
 * What the reasons of an item come to, by the form's own words in their last sentence: {@code The request is not medically
 * necessary.} Reasons that end in other words, in a condition, or in a part of what was asked for say nothing plain.
 */
final class Conclusion {

    /** Words by which reasons that end otherwise still come to a conclusion. */
    private static final Pattern CONCLUDES =
            Pattern.compile("necess|appropriat|support|indicat|certif|approv|recommend|establish|warrant|justif|needed"
                    + "|reasonabl|consistent|guideline|upheld|uphold|overturn|denied|denial|authoriz|request|medical");

    private static final String NECESSARY = Wording.regex("medically necessary");
    private static final String ADVERBS =
            "(?:(?:therefore|thus|also|then|still|clearly|currently|deemed|considered) )*";
    private static final Pattern PLAIN =
            Pattern.compile("^(?<subject>[^.;:]{0,160}?\\b(?:is|are|was|were) ?)?" + ADVERBS
                    + "(?<not>not ?)?" + ADVERBS + NECESSARY + "(?: ?" + Wording.regex("and appropriate")
                    + ")?(?: at this time| as requested| for this patient)?[.!]?[\"')\\]]*$");
    /** What makes a sentence one of conditions, comparisons or parts. */
    private static final Pattern OTHERWISE = Pattern.compile(
            "\\b(?:if|whether|unless|until|would|could|should|may|might|only|when|why|how|what|that|which|who|because|but"
                    + "|however|although|though|while|except|other|others|rest|remaining|part|portion|partially|modified"
                    + "|no|neither|nor|none|never|cannot|fail|fails|lack|lacks|deny|denies|believe|believes|state|states|said)\\b"
                    + "|\\bnot\\b.*\\bnot\\b");

    private Conclusion() {}

    /** Upheld or overturned as the last sentence between two offsets of shadow text plainly says, else null. */
    static @Nullable Outcome of(String shadow, int from, int to) {
        String last = lastSentence(shadow, from, to);
        Matcher m = PLAIN.matcher(last);
        if (!m.find() || OTHERWISE.matcher(last).find()) {
            return null;
        }
        return m.group("not") == null ? Outcome.OVERTURNED : Outcome.UPHELD;
    }

    /** Whether the last two sentences come to anything at all. */
    static boolean isDrawn(String shadow, int from, int to) {
        int last = sentenceStart(shadow, from, to);
        int before = last > from ? sentenceStart(shadow, from, last) : last;
        return CONCLUDES.matcher(shadow).region(before, to).find();
    }

    private static String lastSentence(String shadow, int from, int to) {
        return shadow.substring(sentenceStart(shadow, from, to), to).strip();
    }

    /** Where the sentence starts that ends at an offset: behind the full stop before it. */
    private static int sentenceStart(String shadow, int from, int to) {
        int end = to;
        while (end > from && " .!?\"')]".indexOf(shadow.charAt(end - 1)) >= 0) {
            end--;
        }
        for (int i = end - 1; i > from; i--) {
            if (shadow.charAt(i) == ' ' && ".!?".indexOf(shadow.charAt(i - 1)) >= 0) {
                return i + 1;
            }
        }
        return from;
    }
}
