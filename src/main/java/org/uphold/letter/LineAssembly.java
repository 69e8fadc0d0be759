package org.uphold.letter;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** Puts glyphs together to lines, in the order they are drawn; or to words, where lines are to be put together by place. */
final class LineAssembly {

    private final StringBuilder text = new StringBuilder(160);
    private List<PdfLine> lines = new ArrayList<>();
    private boolean words;
    private int letters;

    private float startAlong;
    private float endAlong;
    private float across;
    private float size;
    private @Nullable Direction direction;

    private @Nullable PDFont font;
    private float spaceWidth;

    /** Before a page. */
    void begin(boolean byWords) {
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

    void place(
            String unicode, PDFont glyphFont, Direction towards, float u, float v, float length, float width) {
        boolean blank = unicode.isBlank();
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
        } else if (gap) {
            text.append(' ');
        }
        text.append(unicode);
        endAlong = Math.max(u + width, sameLine ? endAlong : u);
        size = Math.max(size, length);
    }

    /** A line that is not drawn glyph by glyph. */
    void add(PdfLine line) {
        flush();
        letters += line.text().length();
        lines.add(line);
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
            PdfLine before = lines.get(i);
            if (line.isDrawnOver(before)) {
                if (line.text().length() > before.text().length()) {
                    lines.set(i, line);
                }
                return;
            }
        }
        lines.add(line);
    }
}
