package org.uphold.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The glyphs of a page, put together to lines in the order they are drawn: the order of reading in what word processors
 * write. PDFBox's own stripper keeps every glyph as an object and sorts them; a line needs neither.
 */
final class GlyphLines extends PDFStreamEngine {

    private final int mostCharacters;
    private final StringBuilder text = new StringBuilder(160);
    private List<PdfLine> lines = new ArrayList<>();
    private int characters;

    private float startAlong;
    private float endAlong;
    private float across;
    private float size;
    private int direction = -1;

    private @Nullable PDFont font;
    private float spaceWidth;

    GlyphLines(int mostCharacters) {
        this.mostCharacters = mostCharacters;
        addOperator(new BeginText(this));
        addOperator(new Concatenate(this));
        addOperator(new DrawObject(this));
        addOperator(new EndText(this));
        addOperator(new SetGraphicsStateParameters(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new NextLine(this));
        addOperator(new SetCharSpacing(this));
        addOperator(new MoveText(this));
        addOperator(new MoveTextSetLeading(this));
        addOperator(new SetFontAndSize(this));
        addOperator(new ShowText(this));
        addOperator(new ShowTextAdjusted(this));
        addOperator(new SetTextLeading(this));
        addOperator(new SetMatrix(this));
        addOperator(new SetTextRenderingMode(this));
        addOperator(new SetTextRise(this));
        addOperator(new SetWordSpacing(this));
        addOperator(new SetTextHorizontalScaling(this));
        addOperator(new ShowTextLine(this));
        addOperator(new ShowTextLineAndSpace(this));
    }

    /** The lines drawn since the last call. */
    List<PdfLine> take() {
        flush();
        List<PdfLine> taken = lines;
        lines = new ArrayList<>();
        direction = -1;
        return taken;
    }

    /** Whether more characters were drawn than a letter may have; the rest is not kept. */
    boolean isTooLong() {
        return characters > mostCharacters;
    }

    @Override
    protected void showText(byte[] string) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("Interrupted");
        }
        if (!isTooLong()) {
            super.showText(string);
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont glyphFont, int code, Vector displacement) throws IOException {
        String unicode = glyphFont.toUnicode(code);
        if (unicode == null) {
            // As readers do: a simple font's code is its character; others' cannot be told.
            if (!(glyphFont instanceof PDSimpleFont)) {
                return;
            }
            unicode = String.valueOf((char) code);
        }
        characters += unicode.length();
        float a = matrix.getScaleX();
        float b = matrix.getShearY();
        int turns = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : (b >= 0 ? 1 : 3);
        float x = matrix.getTranslateX();
        float y = matrix.getTranslateY();
        float u = turns == 0 ? x : turns == 1 ? y : turns == 2 ? -x : -y;
        float v = turns == 0 ? y : turns == 1 ? -x : turns == 2 ? -y : x;
        float length = turns % 2 == 0 ? Math.abs(a) : Math.abs(b);
        float width = displacement.getX() * length;
        place(unicode, glyphFont, turns, u, v, length, width);
    }

    private void place(String unicode, PDFont glyphFont, int turns, float u, float v, float length, float width) {
        boolean sameLine = turns == direction
                && Math.abs(v - across) < 0.5f * Math.max(length, size)
                && u > endAlong - Math.max(length, size);
        if (!sameLine) {
            flush();
            direction = turns;
            startAlong = u;
            across = v;
            size = length;
        } else if (u - endAlong > spaceWidth(glyphFont) * length) {
            text.append(' ');
        }
        text.append(unicode);
        endAlong = Math.max(u + width, sameLine ? endAlong : u);
        size = Math.max(size, length);
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
        if (text.length() > 0) {
            lines.add(new PdfLine(text.toString(), startAlong, across, size, direction));
            text.setLength(0);
        }
    }
}
