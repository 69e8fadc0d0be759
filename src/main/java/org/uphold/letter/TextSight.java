package org.uphold.letter;

import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Tells of the glyphs of a string whether a viewer shows them: what holds for all of them is found out once a string. */
final class TextSight {

    /** Letters lower than this, in points, cannot be read. */
    private static final float SMALLEST = 1;
    /** Where a letter is looked at, in parts of its size above the baseline, and halfway between. */
    private static final float LOW = 0.1f;

    private static final float HIGH = 0.5f;
    /** Where the middle of a letter is. */
    private static final float MIDDLE = 0.3f;

    private static final float TRANSPARENT = 0.08f;

    private final Paints paints;
    private float smallest = SMALLEST;
    private boolean unsure;

    private Sight all = Sight.SHOWN;
    private Region clip = Region.rectangle(0, 0, 0, 0);
    /** Nothing that was painted, or will be, matters. */
    private boolean plain;

    private @Nullable Ink ink;
    private boolean grounded;
    private @Nullable Ink groundedInk;
    private boolean groundedClear;
    private int groundedPaints = -1;

    TextSight(Paints paints) {
        this.paints = paints;
    }

    /** Before a page whose unit is so many points. */
    void begin(float userUnit) {
        smallest = SMALLEST / userUnit;
        unsure = false;
        groundedPaints = -1;
    }

    /** Whether it cannot be told if some text is seen: under a mask, or light text on a picture. */
    boolean isUnsure() {
        return unsure;
    }

    /** Before the glyphs of a string, whose matrix takes a square of one em to the page. */
    void begin(boolean hidden, DrawingState state, RenderingMode mode, Matrix em, PDGraphicsState graphics) {
        clip = state.clip;
        if (hidden
                || isShorter(em.getScaleX(), em.getShearY(), smallest)
                || isShorter(em.getShearX(), em.getScaleY(), smallest)) {
            all = Sight.HIDDEN;
            return;
        }
        boolean filled = mode.isFill();
        double alpha = state.alpha * (filled ? graphics.getNonStrokeAlphaConstant() : graphics.getAlphaConstant());
        if (!filled && !mode.isStroke() || alpha < TRANSPARENT) {
            all = Sight.UNSEEN;
            return;
        }
        all = Sight.SHOWN;
        unsure |= graphics.getSoftMask() != null;
        ink = state.ink(!filled);
        boolean clear = alpha >= Canvas.OPAQUE;
        if (!sameInk(clear)) {
            groundedInk = ink;
            groundedClear = clear;
            groundedPaints = paints.count();
            grounded = isGrounded(ink, clear);
        }
        plain = !grounded && !paints.isMoreComing();
    }

    private static boolean isShorter(float x, float y, float length) {
        return x * x + y * y < length * length;
    }

    /** Whether the string before it was drawn in the same colour on the same paints. */
    private boolean sameInk(boolean clear) {
        return Ink.same(ink, groundedInk) && clear == groundedClear && paints.count() == groundedPaints;
    }

    /** Whether the ground matters: the colour is near that of the page or of something painted on it. */
    private boolean isGrounded(@Nullable Ink colour, boolean clear) {
        return colour != null && (!clear || colour.isLike(Ink.WHITE) || paints.isGroundLike(colour));
    }

    /**
     * Whether every glyph of the string is seen, where this can be told of them all at once: nothing that is painted matters,
     * and both ends of the line on which their middles stand are within the clip.
     */
    boolean isWhole(float fromX, float fromY, float toX, float toY, float upX, float upY) {
        return plain
                && all == Sight.SHOWN
                && clip.isRectangle()
                && clip.contains(fromX + MIDDLE * upX, fromY + MIDDLE * upY)
                && clip.contains(toX + MIDDLE * upX, toY + MIDDLE * upY);
    }

    /** The sight of a glyph of the string, from its origin and its extent on the page. */
    Sight of(float x, float y, float alongX, float alongY, float upX, float upY) {
        float midX = x + 0.5f * alongX;
        float midY = y + 0.5f * alongY;
        if (!clip.contains(midX + MIDDLE * upX, midY + MIDDLE * upY)) {
            return Sight.HIDDEN;
        }
        if (plain || all != Sight.SHOWN) {
            return all;
        }
        if (grounded && ink != null && !standsOut(ink, midX + MIDDLE * upX, midY + MIDDLE * upY)) {
            return Sight.HIDDEN;
        }
        return paints.isMoreComing() ? below(midX, midY, upX, upY) : Sight.SHOWN;
    }

    private boolean standsOut(Ink colour, float x, float y) {
        Paints.Paint ground = paints.ground(x, y);
        if (ground == null) {
            return !colour.isLike(Ink.WHITE);
        }
        unsure |= ground.ink() == null && colour.isLike(Ink.WHITE);
        return ground.ink() == null || !ground.ink().isLike(colour);
    }

    /** Covered in its lower, middle and upper part: a line through it does not hide it. */
    private Sight below(float midX, float midY, float upX, float upY) {
        boolean picture = true;
        for (float up = LOW; up < HIGH + 0.1f; up += 0.2f) {
            Paints.Paint cover = paints.cover(midX + up * upX, midY + up * upY);
            if (cover == null) {
                return Sight.SHOWN;
            }
            picture &= cover.picture() != null;
        }
        return picture ? Sight.UNSEEN : Sight.HIDDEN;
    }

    /** The string was drawn from one point to another, with letters that reach up so far. */
    void end(float fromX, float fromY, float toX, float toY, float upX, float upY) {
        if (all == Sight.SHOWN) {
            paints.addText(
                    Math.min(fromX, toX) + Math.min(LOW * upX, HIGH * upX),
                    Math.min(fromY, toY) + Math.min(LOW * upY, HIGH * upY),
                    Math.max(fromX, toX) + Math.max(LOW * upX, HIGH * upX),
                    Math.max(fromY, toY) + Math.max(LOW * upY, HIGH * upY));
        }
    }
}
