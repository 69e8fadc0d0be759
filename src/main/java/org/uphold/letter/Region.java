package org.uphold.letter;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.util.Matrix;
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

    /** A box, left, bottom, right and top, as a matrix takes it to the page. */
    static Region box(Matrix matrix, float l, float b, float r, float t) {
        return quadrangle(corners(matrix, l, b, r, t));
    }

    /** The corners of a box on the page, x and y, around it from the lower left. */
    static float[] corners(Matrix m, float l, float b, float r, float t) {
        float[] p = {l, b, r, b, r, t, l, t};
        float scaleX = m.getScaleX();
        float shearX = m.getShearX();
        float shearY = m.getShearY();
        float scaleY = m.getScaleY();
        for (int i = 0; i < 8; i += 2) {
            float x = p[i];
            float y = p[i + 1];
            p[i] = x * scaleX + y * shearX + m.getTranslateX();
            p[i + 1] = x * shearY + y * scaleY + m.getTranslateY();
        }
        return p;
    }

    /** What lies between four corners. */
    static Region quadrangle(float[] p) {
        if (p[0] == p[6] && p[1] == p[3] || p[1] == p[7] && p[0] == p[2]) {
            return rectangle(Math.min(p[0], p[4]), Math.min(p[1], p[5]), Math.max(p[0], p[4]), Math.max(p[1], p[5]));
        }
        Path2D.Float outline = new Path2D.Float();
        outline.moveTo(p[0], p[1]);
        outline.lineTo(p[2], p[3]);
        outline.lineTo(p[4], p[5]);
        outline.lineTo(p[6], p[7]);
        outline.closePath();
        return of(outline);
    }

    /** What both have. */
    Region and(Region other) {
        // Most clips are as wide as the page, and most of a page lies within its clip.
        if (other.surrounds(this)) {
            return this;
        }
        if (surrounds(other)) {
            return other;
        }
        float l = Math.max(left, other.left);
        float b = Math.max(bottom, other.bottom);
        float r = Math.min(right, other.right);
        float t = Math.min(top, other.top);
        if (isRectangle()) {
            return new Region(l, b, r, t, other.outline, other.within);
        }
        if (other.isRectangle()) {
            return new Region(l, b, r, t, outline, within);
        }
        return new Region(l, b, r, t, outline, depth() + other.depth() > DEEPEST ? within : other.append(within));
    }

    boolean isRectangle() {
        return outline == null && within == null;
    }

    /** Whether it is a rectangle around the other. */
    private boolean surrounds(Region other) {
        return isRectangle()
                && left <= other.left
                && bottom <= other.bottom
                && right >= other.right
                && top >= other.top;
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
