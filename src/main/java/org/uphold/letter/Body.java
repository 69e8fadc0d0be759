package org.uphold.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.source.Place;

/**
 * A letter without its page furniture, as one folded string that remembers its lines. Offsets are 0-based characters of
 * {@link #text()}; {@link #shadow()} has the same length and is what patterns are matched against.
 */
final class Body {

    private final LetterText letter;
    private final String text;
    private final String shadow;
    private final TextLine[] lines;
    private final Gap[] gaps;
    private final boolean[] furniture;
    private final int[] starts;
    private final int[] wholeStarts;
    private final @Nullable String headerCaseNumber;
    private final @Nullable Place headerCaseNumberPlace;

    Body(LetterText letter) {
        this.letter = letter;
        List<TextLine> all = letter.lines();
        List<Integer> allStarts = letter.starts();
        furniture = PageFurniture.find(all);
        List<TextLine> kept = new ArrayList<>(all.size());
        List<Gap> keptGaps = new ArrayList<>(all.size());
        List<Integer> keptWhole = new ArrayList<>(all.size());
        StringBuilder out = new StringBuilder();
        int[] keptStarts = new int[all.size()];
        boolean removed = false;
        boolean paged = false;
        String caseNumber = null;
        Place casePlace = null;
        for (int i = 0; i < all.size(); i++) {
            TextLine line = all.get(i);
            paged |= line.gap() == Gap.PAGE;
            if (furniture[i]) {
                removed = true;
                int[] found = caseNumber == null ? PageFurniture.caseNumber(TextFolding.shadow(line.text())) : null;
                if (found != null) {
                    caseNumber = line.text().substring(found[0], found[1]);
                    casePlace = letter.place(line, allStarts.get(i) + found[0]);
                }
                continue;
            }
            if (out.length() > 0) {
                out.append(' ');
            }
            keptStarts[kept.size()] = out.length();
            out.append(line.text());
            // Empty lines around a page break belong to the page, not to the text.
            keptGaps.add(removed || paged ? Gap.PAGE : line.gap());
            kept.add(line);
            keptWhole.add(allStarts.get(i));
            removed = false;
            paged = false;
        }
        this.text = out.toString();
        this.shadow = TextFolding.shadow(text);
        this.lines = kept.toArray(TextLine[]::new);
        this.gaps = keptGaps.toArray(Gap[]::new);
        this.starts = Arrays.copyOf(keptStarts, kept.size());
        this.wholeStarts = keptWhole.stream().mapToInt(Integer::intValue).toArray();
        this.headerCaseNumber = caseNumber;
        this.headerCaseNumberPlace = casePlace;
    }

    String text() {
        return text;
    }

    String shadow() {
        return shadow;
    }

    int length() {
        return text.length();
    }

    int lineCount() {
        return lines.length;
    }

    /** Offset of a line's first character. */
    int start(int line) {
        return starts[line];
    }

    /** Offset after a line's last character. */
    int end(int line) {
        return starts[line] + lines[line].text().length();
    }

    /** The page that a line stands on. */
    int page(int line) {
        return lines[line].page();
    }

    Gap gap(int line) {
        return gaps[line];
    }

    /** The line that holds an offset; the blank that joins two lines belongs to the first. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    boolean isLineEnd(int offset) {
        return offset >= text.length() || end(lineAt(offset)) == offset;
    }

    /** The printed text between two offsets, without blanks at its ends. */
    String slice(int from, int to) {
        return from >= to ? "" : text.substring(from, to).strip();
    }

    /** Where an offset stands in the letter. */
    Place place(int offset) {
        if (lines.length == 0) {
            return Place.FILE;
        }
        int line = lineAt(Math.min(offset, Math.max(0, text.length() - 1)));
        return letter.place(lines[line], wholeStarts[line] + offset - starts[line]);
    }

    /** Case number that a page header names, or null. */
    @Nullable
    String headerCaseNumber() {
        return headerCaseNumber;
    }

    @Nullable
    Place headerCaseNumberPlace() {
        return headerCaseNumberPlace;
    }

    /** For every line of the letter, whether it is a page's header or footer and not of this text. */
    boolean[] furniture() {
        return furniture;
    }

    LetterText letter() {
        return letter;
    }
}
