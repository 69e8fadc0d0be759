package org.uphold.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/**
 * A page whose drawing instructions are unpacked into one buffer: bounded, and read several times faster than through the
 * chain of streams that a page usually is.
 */
final class UnpackedPage extends PDPage {

    private final PDPage page;
    private final byte[] instructions;

    private UnpackedPage(PDPage page, byte[] instructions) {
        super(page.getCOSObject());
        this.page = page;
        this.instructions = instructions;
    }

    /** Null where the page unpacks to more than a page of a letter may hold. */
    static @Nullable UnpackedPage of(PDPage page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (contents instanceof COSArray parts) {
            for (int i = 0; i < parts.size(); i++) {
                if (!unpack(parts.getObject(i), out)) {
                    return null;
                }
            }
        } else if (!unpack(contents, out)) {
            return null;
        }
        return new UnpackedPage(page, out.toByteArray());
    }

    private static boolean unpack(@Nullable COSBase part, ByteArrayOutputStream out) throws IOException {
        if (!(part instanceof COSStream stream)) {
            return true;
        }
        if (!Unpacking.fits(stream)) {
            return false;
        }
        try (InputStream in = stream.createInputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // As readers do: what cannot be unpacked draws nothing, and the rest of the page is still there.
            out.write('\n');
        }
        // Parts may be cut anywhere between two words.
        out.write('\n');
        return out.size() <= Unpacking.MOST;
    }

    @Override
    public PDResources getResources() {
        return page.getResources();
    }

    @Override
    public RandomAccessRead getContentsForStreamParsing() {
        return new Instructions(instructions);
    }

    @Override
    public RandomAccessRead getContentsForRandomAccess() {
        return new Instructions(instructions);
    }
}
