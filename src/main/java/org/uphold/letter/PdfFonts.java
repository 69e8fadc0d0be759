package org.uphold.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Gives PDFBox the one font it carries itself for every font that a document does not embed. Its own way is to scan the
 * system's fonts and write a cache into the home folder; text is read from codes and widths and needs none of that.
 */
final class PdfFonts implements FontMapper {

    private static final String CARRIED = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;

    private PdfFonts(TrueTypeFont font) {
        this.font = font;
    }

    /** Once a process; PDFBox keeps the mapper in a static field. */
    static void install() {
        Holder.touch();
    }

    private static final class Holder {
        static {
            FontMappers.set(new PdfFonts(carried()));
        }

        static void touch() {}
    }

    private static TrueTypeFont carried() {
        try (InputStream in = FontMapper.class.getResourceAsStream(CARRIED)) {
            if (in == null) {
                throw new IllegalStateException("PDFBox no longer carries " + CARRIED);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, PDFontDescriptor descriptor) {
        return new FontMapping<>(font, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, PDFontDescriptor descriptor) {
        return new FontMapping<>(font, false);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String baseFont, PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo cidSystemInfo) {
        return new CIDFontMapping(null, font, false);
    }
}
