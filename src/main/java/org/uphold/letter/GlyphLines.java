package org.uphold.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
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
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.uphold.source.ProblemCode;

/**
 * The glyphs of a page that a viewer shows, put together to lines in the order they are drawn: the order of reading in what
 * word processors write. PDFBox's own stripper keeps every glyph as an object and sorts them, and reads what is hidden; a line
 * needs neither. Text is what the glyphs say; an {@code /ActualText} beside them is another's word for it and not read.
 */
final class GlyphLines extends PDFStreamEngine {

    private final int mostCharacters;
    private final Canvas canvas;
    private final LineAssembly shown = new LineAssembly();
    private final LineAssembly unseen = new LineAssembly();
    private int characters;
    private int hidden;
    private int unknown;

    /** Where the glyphs of a string stand, in ems from its beginning. */
    private float[] places = new float[256];

    private final Map<PDSimpleFont, SimpleGlyphs> fonts = new IdentityHashMap<>();

    GlyphLines(int mostCharacters, Layers layers) {
        this.mostCharacters = mostCharacters;
        this.canvas = new Canvas(layers);
        PaintOperator.addTo(this, canvas);
        addOperator(new BeginText(this));
        addOperator(new Concatenate(this));
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

    /** What a viewer shows of a page, with what is laid over it. */
    PdfPage read(PDPage page) throws IOException {
        Annotations annotations = Annotations.of(page, canvas);
        int before = characters;
        draw(page, annotations, false);
        if (!isTooLong() && (canvas.isCovering() || annotations.hasText())) {
            characters = before;
            draw(page, annotations, true);
        }
        List<PdfLine> lines = shown.columns();
        boolean halves = lines != shown.take();
        Pictures pictures = new Pictures(canvas, lines);
        PdfPage.Findings found = new PdfPage.Findings();
        annotations.report(found);
        if (unseen.letters() > 0 && pictures.isOfText(shown.letters(), unseen.letters())) {
            List<PdfLine> both = new ArrayList<>(unseen.columns());
            both.addAll(lines);
            lines = both;
            found.add(
                    ProblemCode.RECOGNISED_TEXT,
                    "A page of text was expected; found a picture with the text that was recognised in it.");
        } else {
            hidden += unseen.letters();
            pictures.report(shown.letters(), canvas.outlines(), found);
        }
        if (hidden > 0) {
            found.add(
                    ProblemCode.HIDDEN_TEXT,
                    "Text was expected to be seen; the page holds some that a viewer does not show.");
        } else if (canvas.isUnsure()) {
            found.add(
                    ProblemCode.HIDDEN_TEXT,
                    "Text was expected to be seen; whether all of the page's can be is not certain.");
        }
        if (unknown > 0) {
            found.add(
                    ProblemCode.UNDECODABLE_TEXT,
                    "Characters were expected; the page has a font that does not say which its are.");
        }
        return new PdfPage(
                annotations.hasText() ? PdfText.rows(lines) : lines, found.problems(), pictures.bare(), halves);
    }

    private void draw(PDPage page, Annotations annotations, boolean again) throws IOException {
        hidden = 0;
        unknown = 0;
        canvas.begin(page.getCropBox(), page.getUserUnit(), again);
        shown.begin(canvas.page(), again && annotations.hasText());
        unseen.begin(canvas.page(), false);
        processPage(page);
        for (PDAnnotation annotation : annotations.drawn()) {
            int before = shown.take().size();
            showAnnotation(annotation);
            List<PdfLine> lines = shown.take();
            annotations.drew(annotation, lines.subList(before, lines.size()));
        }
        for (PdfLine line : annotations.values()) {
            shown.add(line);
        }
    }

    /** Whether more characters were drawn than a letter may have; the rest is not kept. */
    boolean isTooLong() {
        return characters > mostCharacters;
    }

    @Override
    public void saveGraphicsState() {
        super.saveGraphicsState();
        canvas.save();
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        canvas.restore();
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (Unpacking.fits(form.getCOSObject())) {
            Canvas.Inner outer = enter(form, 1);
            super.showForm(form);
            canvas.leave(outer);
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        if (Unpacking.fits(form.getCOSObject())) {
            Canvas.Inner outer = enter(form, getGraphicsState().getNonStrokeAlphaConstant());
            super.showTransparencyGroup(form);
            canvas.leave(outer);
        }
    }

    private Canvas.Inner enter(PDFormXObject form, double alpha) {
        Canvas.Inner outer = canvas.enter(alpha);
        PDRectangle box = form.getBBox();
        if (box != null) {
            canvas.clipTo(form.getMatrix().multiply(getGraphicsState().getCurrentTransformationMatrix()), box);
        }
        return outer;
    }

    @Override
    protected void processAnnotation(PDAnnotation annotation, PDAppearanceStream appearance) throws IOException {
        if (Unpacking.fits(appearance.getCOSObject())) {
            Canvas.Inner outer = canvas.enter(1);
            canvas.clipTo(new Matrix(), annotation.getRectangle());
            super.processAnnotation(annotation, appearance);
            canvas.leave(outer);
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
        Matrix em = em(state);
        canvas.beginText(state.getRenderingMode(), em, getGraphicsState());
        if (state.getFont() instanceof PDSimpleFont simple) {
            showSimple(string, simple, state, em);
        } else {
            super.showText(string);
            Matrix end = em(state);
            drew(em, end.getTranslateX(), end.getTranslateY());
        }
    }

    private void drew(Matrix em, float toX, float toY) {
        canvas.text().end(em.getTranslateX(), em.getTranslateY(), toX, toY, em.getShearX(), em.getScaleY());
    }

    /** From a square of one em at the next glyph's origin to the page. */
    private Matrix em(PDTextState state) {
        float fontSize = state.getFontSize();
        float scaling = state.getHorizontalScaling() / 100f;
        return new Matrix(fontSize * scaling, 0, 0, fontSize, 0, state.getRise())
                .multiply(getTextMatrix())
                .multiply(getGraphicsState().getCurrentTransformationMatrix());
    }

    /**
     * What the engine does, for fonts of one byte a character: the matrix is worked out once a string, and widths and
     * characters once a font, where the engine does both for every glyph.
     */
    private void showSimple(byte[] string, PDSimpleFont simple, PDTextState state, Matrix matrix) throws IOException {
        SimpleGlyphs glyphs = fonts.computeIfAbsent(simple, SimpleGlyphs::new);
        float fontSize = state.getFontSize();
        float scaling = state.getHorizontalScaling() / 100f;
        Direction towards = Direction.of(matrix);
        float x = matrix.getTranslateX();
        float y = matrix.getTranslateY();
        float u = towards.along(x, y);
        float v = towards.across(x, y);
        float length = towards.length(matrix);
        float em = fontSize == 0 || scaling == 0 ? 0 : 1 / (fontSize * scaling);
        float alongX = matrix.getScaleX();
        float alongY = matrix.getShearY();
        float upX = matrix.getShearX();
        float upY = matrix.getScaleY();
        if (string.length > places.length) {
            places = new float[2 * string.length];
        }
        float advanced = 0;
        float first = Float.MAX_VALUE;
        float last = -Float.MAX_VALUE;
        for (int i = 0; i < string.length; i++) {
            int code = string[i] & 0xff;
            float width = glyphs.width(code);
            float ems = advanced * em;
            places[i] = ems;
            first = Math.min(first, ems + 0.5f * width);
            last = Math.max(last, ems + 0.5f * width);
            float spacing = state.getCharacterSpacing() + (code == ' ' ? state.getWordSpacing() : 0);
            advanced += (width * fontSize + spacing) * scaling;
        }
        TextSight text = canvas.text();
        boolean whole =
                text.isWhole(x + first * alongX, y + first * alongY, x + last * alongX, y + last * alongY, upX, upY);
        for (int i = 0; i < string.length; i++) {
            int code = string[i] & 0xff;
            float width = glyphs.width(code);
            String unicode = glyphs.unicode(code);
            characters += unicode.length();
            float ems = places[i];
            LineAssembly assembly = whole
                    ? shown
                    : assembly(
                            text.of(x + ems * alongX, y + ems * alongY, width * alongX, width * alongY, upX, upY),
                            unicode);
            if (assembly != null) {
                unknown += glyphs.isGuessed(code) ? 1 : 0;
                assembly.place(
                        unicode, glyphs.isBlank(code), simple, towards, u + ems * length, v, length, width * length);
            }
        }
        getTextMatrix().translate(advanced, 0);
        drew(matrix, x + advanced * em * alongX, y + advanced * em * alongY);
    }

    private @Nullable LineAssembly assembly(Sight sight, String unicode) {
        if (sight == Sight.SHOWN) {
            return shown;
        }
        if (sight == Sight.UNSEEN) {
            return unseen;
        }
        hidden += unicode.isBlank() ? 0 : 1;
        return null;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont glyphFont, int code, Vector displacement) throws IOException {
        float x = matrix.getTranslateX();
        float y = matrix.getTranslateY();
        float ems = displacement.getX();
        Sight sight = canvas.text()
                .of(x, y, ems * matrix.getScaleX(), ems * matrix.getShearY(), matrix.getShearX(), matrix.getScaleY());
        String unicode = glyphFont.toUnicode(code);
        if (unicode == null) {
            // What a composite font's code means cannot be told.
            unknown += sight == Sight.SHOWN ? 1 : 0;
            return;
        }
        characters += unicode.length();
        LineAssembly assembly = assembly(sight, unicode);
        if (assembly != null) {
            Direction towards = Direction.of(matrix);
            float length = towards.length(matrix);
            assembly.place(
                    unicode,
                    unicode.isBlank(),
                    glyphFont,
                    towards,
                    towards.along(x, y),
                    towards.across(x, y),
                    length,
                    ems * length);
        }
    }
}
