package org.uphold.letter;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * Keeps a page's streams from unpacking to more than fits in memory. PDFBox unpacks a stream as a whole; here it is
 * measured first, piece by piece, where it is long enough to matter.
 */
final class Unpacking {

    /** Deflate reaches about a thousand to one: what is shorter than this unpacks to some 64 MB at most. */
    private static final int SHORT = 64 * 1024;
    /** No page of a letter draws more. */
    static final long MOST = 64L << 20;

    private Unpacking() {}

    /** Whether a stream unpacks to what a page may hold. */
    static boolean fits(COSStream stream) throws IOException {
        return stream.getLength() <= SHORT || size(stream) <= MOST;
    }

    private static long size(COSStream stream) throws IOException {
        COSBase filters = stream.getFilters();
        if (filters == null) {
            return stream.getLength();
        }
        boolean deflated = COSName.FLATE_DECODE.equals(filters)
                || filters instanceof COSArray array
                        && array.size() == 1
                        && COSName.FLATE_DECODE.equals(array.getObject(0));
        return deflated ? inflated(stream) : Long.MAX_VALUE;
    }

    private static long inflated(COSStream stream) throws IOException {
        Inflater inflater = new Inflater();
        byte[] in = new byte[8192];
        byte[] out = new byte[65_536];
        try (InputStream raw = stream.createRawInputStream()) {
            while (!inflater.finished() && inflater.getBytesWritten() <= MOST) {
                int n = inflater.inflate(out);
                if (n == 0 && inflater.needsInput()) {
                    int read = raw.read(in);
                    if (read < 0) {
                        break;
                    }
                    inflater.setInput(in, 0, read);
                } else if (n == 0) {
                    break;
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            // What was sound so far is what PDFBox will use.
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
