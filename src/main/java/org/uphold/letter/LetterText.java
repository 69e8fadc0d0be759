package org.uphold.letter;

import java.util.ArrayList;
import java.util.List;
import org.uphold.source.Place;

/**
 * What a letter says, line by line, whatever file it came in.
 *
 * @param lines the lines that hold something, in reading order
 * @param paged whether places are told by page (a document) or by line (a text)
 * @param undecodable whether some bytes were no text in the encoding found
 */
public record LetterText(List<TextLine> lines, boolean paged, boolean undecodable) {

    public LetterText {
        lines = List.copyOf(lines);
    }

    /** A plain text with its line ends; form feeds end pages. */
    public static LetterText of(CharSequence text) {
        return new LetterText(LineSplitter.split(text), false, false);
    }

    LetterText withUndecodable(boolean found) {
        return new LetterText(lines, paged, found);
    }

    /** The whole text, folded: the text that characters in places count in. */
    public String folded() {
        StringBuilder out = new StringBuilder();
        for (TextLine line : lines) {
            if (out.length() > 0) {
                out.append(' ');
            }
            out.append(line.text());
        }
        return out.toString();
    }

    /** Where the given 0-based character of the folded text stands, for a line that is known. */
    Place place(TextLine line, int character) {
        return paged ? new Place(null, line.page(), character + 1) : new Place(line.line(), null, character + 1);
    }

    /** Where a line stands. */
    Place place(int index) {
        return place(lines.get(index), starts().get(index));
    }

    /** The start of every line in {@link #folded()}. */
    List<Integer> starts() {
        List<Integer> starts = new ArrayList<>(lines.size());
        int at = 0;
        for (TextLine line : lines) {
            starts.add(at);
            at += line.text().length() + 1;
        }
        return starts;
    }
}
