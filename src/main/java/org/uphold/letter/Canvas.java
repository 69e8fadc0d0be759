package org.uphold.letter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What a page looks like while it is drawn: where painting is let through, in which colours, what was painted where. It
 * tells of each glyph whether a viewer shows it. What covers a glyph later is known on a second run only; the first says
 * whether there is a need for one.
 */
final class Canvas {

    /** From here on, from 0 to 1, what is below cannot be seen. */
    static final float OPAQUE = 0.9f;

    /** Paint thinner than this is a line. */
    private static final float THIN = 1.5f;

    private final Layers layers;
    private final Paints paints = new Paints();
    private final TextSight text = new TextSight(paints);
    private final DrawnPath path = new DrawnPath();

    private Region page = Region.rectangle(0, 0, 0, 0);
    private DrawingState state = new DrawingState(page);
    private Deque<DrawingState> stack = new ArrayDeque<>();
    private List<Boolean> marked = new ArrayList<>();
    private int hiddenMarks;
    private int clipRule = -1;
    private int outlines;
    private boolean masked;

    Canvas(Layers layers) {
        this.layers = layers;
    }

    /** Before a page is drawn; a second time with what the first run painted. */
    void begin(PDRectangle box, float userUnit, boolean again) {
        paints.begin(again);
        text.begin(userUnit);
        page = Region.rectangle(box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY());
        state = new DrawingState(page);
        stack = new ArrayDeque<>();
        marked = new ArrayList<>();
        hiddenMarks = 0;
        clipRule = -1;
        outlines = 0;
        masked = false;
        path.reset();
    }

    Region page() {
        return page;
    }

    /** Whether something was painted over text: only a second run tells which. */
    boolean isCovering() {
        return paints.isCovering();
    }

    /** Whether it cannot be told if some text is seen: under a mask, or light text on a picture. */
    boolean isUnsure() {
        return masked || text.isUnsure() || paints.isFull();
    }

    /** How many outlines were painted: text may be drawn as such. */
    int outlines() {
        return outlines;
    }

    List<Paints.Picture> pictures() {
        return paints.pictures();
    }

    // State

    DrawingState state() {
        return state;
    }

    void save() {
        stack.push(state);
        state = state.copy();
    }

    void restore() {
        if (!stack.isEmpty()) {
            state = stack.pop();
        }
    }

    /** Where a form or an appearance begins; what it leaves open ends with it. */
    record Inner(Deque<DrawingState> stack, DrawingState state, List<Boolean> marked, int hiddenMarks) {}

    Inner enter(double alpha) {
        Inner outer = new Inner(stack, state, marked, hiddenMarks);
        stack = new ArrayDeque<>();
        state = state.copy();
        state.alpha *= alpha;
        marked = new ArrayList<>();
        return outer;
    }

    void leave(Inner outer) {
        stack = outer.stack;
        state = outer.state;
        marked = outer.marked;
        hiddenMarks = outer.hiddenMarks;
        endPath();
    }

    boolean isShown(@Nullable COSBase membership) {
        return membership == null || layers.shows(membership);
    }

    void mark(boolean shown) {
        marked.add(shown);
        hiddenMarks += shown ? 0 : 1;
    }

    void unmark() {
        if (!marked.isEmpty()) {
            hiddenMarks -= marked.remove(marked.size() - 1) ? 0 : 1;
        }
    }

    // Paths

    DrawnPath path() {
        return path;
    }

    /** Clips to the path where it ends. */
    void clip(int rule) {
        clipRule = rule;
    }

    void endPath() {
        if (clipRule >= 0 && !path.isEmpty()) {
            clipTo(path.region(clipRule));
        }
        clipRule = -1;
        path.reset();
    }

    void clipTo(Region region) {
        state.clip = state.clip.and(region);
    }

    /** Clips to a box that a matrix takes to the page. */
    void clipTo(Matrix matrix, PDRectangle box) {
        clipTo(Region.box(
                matrix, box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY()));
    }

    void fill(int rule, PDGraphicsState graphics) {
        if (!path.isEmpty()) {
            paint(path.region(rule), state.ink(false), graphics, graphics.getNonStrokeAlphaConstant(), null);
        }
    }

    /** Only a stroke so wide that it hides letters is more than a line. */
    void stroke(Matrix matrix, PDGraphicsState graphics) {
        float width = graphics.getLineWidth() * Math.max(matrix.getScalingFactorX(), matrix.getScalingFactorY());
        if (!path.isEmpty() && width >= 2 * THIN) {
            paint(path.stroke(width), state.ink(true), graphics, graphics.getAlphaConstant(), null);
        }
    }

    /** Shading fills whatever is let through. */
    void shade(PDGraphicsState graphics) {
        paint(state.clip, null, graphics, graphics.getNonStrokeAlphaConstant(), null);
    }

    void picture(COSBase object, Matrix matrix, boolean isMasked, PDGraphicsState graphics) {
        Region region = Region.box(matrix, 0, 0, 1, 1);
        masked |= isMasked && hiddenMarks == 0 && paints.isOverText(region.and(state.clip));
        paint(region, null, graphics, isMasked ? 0.5f : graphics.getNonStrokeAlphaConstant(), object);
    }

    private void paint(
            Region painted, @Nullable Ink colour, PDGraphicsState graphics, double alpha, @Nullable COSBase picture) {
        if (hiddenMarks > 0) {
            return;
        }
        outlines++;
        Region region = painted.and(state.clip);
        if (region.width() < THIN || region.height() < THIN || paints.isFull()) {
            return;
        }
        boolean whole = alpha * state.alpha >= OPAQUE && graphics.getSoftMask() == null && normal(graphics, colour);
        paints.add(new Paints.Paint(region, colour, whole, picture));
    }

    /** Paint that only tints what is below does not hide it, unless it is as good as black. */
    private static boolean normal(PDGraphicsState graphics, @Nullable Ink colour) {
        BlendMode mode = graphics.getBlendMode();
        return mode == BlendMode.NORMAL
                || ((mode == BlendMode.MULTIPLY || mode == BlendMode.DARKEN)
                        && colour != null
                        && colour.luminance() < 0.1);
    }

    // Text

    /** Before the glyphs of a string, whose matrix takes a square of one em to the page. */
    void beginText(RenderingMode mode, Matrix em, PDGraphicsState graphics) {
        text.begin(hiddenMarks > 0, state, mode, em, graphics);
    }

    /** Which glyphs of the string are seen. */
    TextSight text() {
        return text;
    }
}
