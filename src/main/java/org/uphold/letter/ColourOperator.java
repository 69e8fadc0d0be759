package org.uphold.letter;

import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/** Says in which colour is painted: lower case fills, upper case strokes. */
final class ColourOperator extends PaintOperator {

    static final List<String> NAMES = List.of("g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN");

    private final Spaces spaces;
    private final boolean stroking;
    private float[] lastComponents = {};
    private @Nullable COSBase lastSpace;
    private @Nullable Ink lastInk;

    ColourOperator(PDFStreamEngine engine, Canvas canvas, String name, Spaces spaces) {
        super(engine, canvas, name);
        this.spaces = spaces;
        this.stroking = Character.isUpperCase(name.charAt(0));
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
        switch (getName()) {
            case "g", "G" -> device(COSName.DEVICEGRAY, operands);
            case "rg", "RG" -> device(COSName.DEVICERGB, operands);
            case "k", "K" -> device(COSName.DEVICECMYK, operands);
            case "cs", "CS" -> space(operands);
            default -> canvas.state().ink(stroking, colour(canvas.state().space(stroking), operands));
        }
    }

    private void device(COSName space, List<COSBase> operands) {
        float[] components = Ink.components(operands);
        if (components != null) {
            if (!Arrays.equals(components, lastComponents)) {
                lastComponents = components;
                lastInk = Ink.device(components);
            }
            canvas.state().space(stroking, space, lastInk);
        }
    }

    /** Mostly it is the colour of the string before. */
    private @Nullable Ink colour(@Nullable COSBase space, List<COSBase> operands) {
        float[] components = Ink.components(operands);
        if (components == null || space == null) {
            return null;
        }
        if (space != lastSpace || !Arrays.equals(components, lastComponents)) {
            lastSpace = space;
            lastComponents = components;
            lastInk = Ink.of(space, engine.getResources(), components);
        }
        return lastInk;
    }

    private void space(List<COSBase> operands) {
        if (!operands.isEmpty()) {
            // Every space but a pattern begins with black, or with full ink.
            @Nullable Ink first = COSName.PATTERN.equals(operands.get(0)) ? null : Ink.BLACK;
            canvas.state().space(stroking, spaces.named(operands.get(0), engine.getResources()), first);
        }
    }

    /** What names of spaces stand for; one is looked up once while the page uses the same again and again. */
    static final class Spaces {

        private @Nullable COSName lastName;
        private @Nullable PDResources lastResources;
        private @Nullable COSBase lastSpace;

        private COSBase named(COSBase space, PDResources resources) {
            if (!(space instanceof COSName name)) {
                return space;
            }
            COSBase known = lastSpace;
            if (known == null || !name.equals(lastName) || resources != lastResources) {
                known = Ink.space(name, resources);
                lastName = name;
                lastResources = resources;
                lastSpace = known;
            }
            return known;
        }
    }
}
