package org.uphold.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** Puts glyphs together to lines, in the order they are drawn; or to words, where lines are to be put together by place. */
final class LineAssembly {

    /** A column has more lines than a table in a header. */
    private static final int FEWEST_LINES = 10;

    private final StringBuilder text = new StringBuilder(160);
    private List<PdfLine> lines = new ArrayList<>();
    /** Where each line stands: nearly all others are told by it to be elsewhere. */
    private float[] heights = new float[64];

    private boolean words;
    private int letters;

    private float startAlong;
    private float endAlong;
    private float across;
    private float size;
    private @Nullable Direction direction;

    private float middle;
    private int splitAt;
    private float splitAlong;
    private boolean crossed;
    private final List<Split> splits = new ArrayList<>();
    private Region page = Region.rectangle(0, 0, 0, 0);

    private @Nullable PDFont font;
    private float spaceWidth;

    /** Where a line goes on behind a gap in the middle of the page. */
    private record Split(int line, int at, float along) {}

    /** Before a page. */
    void begin(Region sheet, boolean byWords) {
        page = sheet;
        crossed = false;
        splits.clear();
        lines = new ArrayList<>();
        text.setLength(0);
        direction = null;
        words = byWords;
        letters = 0;
    }

    /** The lines since the page began. */
    List<PdfLine> take() {
        flush();
        direction = null;
        return lines;
    }

    /** How many characters that are no blanks. */
    int letters() {
        return letters;
    }

    /** The next glyph, which is of a font and, in its direction, stands so far along and across; it has a size and a width. */
    void place(
            String unicode,
            boolean blank,
            PDFont glyphFont,
            Direction towards,
            float u,
            float v,
            float length,
            float width) {
        letters += blank ? 0 : 1;
        boolean sameLine = towards == direction
                && Math.abs(v - across) < 0.5f * Math.max(length, size)
                && u > endAlong - Math.max(length, size);
        boolean gap = sameLine && u - endAlong > spaceWidth(glyphFont) * length;
        if (words && (blank || gap)) {
            flush();
            direction = null;
            if (blank) {
                return;
            }
            sameLine = false;
        }
        if (!sameLine) {
            flush();
            direction = towards;
            startAlong = u;
            across = v;
            size = length;
            middle = towards.along(page.left() + page.right(), page.bottom() + page.top()) / 2;
            splitAt = u < middle ? 0 : -1;
        } else if (gap) {
            text.append(' ');
        }
        if (splitAt == 0 && u >= middle) {
            splitAt = u - endAlong > size ? text.length() : -1;
            splitAlong = u;
            crossed |= splitAt < 0;
        }
        text.append(unicode);
        endAlong = Math.max(u + width, sameLine ? endAlong : u);
        size = Math.max(size, length);
    }

    /** A line that is not drawn glyph by glyph. */
    void add(PdfLine line) {
        flush();
        letters += line.text().length();
        keep(line);
    }

    /** Half a blank of the font, in parts of its size: a larger gap is a blank that was not drawn. */
    private float spaceWidth(PDFont glyphFont) {
        if (glyphFont != font) {
            font = glyphFont;
            float printed = glyphFont.getSpaceWidth() / 1000f;
            spaceWidth = printed > 0.1f && printed < 1 ? 0.5f * printed : 0.15f;
        }
        return spaceWidth;
    }

    private void flush() {
        Direction towards = direction;
        if (text.length() == 0 || towards == null) {
            return;
        }
        PdfLine line = new PdfLine(text.toString(), startAlong, across, size, towards);
        text.setLength(0);
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (Math.abs(heights[i] - across) > size) {
                continue;
            }
            PdfLine before = lines.get(i);
            if (line.isDrawnOver(before)) {
                if (line.text().length() > before.text().length()) {
                    lines.set(i, line);
                    heights[i] = across;
                }
                return;
            }
        }
        if (splitAt > 0) {
            splits.add(new Split(lines.size(), splitAt, splitAlong));
        }
        keep(line);
    }

    private void keep(PdfLine line) {
        if (lines.size() == heights.length) {
            heights = Arrays.copyOf(heights, 2 * heights.length);
        }
        heights[lines.size()] = line.across();
        lines.add(line);
    }

    /** The lines of the page; of two columns, or two pages on one sheet, those of the left before those of the right. */
    List<PdfLine> columns() {
        List<PdfLine> all = take();
        if (crossed || words) {
            return all;
        }
        List<PdfLine> left = new ArrayList<>();
        List<PdfLine> right = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            PdfLine line = all.get(i);
            Split split = split(i);
            if (split != null && split.at() < line.text().length()) {
                left.add(line.withText(line.text().substring(0, split.at()), line.along()));
                right.add(line.withText(line.text().substring(split.at()), split.along()));
            } else {
                Direction towards = line.direction();
                float half = towards.along(page.left() + page.right(), page.bottom() + page.top()) / 2;
                (line.along() < half ? left : right).add(line);
            }
        }
        if (left.size() < FEWEST_LINES || right.size() < FEWEST_LINES) {
            return all;
        }
        left.addAll(right);
        return left;
    }

    private @Nullable Split split(int line) {
        for (Split split : splits) {
            if (split.line() == line) {
                return split;
            }
        }
        return null;
    }
}
