package org.uphold.letter;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.state.SetLineWidth;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The operators that say where and in which colour something is painted, for an engine that reads text. Nothing is rendered:
 * colours, outlines and pictures are only noted on a canvas.
 */
final class PaintOperators {

    private static final COSName PROPERTIES = COSName.getPDFName("Properties");

    private interface Action {
        void run(List<COSBase> operands) throws IOException;
    }

    private final class Painting extends OperatorProcessor {

        private final String name;
        private final Action action;

        Painting(String name, Action action) {
            super(engine);
            this.name = name;
            this.action = action;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            action.run(operands);
        }

        @Override
        public String getName() {
            return name;
        }
    }

    private final PDFStreamEngine engine;
    private final Canvas canvas;

    private @Nullable COSName lastName;
    private @Nullable PDResources lastResources;
    private @Nullable COSBase lastSpace;

    private PaintOperators(PDFStreamEngine engine, Canvas canvas) {
        this.engine = engine;
        this.canvas = canvas;
    }

    static void addTo(PDFStreamEngine engine, Canvas canvas) {
        PaintOperators operators = new PaintOperators(engine, canvas);
        operators.addPaths();
        operators.addColours();
        operators.addLayers();
        engine.addOperator(new SetLineWidth(engine));
        engine.addOperator(operators.new Drawn());
    }

    private void add(String name, Action action) {
        engine.addOperator(new Painting(name, action));
    }

    private Matrix matrix() {
        return engine.getGraphicsState().getCurrentTransformationMatrix();
    }

    private void addPaths() {
        add("re", o -> {
            float[] n = numbers(o, 4);
            if (n != null) {
                canvas.rectangle(matrix(), n[0], n[1], n[2], n[3]);
            }
        });
        add("m", o -> segment(numbers(o, 2), false, false));
        add("l", o -> line(numbers(o, 2)));
        add("c", o -> segment(numbers(o, 6), false, false));
        add("v", o -> segment(numbers(o, 4), true, false));
        add("y", o -> segment(numbers(o, 4), false, true));
        add("h", o -> canvas.close());
        add("W", o -> canvas.clip(Path2D.WIND_NON_ZERO));
        add("W*", o -> canvas.clip(Path2D.WIND_EVEN_ODD));
        add("n", o -> canvas.endPath());
        add("f", o -> paint(Path2D.WIND_NON_ZERO, false));
        add("F", o -> paint(Path2D.WIND_NON_ZERO, false));
        add("f*", o -> paint(Path2D.WIND_EVEN_ODD, false));
        for (String both : new String[] {"B", "b"}) {
            add(both, o -> paint(Path2D.WIND_NON_ZERO, true));
            add(both + "*", o -> paint(Path2D.WIND_EVEN_ODD, true));
        }
        add("S", o -> paint(-1, true));
        add("s", o -> paint(-1, true));
        add("sh", o -> canvas.shade(engine.getGraphicsState()));
        add("BI", o -> canvas.picture(COSName.I, matrix(), false, engine.getGraphicsState()));
    }

    private void paint(int rule, boolean stroked) {
        if (rule >= 0) {
            canvas.fill(rule, engine.getGraphicsState());
        }
        if (stroked) {
            canvas.stroke(matrix(), engine.getGraphicsState());
        }
        canvas.endPath();
    }

    private void line(float @Nullable [] n) {
        if (n != null) {
            Point2D.Float to = engine.transformedPoint(n[0], n[1]);
            canvas.segment(to.x, to.y, to.x, to.y);
        }
    }

    /** A move or a curve; a short one takes its first control point from where the path stands, or its second from its end. */
    private void segment(float @Nullable [] n, boolean fromCurrent, boolean toEnd) {
        if (n == null) {
            return;
        }
        float[] p = new float[n.length];
        for (int i = 0; i < n.length; i += 2) {
            Point2D.Float to = engine.transformedPoint(n[i], n[i + 1]);
            p[i] = to.x;
            p[i + 1] = to.y;
        }
        Point2D current = canvas.current();
        if (fromCurrent) {
            float x = current == null ? p[0] : (float) current.getX();
            float y = current == null ? p[1] : (float) current.getY();
            canvas.segment(x, y, p[0], p[1], p[2], p[3]);
        } else if (toEnd) {
            canvas.segment(p[0], p[1], p[2], p[3], p[2], p[3]);
        } else {
            canvas.segment(p);
        }
    }

    private void addColours() {
        add("g", o -> device(false, COSName.DEVICEGRAY, o));
        add("G", o -> device(true, COSName.DEVICEGRAY, o));
        add("rg", o -> device(false, COSName.DEVICERGB, o));
        add("RG", o -> device(true, COSName.DEVICERGB, o));
        add("k", o -> device(false, COSName.DEVICECMYK, o));
        add("K", o -> device(true, COSName.DEVICECMYK, o));
        add("cs", o -> space(false, o));
        add("CS", o -> space(true, o));
        add("sc", o -> colour(false, o));
        add("SC", o -> colour(true, o));
        add("scn", o -> colour(false, o));
        add("SCN", o -> colour(true, o));
    }

    private void device(boolean stroking, COSName space, List<COSBase> operands) {
        float[] components = Ink.components(operands);
        if (components != null) {
            canvas.space(stroking, space, Ink.device(components));
        }
    }

    private void space(boolean stroking, List<COSBase> operands) {
        if (!operands.isEmpty()) {
            // Every space but a pattern begins with black, or with full ink.
            @Nullable Ink first = COSName.PATTERN.equals(operands.get(0)) ? null : Ink.BLACK;
            canvas.space(stroking, named(operands.get(0)), first);
        }
    }

    /** A name stands for a space of the page; it is looked up once while the page uses the same again and again. */
    private COSBase named(COSBase space) {
        if (!(space instanceof COSName name)) {
            return space;
        }
        PDResources resources = engine.getResources();
        if (!name.equals(lastName) || resources != lastResources || lastSpace == null) {
            lastName = name;
            lastResources = resources;
            lastSpace = Ink.space(name, resources);
        }
        return lastSpace;
    }

    private void colour(boolean stroking, List<COSBase> operands) {
        canvas.ink(stroking, Ink.of(canvas.space(stroking), engine.getResources(), operands));
    }

    private void addLayers() {
        add("BMC", o -> canvas.mark(true));
        add("BDC", o -> canvas.mark(!(o.size() > 1 && COSName.OC.equals(o.get(0))) || isShown(o.get(1))));
        add("EMC", o -> canvas.unmark());
    }

    private boolean isShown(COSBase property) {
        return canvas.isShown(property instanceof COSName name ? resource(PROPERTIES, name) : property);
    }

    private @Nullable COSBase resource(COSName kind, COSName name) {
        return engine.getResources().getCOSObject().getDictionaryObject(kind) instanceof COSDictionary dictionary
                ? dictionary.getDictionaryObject(name)
                : null;
    }

    /** A form is drawn as PDFBox does, unless its layer is off; of a picture, the place is noted. */
    private final class Drawn extends DrawObject {

        Drawn() {
            super(engine);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (operands.isEmpty()
                    || !(operands.get(0) instanceof COSName name)
                    || !(resource(COSName.XOBJECT, name) instanceof COSStream object)
                    || !canvas.isShown(object.getDictionaryObject(COSName.OC))) {
                return;
            }
            if (COSName.IMAGE.equals(object.getDictionaryObject(COSName.SUBTYPE))) {
                boolean masked = object.containsKey(COSName.SMASK)
                        || object.containsKey(COSName.MASK)
                        || object.getBoolean(COSName.IMAGE_MASK, false);
                canvas.picture(object, matrix(), masked, engine.getGraphicsState());
            } else {
                super.process(operator, operands);
            }
        }
    }

    /** Exactly so many numbers, or null: an operator that lacks some is passed over, as readers do. */
    private static float @Nullable [] numbers(List<COSBase> operands, int count) {
        float[] numbers = Ink.components(operands);
        return numbers == null || numbers.length != count ? null : numbers;
    }
}
