package org.uphold.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
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
    private @Nullable Direction direction;

    private final Map<PDSimpleFont, SimpleGlyphs> fonts = new IdentityHashMap<>();
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
        direction = null;
        return taken;
    }

    /** Whether more characters were drawn than a letter may have; the rest is not kept. */
    boolean isTooLong() {
        return characters > mostCharacters;
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (Unpacking.fits(form.getCOSObject())) {
            super.showForm(form);
        }
    }

    @Override
    protected void showText(byte[] string) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("Interrupted");
        }
        if (isTooLong()) {
            return;
        }
        PDTextState state = getGraphicsState().getTextState();
        if (state.getFont() instanceof PDSimpleFont simple) {
            showSimple(string, simple, state);
        } else {
            super.showText(string);
        }
    }

    /**
     * What the engine does, for fonts of one byte a character: the matrix is worked out once a string, and widths and
     * characters once a font, where the engine does both for every glyph.
     */
    private void showSimple(byte[] string, PDSimpleFont simple, PDTextState state) throws IOException {
        SimpleGlyphs glyphs = fonts.computeIfAbsent(simple, SimpleGlyphs::new);
        float fontSize = state.getFontSize();
        float scaling = state.getHorizontalScaling() / 100f;
        Matrix textMatrix = getTextMatrix();
        Matrix parameters = new Matrix(fontSize * scaling, 0, 0, fontSize, 0, state.getRise());
        Matrix matrix =
                parameters.multiply(textMatrix).multiply(getGraphicsState().getCurrentTransformationMatrix());
        Direction towards = Direction.of(matrix);
        float u = towards.along(matrix.getTranslateX(), matrix.getTranslateY());
        float v = towards.across(matrix.getTranslateX(), matrix.getTranslateY());
        float length = towards.length(matrix);
        float perUnit = fontSize == 0 || scaling == 0 ? 0 : length / (fontSize * scaling);
        float advanced = 0;
        for (byte b : string) {
            int code = b & 0xff;
            float width = glyphs.width(code);
            String unicode = glyphs.unicode(code);
            characters += unicode.length();
            place(unicode, simple, towards, u + advanced * perUnit, v, length, width * length);
            float spacing = state.getCharacterSpacing() + (code == ' ' ? state.getWordSpacing() : 0);
            advanced += (width * fontSize + spacing) * scaling;
        }
        textMatrix.translate(advanced, 0);
    }

    /** Widths and characters of a font, worked out when first drawn. */
    private static final class SimpleGlyphs {

        private final PDSimpleFont font;
        private final String[] unicodes = new String[256];
        private final float[] widths = new float[256];

        SimpleGlyphs(PDSimpleFont font) {
            this.font = font;
        }

        float width(int code) throws IOException {
            unicode(code);
            return widths[code];
        }

        String unicode(int code) throws IOException {
            String known = unicodes[code];
            if (known == null) {
                String read = font.toUnicode(code);
                // As readers do: a simple font's code is its character.
                known = read == null ? String.valueOf((char) code) : read;
                unicodes[code] = known;
                widths[code] = font.getDisplacement(code).getX();
            }
            return known;
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont glyphFont, int code, Vector displacement) throws IOException {
        String unicode = glyphFont.toUnicode(code);
        if (unicode == null) {
            // What a composite font's code means cannot be told.
            return;
        }
        characters += unicode.length();
        Direction towards = Direction.of(matrix);
        float x = matrix.getTranslateX();
        float y = matrix.getTranslateY();
        float length = towards.length(matrix);
        place(
                unicode,
                glyphFont,
                towards,
                towards.along(x, y),
                towards.across(x, y),
                length,
                displacement.getX() * length);
    }

    private void place(
            String unicode, PDFont glyphFont, Direction towards, float u, float v, float length, float width) {
        boolean sameLine = towards == direction
                && Math.abs(v - across) < 0.5f * Math.max(length, size)
                && u > endAlong - Math.max(length, size);
        if (!sameLine) {
            flush();
            direction = towards;
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
        Direction towards = direction;
        if (text.length() == 0 || towards == null) {
            return;
        }
        PdfLine line = new PdfLine(text.toString(), startAlong, across, size, towards);
        text.setLength(0);
        PdfLine last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        if (last == null || !line.isDrawnOver(last)) {
            lines.add(line);
        } else if (line.text().length() > last.text().length()) {
            lines.set(lines.size() - 1, line);
        }
    }
}
