package org.uphold.letter;

import java.util.regex.Pattern;

/**
 * Where paragraphs start. Letters with space between paragraphs say so; in the others, and across page breaks, the end of
 * a sentence at the end of a line is what is left to go by.
 */
final class Paragraphs {

    private static final Pattern SENTENCE_END = Pattern.compile("[.?!][\"')\\]]*$");
    private static final Pattern CLOSING_PHRASE =
            Pattern.compile(Wording.regex("necessary") + "(?: ?" + Wording.regex("and appropriate") + ")?[.]?$");
    /** A line that ends this much before the margin ends its paragraph, full stop or not. */
    private static final double SHORT = 0.75;

    private final Body body;
    private final boolean spaced;
    private final int width;

    Paragraphs(Body body, Outline outline) {
        this.body = body;
        int blank = 0;
        int none = 0;
        for (Mark mark : outline.marks()) {
            if (mark.heading() == Heading.CLAIMS_ADMINISTRATOR_GUIDELINE
                    || mark.heading() == Heading.REVIEWER_GUIDELINE
                    || mark.heading() == Heading.RATIONALE) {
                Gap gap = body.gap(body.lineAt(mark.start()));
                blank += gap == Gap.BLANK ? 1 : 0;
                none += gap == Gap.NONE ? 1 : 0;
            }
        }
        this.spaced = blank > none;
        int longest = 0;
        for (int line = 0; line < body.lineCount(); line++) {
            longest = Math.max(longest, body.end(line) - body.start(line));
        }
        this.width = longest;
    }

    /** Whether space between paragraphs can be trusted. */
    boolean isSpaced() {
        return spaced;
    }

    /** Whether a paragraph starts at a line, by space where there is any. */
    boolean startsAt(int line) {
        Gap gap = body.gap(line);
        return gap == Gap.BLANK || (!(spaced && gap == Gap.NONE) && startsBySentence(line));
    }

    /** Whether the line before ends a paragraph, by what it says and how long it is. */
    boolean startsBySentence(int line) {
        if (line == 0 || body.gap(line) == Gap.BLANK) {
            return true;
        }
        String before = body.shadow().substring(body.start(line - 1), body.end(line - 1));
        boolean small = Character.isLowerCase(body.text().charAt(body.start(line)));
        boolean phrase = CLOSING_PHRASE.matcher(before).find();
        if (SENTENCE_END.matcher(before).find()) {
            return !small || phrase;
        }
        if (small) {
            return false;
        }
        return phrase || (endsShort(line) && !before.endsWith(",") && !before.endsWith("-"));
    }

    private boolean endsShort(int line) {
        int blank = body.shadow().indexOf(' ', body.start(line));
        int word = (blank < 0 ? body.length() : blank) - body.start(line);
        return body.end(line - 1) - body.start(line - 1) + 1 + word < SHORT * width;
    }
}
