package org.uphold.letter;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page: where something is painted, or where painting is let through. A rectangle, or an outline within it,
 * and both within another region where there is one.
 */
record Region(
        float left,
        float bottom,
        float right,
        float top,
        @Nullable Shape outline,
        @Nullable Region within) {

    /** Outlines that cut each other; what lies deeper is taken as its rectangle. */
    private static final int DEEPEST = 16;

    static Region rectangle(float left, float bottom, float right, float top) {
        return new Region(left, bottom, right, top, null, null);
    }

    static Region of(Shape outline) {
        Rectangle2D box = outline.getBounds2D();
        return new Region(
                (float) box.getMinX(),
                (float) box.getMinY(),
                (float) box.getMaxX(),
                (float) box.getMaxY(),
                outline,
                null);
    }

    /** What both have. */
    Region and(Region other) {
        float l = Math.max(left, other.left);
        float b = Math.max(bottom, other.bottom);
        float r = Math.min(right, other.right);
        float t = Math.min(top, other.top);
        if (outline == null && within == null) {
            return new Region(l, b, r, t, other.outline, other.within);
        }
        if (other.outline == null && other.within == null) {
            return new Region(l, b, r, t, outline, within);
        }
        return new Region(l, b, r, t, outline, depth() + other.depth() > DEEPEST ? within : other.append(within));
    }

    private Region append(@Nullable Region last) {
        return last == null
                ? this
                : new Region(left, bottom, right, top, outline, within == null ? last : within.append(last));
    }

    private int depth() {
        return within == null ? 1 : 1 + within.depth();
    }

    boolean contains(float x, float y) {
        for (Region r = this; r != null; r = r.within) {
            if (x < r.left
                    || x > r.right
                    || y < r.bottom
                    || y > r.top
                    || (r.outline != null && !r.outline.contains(x, y))) {
                return false;
            }
        }
        return true;
    }

    boolean meets(float l, float b, float r, float t) {
        return left < r && right > l && bottom < t && top > b;
    }

    float width() {
        return Math.max(0, right - left);
    }

    float height() {
        return Math.max(0, top - bottom);
    }
}
