package org.uphold.letter;

import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Marks a part of the content, which may belong to a layer. */
final class LayerOperator extends PaintOperator {

    static final List<String> NAMES = List.of("BMC", "BDC", "EMC");

    private static final COSName PROPERTIES = COSName.getPDFName("Properties");

    LayerOperator(PDFStreamEngine engine, Canvas canvas, String name) {
        super(engine, canvas, name);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
        switch (getName()) {
            case "BMC" -> canvas.mark(true);
            case "BDC" ->
                canvas.mark(operands.size() < 2
                        || !COSName.OC.equals(operands.get(0))
                        || canvas.isShown(property(operands.get(1))));
            default -> canvas.unmark();
        }
    }

    private COSBase property(COSBase operand) {
        if (!(operand instanceof COSName name)) {
            return operand;
        }
        COSBase all = engine.getResources().getCOSObject().getDictionaryObject(PROPERTIES);
        COSBase named = all instanceof COSDictionary dictionary ? dictionary.getDictionaryObject(name) : null;
        // What nothing stands for belongs to no layer.
        return named == null ? name : named;
    }
}
