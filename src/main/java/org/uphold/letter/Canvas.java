package org.uphold.letter;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
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

    /** Whether a viewer shows a glyph. */
    enum Sight {
        SHOWN,
        /** Not shown, yet perhaps what a picture of text says: the way in which text recognition adds its text. */
        UNSEEN,
        HIDDEN
    }

    /** Something painted over a part of the page; no colour where it is a picture or a pattern. */
    private record Paint(
            Region region,
            @Nullable Ink ink,
            boolean opaque,
            @Nullable COSBase picture) {}

    /** What {@code q} keeps and {@code Q} brings back, beside what PDFBox does. */
    private static final class State {
        Region clip;

        @Nullable
        COSBase fillSpace = COSName.DEVICEGRAY;

        @Nullable
        COSBase strokeSpace = COSName.DEVICEGRAY;

        @Nullable
        Ink fill = Ink.BLACK;

        @Nullable
        Ink stroke = Ink.BLACK;

        double alpha = 1;

        State(Region clip) {
            this.clip = clip;
        }

        State copy() {
            State copy = new State(clip);
            copy.fillSpace = fillSpace;
            copy.strokeSpace = strokeSpace;
            copy.fill = fill;
            copy.stroke = stroke;
            copy.alpha = alpha;
            return copy;
        }
    }

    /** Letters lower than this, in points, cannot be read. */
    private static final float SMALLEST = 1;
    /** Paint thinner than this is a line. */
    private static final float THIN = 1.5f;
    /** Where a letter is looked at, in parts of its size above the baseline, and halfway between. */
    private static final float LOW = 0.1f;

    private static final float HIGH = 0.5f;
    private static final float OPAQUE = 0.9f;
    private static final float TRANSPARENT = 0.08f;
    /** No letter paints more; what comes behind is not looked at, and told. */
    private static final int MOST_PAINTS = 20_000;

    private final Layers layers;
    private Deque<State> stack = new ArrayDeque<>();
    private State state = new State(Region.rectangle(0, 0, 0, 0));
    private Region page = state.clip;
    private List<Boolean> marked = new ArrayList<>();
    private int hiddenMarks;
    private float userUnit = 1;

    private final List<Paint> paints = new ArrayList<>();
    private List<Paint> coming = List.of();
    private float[] drawn = new float[512];
    private int drawnCount;
    private boolean covering;
    private boolean unsure;
    private int outlines;

    private final Path2D.Float path = new Path2D.Float();
    private @Nullable Region single;
    private boolean empty = true;
    private int clipRule = -1;

    private Sight all = Sight.SHOWN;
    private @Nullable Ink ink;
    private boolean grounded;
    private @Nullable Ink groundedInk;
    private boolean groundedClear;
    private int groundedPaints = -1;

    Canvas(Layers layers) {
        this.layers = layers;
    }

    /** Before a page is drawn; a second time with what the first run painted. */
    void begin(PDRectangle box, float unit, boolean again) {
        coming = again ? List.copyOf(paints) : List.of();
        page = Region.rectangle(box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY());
        state = new State(page);
        stack = new ArrayDeque<>();
        marked = new ArrayList<>();
        hiddenMarks = 0;
        userUnit = unit;
        paints.clear();
        groundedPaints = -1;
        drawnCount = 0;
        covering = false;
        unsure = false;
        outlines = 0;
        endPath();
    }

    Region page() {
        return page;
    }

    /** Whether something was painted over text: only a second run tells which. */
    boolean isCovering() {
        return covering;
    }

    /** Whether it cannot be told if some text is seen: under a mask, or light text on a picture. */
    boolean isUnsure() {
        return unsure || paints.size() >= MOST_PAINTS;
    }

    /** How many outlines were painted: text may be drawn as such. */
    int outlines() {
        return outlines;
    }

    /** A picture, and where it was painted. */
    record Picture(COSBase object, Region region) {}

    List<Picture> pictures() {
        List<Picture> found = new ArrayList<>();
        for (Paint paint : paints) {
            if (paint.picture != null) {
                found.add(new Picture(paint.picture, paint.region));
            }
        }
        return found;
    }

    // State

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
    record Inner(Deque<State> stack, State state, List<Boolean> marked, int hiddenMarks) {}

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

    @Nullable
    COSBase space(boolean stroking) {
        return stroking ? state.strokeSpace : state.fillSpace;
    }

    void space(boolean stroking, @Nullable COSBase space, @Nullable Ink first) {
        if (stroking) {
            state.strokeSpace = space;
        } else {
            state.fillSpace = space;
        }
        ink(stroking, first);
    }

    void ink(boolean stroking, @Nullable Ink colour) {
        if (stroking) {
            state.stroke = colour;
        } else {
            state.fill = colour;
        }
    }

    // Paths

    void rectangle(Matrix matrix, float x, float y, float width, float height) {
        float[] p = corners(matrix, x, y, x + width, y + height);
        single = empty && isStraight(p) ? quadrangle(p) : null;
        empty = false;
        path.moveTo(p[0], p[1]);
        path.lineTo(p[2], p[3]);
        path.lineTo(p[4], p[5]);
        path.lineTo(p[6], p[7]);
        path.closePath();
    }

    /** A part of a path, in page space. */
    void segment(float... p) {
        single = null;
        if (p.length == 2 || path.getCurrentPoint() == null) {
            path.moveTo(p[p.length - 2], p[p.length - 1]);
        } else if (p.length == 4) {
            path.lineTo(p[2], p[3]);
        } else {
            path.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
        }
        empty = false;
    }

    @Nullable
    Point2D current() {
        return path.getCurrentPoint();
    }

    void close() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    void clip(int rule) {
        clipRule = rule;
    }

    void endPath() {
        if (clipRule >= 0 && !empty) {
            clipTo(region(clipRule));
        }
        clipRule = -1;
        path.reset();
        single = null;
        empty = true;
    }

    void clipTo(Region region) {
        state.clip = state.clip.and(region);
    }

    /** Clips to a box that a matrix takes to the page. */
    void clipTo(Matrix matrix, PDRectangle box) {
        clipTo(quadrangle(
                corners(matrix, box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY())));
    }

    private static boolean isStraight(float[] p) {
        return p[0] == p[6] && p[1] == p[3] || p[1] == p[7] && p[0] == p[2];
    }

    private static Region quadrangle(float[] p) {
        if (isStraight(p)) {
            return Region.rectangle(
                    Math.min(p[0], p[4]), Math.min(p[1], p[5]), Math.max(p[0], p[4]), Math.max(p[1], p[5]));
        }
        Path2D.Float outline = new Path2D.Float();
        outline.moveTo(p[0], p[1]);
        outline.lineTo(p[2], p[3]);
        outline.lineTo(p[4], p[5]);
        outline.lineTo(p[6], p[7]);
        outline.closePath();
        return Region.of(outline);
    }

    private Region region(int rule) {
        if (single != null) {
            return single;
        }
        path.setWindingRule(rule);
        return Region.of(new Path2D.Float(path));
    }

    void fill(int rule, PDGraphicsState graphics) {
        if (!empty) {
            paint(region(rule), state.fill, graphics, graphics.getNonStrokeAlphaConstant(), null);
        }
    }

    /** Only a stroke so wide that it hides letters is more than a line. */
    void stroke(Matrix matrix, PDGraphicsState graphics) {
        float width = graphics.getLineWidth() * Math.max(matrix.getScalingFactorX(), matrix.getScalingFactorY());
        if (!empty && width >= 2 * THIN) {
            Region wide = Region.of(
                    new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL).createStrokedShape(path));
            paint(wide, state.stroke, graphics, graphics.getAlphaConstant(), null);
        }
    }

    /** Shading fills whatever is let through. */
    void shade(PDGraphicsState graphics) {
        paint(state.clip, null, graphics, graphics.getNonStrokeAlphaConstant(), null);
    }

    void picture(COSBase object, Matrix matrix, boolean masked, PDGraphicsState graphics) {
        Region region = quadrangle(corners(matrix, 0, 0, 1, 1));
        if (masked && hiddenMarks == 0 && overText(region.and(state.clip))) {
            unsure = true;
        }
        paint(region, null, graphics, masked ? 0.5f : graphics.getNonStrokeAlphaConstant(), object);
    }

    private void paint(
            Region painted, @Nullable Ink colour, PDGraphicsState graphics, double alpha, @Nullable COSBase picture) {
        if (hiddenMarks > 0) {
            return;
        }
        outlines++;
        Region region = painted.and(state.clip);
        if (region.width() < THIN || region.height() < THIN || paints.size() >= MOST_PAINTS) {
            return;
        }
        boolean whole = alpha * state.alpha >= OPAQUE && graphics.getSoftMask() == null && normal(graphics, colour);
        paints.add(new Paint(region, colour, whole, picture));
        covering |= whole && overText(region);
    }

    /** Paint that only tints what is below does not hide it, unless it is as good as black. */
    private static boolean normal(PDGraphicsState graphics, @Nullable Ink colour) {
        BlendMode mode = graphics.getBlendMode();
        return mode == BlendMode.NORMAL
                || ((mode == BlendMode.MULTIPLY || mode == BlendMode.DARKEN)
                        && colour != null
                        && colour.luminance() < 0.1);
    }

    private boolean overText(Region region) {
        for (int i = 0; i < drawnCount; i += 4) {
            if (region.meets(drawn[i], drawn[i + 1], drawn[i + 2], drawn[i + 3])) {
                return true;
            }
        }
        return false;
    }

    private static float[] corners(Matrix m, float l, float b, float r, float t) {
        float[] p = {l, b, r, b, r, t, l, t};
        for (int i = 0; i < 8; i += 2) {
            Point2D.Float q = m.transformPoint(p[i], p[i + 1]);
            p[i] = q.x;
            p[i + 1] = q.y;
        }
        return p;
    }

    // Text

    /** Before the glyphs of a string, whose matrix takes a square of one em to the page. */
    void beginText(RenderingMode mode, Matrix em, PDGraphicsState graphics) {
        float smallest = SMALLEST / userUnit;
        double alpha = graphics.getNonStrokeAlphaConstant() * state.alpha;
        boolean filled = mode.isFill();
        if (hiddenMarks > 0
                || isShorter(em.getScaleX(), em.getShearY(), smallest)
                || isShorter(em.getShearX(), em.getScaleY(), smallest)) {
            all = Sight.HIDDEN;
            return;
        }
        if (!filled) {
            alpha = graphics.getAlphaConstant() * state.alpha;
        }
        if (!filled && !mode.isStroke() || alpha < TRANSPARENT) {
            all = Sight.UNSEEN;
            return;
        }
        all = Sight.SHOWN;
        unsure |= graphics.getSoftMask() != null;
        ink = filled ? state.fill : state.stroke;
        boolean clear = alpha >= OPAQUE;
        if (!sameInk(clear)) {
            groundedInk = ink;
            groundedClear = clear;
            groundedPaints = paints.size();
            grounded = isGrounded(ink, alpha);
        }
    }

    private static boolean isShorter(float x, float y, float length) {
        return x * x + y * y < length * length;
    }

    /** Whether the string before it was drawn in the same colour on the same paints. */
    private boolean sameInk(boolean clear) {
        return Objects.equals(ink, groundedInk) && clear == groundedClear && paints.size() == groundedPaints;
    }

    /** Whether the ground matters: the colour is near that of the page or of something painted on it. */
    private boolean isGrounded(@Nullable Ink colour, double alpha) {
        if (colour == null) {
            return false;
        }
        if (alpha < OPAQUE || colour.isLike(Ink.WHITE)) {
            return true;
        }
        for (Paint paint : paints) {
            if (paint.ink != null && paint.opaque && paint.ink.isLike(colour)) {
                return true;
            }
        }
        return false;
    }

    /** The sight of a glyph of the string, from its origin and its extent on the page. */
    Sight sight(float x, float y, float alongX, float alongY, float upX, float upY) {
        float midX = x + 0.5f * alongX;
        float midY = y + 0.5f * alongY;
        if (!state.clip.contains(midX + 0.3f * upX, midY + 0.3f * upY)) {
            return Sight.HIDDEN;
        }
        if (all != Sight.SHOWN) {
            return all;
        }
        if (grounded && ink != null && !standsOut(ink, midX + 0.3f * upX, midY + 0.3f * upY)) {
            return Sight.HIDDEN;
        }
        return coming.isEmpty() ? Sight.SHOWN : below(midX, midY, upX, upY);
    }

    private boolean standsOut(Ink colour, float x, float y) {
        for (int i = paints.size() - 1; i >= 0; i--) {
            Paint paint = paints.get(i);
            if (paint.opaque && paint.region.contains(x, y)) {
                unsure |= paint.ink == null && colour.isLike(Ink.WHITE);
                return paint.ink == null || !paint.ink.isLike(colour);
            }
        }
        return !colour.isLike(Ink.WHITE);
    }

    /** Covered in its lower, middle and upper part: a line through it does not hide it. */
    private Sight below(float midX, float midY, float upX, float upY) {
        boolean picture = true;
        for (float up = LOW; up < HIGH + 0.1f; up += 0.2f) {
            Paint cover = cover(midX + up * upX, midY + up * upY);
            if (cover == null) {
                return Sight.SHOWN;
            }
            picture &= cover.picture != null;
        }
        return picture ? Sight.UNSEEN : Sight.HIDDEN;
    }

    /** What was painted over a place after what has been painted so far. */
    private @Nullable Paint cover(float x, float y) {
        for (int i = coming.size() - 1; i >= paints.size(); i--) {
            Paint paint = coming.get(i);
            if (paint.opaque && paint.region.contains(x, y)) {
                return paint;
            }
        }
        return null;
    }

    /** A string was drawn from one point to another, with letters that reach up so far. */
    void endText(float fromX, float fromY, float toX, float toY, float upX, float upY) {
        if (all != Sight.SHOWN) {
            return;
        }
        if (drawnCount + 4 > drawn.length) {
            drawn = Arrays.copyOf(drawn, 2 * drawn.length);
        }
        // The band of the letters that paint has to cover whole.
        drawn[drawnCount++] = Math.min(fromX, toX) + Math.min(LOW * upX, HIGH * upX);
        drawn[drawnCount++] = Math.min(fromY, toY) + Math.min(LOW * upY, HIGH * upY);
        drawn[drawnCount++] = Math.max(fromX, toX) + Math.max(LOW * upX, HIGH * upX);
        drawn[drawnCount++] = Math.max(fromY, toY) + Math.max(LOW * upY, HIGH * upY);
    }
}
