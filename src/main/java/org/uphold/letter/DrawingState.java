package org.uphold.letter;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** What {@code q} keeps and {@code Q} brings back, beside what PDFBox does: where painting is let through, and colours. */
final class DrawingState {

    Region clip;
    double alpha = 1;

    private @Nullable COSBase fillSpace = COSName.DEVICEGRAY;
    private @Nullable COSBase strokeSpace = COSName.DEVICEGRAY;
    private @Nullable Ink fill = Ink.BLACK;
    private @Nullable Ink stroke = Ink.BLACK;

    DrawingState(Region clip) {
        this.clip = clip;
    }

    DrawingState copy() {
        DrawingState copy = new DrawingState(clip);
        copy.alpha = alpha;
        copy.fillSpace = fillSpace;
        copy.strokeSpace = strokeSpace;
        copy.fill = fill;
        copy.stroke = stroke;
        return copy;
    }

    @Nullable
    COSBase space(boolean stroking) {
        return stroking ? strokeSpace : fillSpace;
    }

    void space(boolean stroking, @Nullable COSBase space, @Nullable Ink first) {
        if (stroking) {
            strokeSpace = space;
        } else {
            fillSpace = space;
        }
        ink(stroking, first);
    }

    /** The colour; null for a pattern, or where it cannot be told. */
    @Nullable
    Ink ink(boolean stroking) {
        return stroking ? stroke : fill;
    }

    void ink(boolean stroking, @Nullable Ink colour) {
        if (stroking) {
            stroke = colour;
        } else {
            fill = colour;
        }
    }
}
