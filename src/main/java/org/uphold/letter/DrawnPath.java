package org.uphold.letter;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A path while it is drawn, in page space. Nearly always it is one rectangle, around a line of text or below a cell: that is
 * kept as it is and becomes an outline only where more is drawn.
 */
final class DrawnPath {

    private final Path2D.Float path = new Path2D.Float();
    private float @Nullable [] single;
    private boolean empty = true;

    boolean isEmpty() {
        return empty;
    }

    void rectangle(Matrix matrix, float x, float y, float width, float height) {
        float[] corners = Region.corners(matrix, x, y, x + width, y + height);
        if (empty) {
            single = corners;
            empty = false;
        } else {
            outline();
            append(corners);
        }
    }

    private void append(float[] corners) {
        path.moveTo(corners[0], corners[1]);
        path.lineTo(corners[2], corners[3]);
        path.lineTo(corners[4], corners[5]);
        path.lineTo(corners[6], corners[7]);
        path.closePath();
    }

    private Path2D.Float outline() {
        float[] corners = single;
        if (corners != null) {
            single = null;
            append(corners);
        }
        return path;
    }

    void moveTo(float x, float y) {
        outline().moveTo(x, y);
        empty = false;
    }

    /** A line; where nothing is drawn yet, it is where the path begins. */
    void lineTo(float x, float y) {
        if (current() == null) {
            moveTo(x, y);
        } else {
            outline().lineTo(x, y);
        }
    }

    void curveTo(float x1, float y1, float x2, float y2, float x, float y) {
        if (current() == null) {
            moveTo(x, y);
        } else {
            outline().curveTo(x1, y1, x2, y2, x, y);
        }
    }

    @Nullable
    Point2D current() {
        return outline().getCurrentPoint();
    }

    void close() {
        if (current() != null) {
            outline().closePath();
        }
    }

    void reset() {
        if (single == null && !empty) {
            path.reset();
        }
        single = null;
        empty = true;
    }

    /** What it encloses by a winding rule of {@link Path2D}. */
    Region region(int rule) {
        if (single != null) {
            return Region.quadrangle(single);
        }
        path.setWindingRule(rule);
        return Region.of(new Path2D.Float(path));
    }

    /** What a stroke along it covers. */
    Region stroke(float width) {
        return Region.of(
                new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL).createStrokedShape(outline()));
    }
}
