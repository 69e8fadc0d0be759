package org.uphold.letter;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.jspecify.annotations.Nullable;

/**
 * A colour as a screen shows it, near enough to tell whether text stands out from its ground. Calibrated spaces are taken
 * as the device's: loading a colour profile costs more than reading a letter.
 *
 * @param red from 0 to 1
 * @param green from 0 to 1
 * @param blue from 0 to 1
 * @param luminance relative luminance as WCAG 2 defines it, from 0 to 1
 */
record Ink(float red, float green, float blue, double luminance) {

    private static final float SAME_HUE = 0.15f;

    static final Ink BLACK = gray(0);
    static final Ink WHITE = gray(1);

    /** Contrast ratio below which text cannot be told from its ground; 1 is the same colour, 21 black on white. */
    private static final double LEAST_CONTRAST = 1.15;

    private Ink(float red, float green, float blue) {
        this(red, green, blue, 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue));
    }

    static Ink gray(float gray) {
        return new Ink(gray, gray, gray, linear(gray));
    }

    private static Ink cmyk(float[] c) {
        float light = 1 - c[3];
        return new Ink((1 - c[0]) * light, (1 - c[1]) * light, (1 - c[2]) * light);
    }

    /** The space that a page or form calls so; the name itself where it is one of the device's. */
    static COSBase space(COSName name, PDResources resources) {
        COSBase found = resources.getCOSObject().getDictionaryObject(COSName.COLORSPACE) instanceof COSDictionary spaces
                ? spaces.getDictionaryObject(name)
                : null;
        return found == null ? name : found;
    }

    /** The colour of some components of a space; null where it is a pattern or cannot be told. */
    static @Nullable Ink of(COSBase space, PDResources resources, float[] components) {
        String family = space instanceof COSName name
                ? name.getName()
                : space instanceof COSArray array && array.getObject(0) instanceof COSName name ? name.getName() : "";
        return switch (family) {
            case "DeviceGray", "G", "CalGray", "DeviceRGB", "RGB", "CalRGB", "DeviceCMYK", "CMYK", "ICCBased" ->
                device(components);
            case "Lab" -> gray(Math.max(0, Math.min(1, components[0] / 100)));
            case "Separation", "DeviceN", "Indexed" -> converted(space, resources, components);
            default -> null;
        };
    }

    /** The colour of one, three or four components; null for another number. */
    static @Nullable Ink device(float... components) {
        return switch (components.length) {
            case 1 -> gray(components[0]);
            case 3 -> new Ink(components[0], components[1], components[2]);
            case 4 -> cmyk(components);
            default -> null;
        };
    }

    private static @Nullable Ink converted(COSBase space, PDResources resources, float[] components) {
        try {
            PDColorSpace known = PDColorSpace.create(space, resources);
            return components.length == known.getNumberOfComponents() ? device(known.toRGB(components)) : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** The numbers among operands; null where there is none or one is no number. */
    static float @Nullable [] components(List<COSBase> operands) {
        float[] components = new float[operands.size()];
        for (int i = 0; i < components.length; i++) {
            if (!(operands.get(i) instanceof COSNumber number)) {
                return null;
            }
            components[i] = number.floatValue();
        }
        return components.length == 0 ? null : components;
    }

    /** Whether both are the same. */
    static boolean same(@Nullable Ink one, @Nullable Ink other) {
        return one == other
                || one != null
                        && other != null
                        && one.red == other.red
                        && one.green == other.green
                        && one.blue == other.blue;
    }

    /** Whether text of one of the two cannot be seen on the other. */
    boolean isLike(Ink other) {
        // Colours of the same lightness are told apart by hue.
        if (Math.abs(red - other.red) > SAME_HUE
                || Math.abs(green - other.green) > SAME_HUE
                || Math.abs(blue - other.blue) > SAME_HUE) {
            return false;
        }
        double light = Math.max(luminance, other.luminance);
        double dark = Math.min(luminance, other.luminance);
        return (light + 0.05) / (dark + 0.05) < LEAST_CONTRAST;
    }

    private static double linear(float value) {
        return value >= 1 ? 1 : value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
