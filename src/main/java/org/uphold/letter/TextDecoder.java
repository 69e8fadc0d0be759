package org.uphold.letter;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what encoding a text file is in: UTF-16 and UTF-8 by their marks or their pattern, else Windows-1252. Few
 * stray bytes in an otherwise sound UTF-8 text leave it UTF-8, and are said.
 */
final class TextDecoder {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** A text may hold this share of control characters before it counts as no text. */
    private static final double CONTROLS = 0.02;

    /** The text, and whether some bytes were none. */
    record Decoded(String text, boolean undecodable) {}

    private TextDecoder() {}

    /** Null where the bytes are no text at all. */
    static @Nullable Decoded decode(byte[] bytes) {
        Charset wide = wide(bytes);
        Decoded decoded = wide == null ? narrow(bytes) : replacing(bytes, wide);
        return looksLikeText(decoded.text) ? decoded : null;
    }

    private static @Nullable Charset wide(byte[] b) {
        if (b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        int pairs = Math.min(b.length / 2, 4096);
        int high = 0;
        int low = 0;
        for (int i = 0; i < pairs; i++) {
            high += b[2 * i] == 0 ? 1 : 0;
            low += b[2 * i + 1] == 0 ? 1 : 0;
        }
        // Western text in UTF-16 has a zero in nearly every pair, always on the same side.
        if (pairs > 0 && high > 0.6 * pairs && low < 0.05 * pairs) {
            return StandardCharsets.UTF_16BE;
        }
        return pairs > 0 && low > 0.6 * pairs && high < 0.05 * pairs ? StandardCharsets.UTF_16LE : null;
    }

    private static Decoded narrow(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return new Decoded(text.toString(), false);
        } catch (CharacterCodingException e) {
            return mostlyUtf8(bytes)
                    ? replacing(bytes, StandardCharsets.UTF_8)
                    : new Decoded(new String(bytes, WINDOWS), hasHoles(bytes));
        }
    }

    private static Decoded replacing(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        return new Decoded(text, text.indexOf('\ufffd') >= 0);
    }

    /** More sound sequences of several bytes than stray ones; a sequence cut at the end does not count. */
    private static boolean mostlyUtf8(byte[] b) {
        int sound = 0;
        int stray = 0;
        int i = 0;
        while (i < b.length) {
            int lead = b[i] & 0xff;
            if (lead < 0x80) {
                i++;
                continue;
            }
            int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
            int n = 1;
            while (n < length && i + n < b.length && (b[i + n] & 0xc0) == 0x80) {
                n++;
            }
            boolean cut = i + n == b.length && n < length && length > 1;
            if (length > 1 && n == length) {
                sound++;
            } else if (!cut || b.length < 4) {
                stray++;
            }
            i += n;
        }
        return sound > stray;
    }

    /** Windows-1252 has no character at five of its codes. */
    private static boolean hasHoles(byte[] bytes) {
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c == 0x81 || c == 0x8d || c == 0x8f || c == 0x90 || c == 0x9d) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikeText(String text) {
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && !TextFolding.isSpace(c) || c == '\ufffd' || c == 0x7f) {
                controls++;
            }
        }
        return controls <= CONTROLS * text.length() || controls <= 2;
    }
}
