package org.uphold.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8, and each byte that is none as Windows-1252: so UTF-8, Windows-1252, ISO-8859-1 and files patched together
 * from them come out right without knowing beforehand which a file is. What is no text in either becomes U+FFFD.
 */
final class LenientText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private LenientText() {}

    static String decode(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : bytewise(bytes, offset, length);
    }

    private static String bytewise(byte[] bytes, int offset, int length) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CharBuffer out = CharBuffer.allocate(length);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            for (int i = 0; i < result.length(); i++) {
                out.put(new String(new byte[] {in.get()}, WINDOWS_1252));
            }
            decoder.reset();
        }
        return out.flip().toString();
    }
}
