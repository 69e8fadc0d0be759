package org.uphold.letter;

import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.state.SetLineWidth;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.util.Matrix;

/**
 * An operator that says where and in which colour something is painted, for an engine that reads text. Nothing is rendered:
 * colours, outlines and pictures are only noted on a canvas. Operators of a kind are one class that goes by the name: a page
 * has thousands of them, and a letter is read too soon for forty classes to pay.
 */
abstract class PaintOperator extends OperatorProcessor {

    final PDFStreamEngine engine;
    final Canvas canvas;
    private final String name;

    PaintOperator(PDFStreamEngine engine, Canvas canvas, String name) {
        super(engine);
        this.engine = engine;
        this.canvas = canvas;
        this.name = name;
    }

    static void addTo(PDFStreamEngine engine, Canvas canvas) {
        for (String name : PathOperator.NAMES) {
            engine.addOperator(new PathOperator(engine, canvas, name));
        }
        ColourOperator.Spaces spaces = new ColourOperator.Spaces();
        for (String name : ColourOperator.NAMES) {
            engine.addOperator(new ColourOperator(engine, canvas, name, spaces));
        }
        for (String name : LayerOperator.NAMES) {
            engine.addOperator(new LayerOperator(engine, canvas, name));
        }
        engine.addOperator(new ObjectOperator(engine, canvas));
        engine.addOperator(new SetLineWidth(engine));
    }

    @Override
    public final String getName() {
        return name;
    }

    final Matrix matrix() {
        return engine.getGraphicsState().getCurrentTransformationMatrix();
    }

    /** Whether the operands are so many numbers: an operator that lacks some is passed over, as readers do. */
    static boolean isNumbers(List<COSBase> operands, int count) {
        if (operands.size() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!(operands.get(i) instanceof COSNumber)) {
                return false;
            }
        }
        return true;
    }

    static float number(List<COSBase> operands, int index) {
        return ((COSNumber) operands.get(index)).floatValue();
    }
}
