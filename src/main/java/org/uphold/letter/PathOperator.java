package org.uphold.letter;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;

/** Draws a path, paints it, or clips to it. */
final class PathOperator extends PaintOperator {

    static final List<String> NAMES = List.of(
            "re", "m", "l", "c", "v", "y", "h", "W", "W*", "n", "f", "F", "f*", "B", "b", "B*", "b*", "S", "s", "sh",
            "BI");

    PathOperator(PDFStreamEngine engine, Canvas canvas, String name) {
        super(engine, canvas, name);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
        switch (getName()) {
            case "re" -> rectangle(operands);
            case "W" -> canvas.clip(Path2D.WIND_NON_ZERO);
            case "W*" -> canvas.clip(Path2D.WIND_EVEN_ODD);
            case "n" -> canvas.endPath();
            case "m" -> move(operands);
            case "l" -> line(operands);
            case "c", "v", "y" -> curve(operands);
            case "h" -> canvas.path().close();
            case "f", "F" -> paint(Path2D.WIND_NON_ZERO, false);
            case "f*" -> paint(Path2D.WIND_EVEN_ODD, false);
            case "B", "b" -> paint(Path2D.WIND_NON_ZERO, true);
            case "B*", "b*" -> paint(Path2D.WIND_EVEN_ODD, true);
            case "S", "s" -> stroke();
            case "sh" -> canvas.shade(engine.getGraphicsState());
            default -> canvas.picture(COSName.I, matrix(), false, engine.getGraphicsState());
        }
    }

    private void rectangle(List<COSBase> o) {
        if (isNumbers(o, 4)) {
            canvas.path().rectangle(matrix(), number(o, 0), number(o, 1), number(o, 2), number(o, 3));
        }
    }

    private void move(List<COSBase> o) {
        if (isNumbers(o, 2)) {
            Point2D.Float to = point(o, 0);
            canvas.path().moveTo(to.x, to.y);
        }
    }

    private void line(List<COSBase> o) {
        if (isNumbers(o, 2)) {
            Point2D.Float to = point(o, 0);
            canvas.path().lineTo(to.x, to.y);
        }
    }

    /** A short one takes its first control point from where the path stands, or its second from its end. */
    private void curve(List<COSBase> o) {
        boolean full = getName().equals("c");
        if (!isNumbers(o, full ? 6 : 4)) {
            return;
        }
        DrawnPath path = canvas.path();
        Point2D.Float one = point(o, 0);
        Point2D.Float two = point(o, 2);
        if (full) {
            Point2D.Float to = point(o, 4);
            path.curveTo(one.x, one.y, two.x, two.y, to.x, to.y);
        } else if (getName().equals("v")) {
            Point2D from = path.current();
            if (from == null) {
                from = one;
            }
            path.curveTo((float) from.getX(), (float) from.getY(), one.x, one.y, two.x, two.y);
        } else {
            path.curveTo(one.x, one.y, two.x, two.y, two.x, two.y);
        }
    }

    private Point2D.Float point(List<COSBase> o, int index) {
        return engine.transformedPoint(number(o, index), number(o, index + 1));
    }

    private void paint(int rule, boolean stroked) {
        canvas.fill(rule, engine.getGraphicsState());
        if (stroked) {
            canvas.stroke(matrix(), engine.getGraphicsState());
        }
        canvas.endPath();
    }

    private void stroke() {
        canvas.stroke(matrix(), engine.getGraphicsState());
        canvas.endPath();
    }
}
