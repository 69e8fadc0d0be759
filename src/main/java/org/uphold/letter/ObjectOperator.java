package org.uphold.letter;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** A form is drawn as PDFBox does, unless its layer is off; of a picture, the place is noted. */
final class ObjectOperator extends DrawObject {

    private final PDFStreamEngine engine;
    private final Canvas canvas;

    ObjectOperator(PDFStreamEngine engine, Canvas canvas) {
        super(engine);
        this.engine = engine;
        this.canvas = canvas;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        if (operands.isEmpty()
                || !(operands.get(0) instanceof COSName name)
                || !(engine.getResources().getCOSObject().getDictionaryObject(COSName.XOBJECT)
                        instanceof COSDictionary objects)
                || !(objects.getDictionaryObject(name) instanceof COSStream object)
                || !canvas.isShown(object.getDictionaryObject(COSName.OC))) {
            return;
        }
        if (COSName.IMAGE.equals(object.getDictionaryObject(COSName.SUBTYPE))) {
            boolean masked = object.containsKey(COSName.SMASK)
                    || object.containsKey(COSName.MASK)
                    || object.getBoolean(COSName.IMAGE_MASK, false);
            canvas.picture(
                    object,
                    engine.getGraphicsState().getCurrentTransformationMatrix(),
                    masked,
                    engine.getGraphicsState());
        } else {
            super.process(operator, operands);
        }
    }
}
