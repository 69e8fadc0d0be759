package org.uphold.letter;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;

/** Widths and characters of a font of one byte a character, worked out when first drawn. */
final class SimpleGlyphs {

    private final PDSimpleFont font;
    private final String[] unicodes = new String[256];
    private final float[] widths = new float[256];
    private final boolean[] guessed = new boolean[256];
    private final boolean[] blank = new boolean[256];

    SimpleGlyphs(PDSimpleFont font) {
        this.font = font;
    }

    float width(int code) throws IOException {
        unicode(code);
        return widths[code];
    }

    String unicode(int code) throws IOException {
        String known = unicodes[code];
        if (known == null) {
            String read = font.toUnicode(code);
            // As readers do: a simple font's code is its character.
            known = read == null ? String.valueOf((char) code) : read;
            guessed[code] = read == null && code > ' ';
            unicodes[code] = known;
            blank[code] = known.isBlank();
            widths[code] = font.getDisplacement(code).getX();
        }
        return known;
    }

    /** Whether a code that was drawn before shows nothing. */
    boolean isBlank(int code) {
        return blank[code];
    }

    /** Whether the font does not say what the code's character is. */
    boolean isGuessed(int code) {
        return guessed[code];
    }
}
