package org.uphold.letter;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a file is that holds a letter in a form which is not read: marked-up text, mail, a word processor's own format,
 * an image. Each by what its bytes or first lines say, so that half of a letter is never read out of one.
 */
final class OtherFormats {

    /** What begins a file, byte for byte in Latin-1, and what such a file is with what to do. */
    private static final String[][] SIGNATURES = {
        {"\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "a document of an older Microsoft Office; save it as PDF"},
        {"PK\u0003\u0004", "a packed document or archive; save the letter as PDF"},
        {"\u0089PNG", "an image; run text recognition (OCR) on it and send the result as PDF"},
        {"\u00ff\u00d8\u00ff", "an image; run text recognition (OCR) on it and send the result as PDF"},
        {"II*\u0000", "an image; run text recognition (OCR) on it and send the result as PDF"},
        {"MM\u0000*", "an image; run text recognition (OCR) on it and send the result as PDF"},
        {"GIF8", "an image; run text recognition (OCR) on it and send the result as PDF"},
        {"%!PS", "PostScript; save it as PDF"},
        {"\u00ffWPC", "a WordPerfect document; save it as PDF"},
    };

    private static final String MAIL =
            "a mail message; save the letter that it holds as a file of its own, PDF or plain text";
    private static final String QUOTED = "a letter quoted in a reply; save the letter itself as a file of its own";
    private static final String RTF = "rich text (RTF); save it as PDF or plain text";
    private static final String WEB = "a web page (HTML); print it to PDF or save it as plain text";
    private static final String JSON = "JSON; save the letter that it holds as PDF or plain text";
    private static final Pattern JSON_BEGINNING = Pattern.compile("\\[?\\s*\\{\\s*\"[^\"]*\"\\s*:");
    private static final String XML = "XML; save the letter as PDF or plain text";

    /** Fields that only the head of a mail has, at the beginning of lines. */
    private static final Pattern MAIL_FIELD = Pattern.compile(
            "(?im)^(?:from|to|cc|bcc|subject|date|sent|reply-to|return-path|message-id|mime-version|received"
                    + "|content-type|content-transfer-encoding|delivered-to|x-[a-z-]+) ?:");

    private static final Pattern MIME =
            Pattern.compile("(?im)^(?:mime-version|content-transfer-encoding|message-id|return-path) ?:");
    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:html|head|body|p|br|div|span|table|tr|td|th|h[1-6]|b|i|u|strong|em|font|meta|style|ul|li)\\b[^<>]{0,200}>");
    private static final Pattern CONTROL_WORD =
            Pattern.compile("\\\\(?:par|pard|rtf1|ansi|deff\\d|fs\\d+|f\\d|b0?|i0?)\\b");
    private static final int HEAD = 4_000;
    private static final int FEW = 6;

    private OtherFormats() {}

    /** What a file is by its first bytes, or null where they are no sign. */
    static @Nullable String ofBytes(byte[] bytes) {
        for (String[] signature : SIGNATURES) {
            String first = signature[0];
            boolean same = bytes.length >= first.length();
            for (int i = 0; same && i < first.length(); i++) {
                same = (bytes[i] & 0xff) == first.charAt(i);
            }
            if (same) {
                return signature[1];
            }
        }
        return null;
    }

    /** What a text is, or null where it is plain. */
    static @Nullable String ofText(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD)).strip();
        String start = head.startsWith("\ufeff") ? head.substring(1).strip() : head;
        String small = start.substring(0, Math.min(200, start.length())).toLowerCase(Locale.ROOT);
        if (small.startsWith("{\\rtf") || text.indexOf('\\') >= 0 && count(CONTROL_WORD, text) >= FEW) {
            return RTF;
        }
        if (small.startsWith("<!doctype html")
                || small.startsWith("<html")
                || text.indexOf('<') >= 0 && count(TAG, text) >= FEW) {
            return WEB;
        }
        if (small.startsWith("<?xml")) {
            return XML;
        }
        if (JSON_BEGINNING.matcher(small).lookingAt()) {
            return JSON;
        }
        if (isMail(start)) {
            return MAIL;
        }
        return text.indexOf('>') >= 0 && isQuoted(text) ? QUOTED : null;
    }

    /** Lines of a head at the very beginning, or the marks of one that was forwarded. */
    private static boolean isMail(String start) {
        int blank = start.indexOf("\n\n");
        blank = blank < 0 ? start.indexOf("\r\n\r\n") : blank;
        String head = blank < 0 ? start : start.substring(0, blank);
        boolean first = MAIL_FIELD.matcher(head).lookingAt() || head.startsWith("From ");
        return first && count(MAIL_FIELD, head) >= 2 || MIME.matcher(start).find();
    }

    private static boolean isQuoted(String text) {
        int quoted = 0;
        int lines = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).strip();
            if (!line.isEmpty()) {
                lines++;
                quoted += line.charAt(0) == '>' ? 1 : 0;
            }
            start = end + 1;
        }
        return quoted >= FEW && 2 * quoted > lines;
    }

    private static int count(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        int found = 0;
        while (found < FEW && m.find()) {
            found++;
        }
        return found;
    }
}
