package org.uphold.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into its lines and tells paragraphs from mere line ends. Some letters have an empty line after every line;
 * there a paragraph ends at two or more.
 */
final class LineSplitter {

    /** A text counts as double spaced when hardly any line follows another directly. */
    private static final double FEW = 0.2;

    private record Raw(String text, long line, int page, int blanksBefore, boolean pageBefore) {}

    private LineSplitter() {}

    static List<TextLine> split(CharSequence text) {
        List<Raw> raw = rawLines(text);
        boolean doubleSpaced = isDoubleSpaced(raw);
        List<TextLine> lines = new ArrayList<>(raw.size());
        for (Raw r : raw) {
            Gap gap;
            if (r.pageBefore) {
                gap = Gap.PAGE;
            } else {
                gap = r.blanksBefore > (doubleSpaced ? 1 : 0) ? Gap.BLANK : Gap.NONE;
            }
            lines.add(new TextLine(r.text, r.line, r.page, gap));
        }
        return lines;
    }

    private static List<Raw> rawLines(CharSequence text) {
        List<Raw> raw = new ArrayList<>();
        int page = 1;
        int blanks = 0;
        boolean pageBefore = false;
        long line = 1;
        int start = 0;
        int length = text.length();
        for (int i = 0; i <= length; i++) {
            char c = i == length ? '\n' : text.charAt(i);
            if (!isLineEnd(c)) {
                continue;
            }
            String folded = TextFolding.fold(text.subSequence(start, i).toString());
            if (folded.isEmpty()) {
                blanks += c == '\f' ? 0 : 1;
            } else {
                raw.add(new Raw(folded, line, page, blanks, pageBefore));
                blanks = 0;
                pageBefore = false;
            }
            if (c == '\f') {
                page++;
                pageBefore = !raw.isEmpty();
            } else {
                line++;
            }
            if (c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
                i++;
            }
            start = i + 1;
        }
        return raw;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000b' || c == '\u2028' || c == '\u2029';
    }

    /** Nearly every line is followed by an empty one, and not because every paragraph is a line of its own. */
    private static boolean isDoubleSpaced(List<Raw> raw) {
        int direct = 0;
        int one = 0;
        int broken = 0;
        for (int i = 1; i < raw.size(); i++) {
            Raw r = raw.get(i);
            if (r.pageBefore) {
                continue;
            }
            if (r.blanksBefore == 0) {
                direct++;
            } else if (r.blanksBefore == 1) {
                one++;
                if (Character.isLowerCase(r.text.charAt(0))) {
                    broken++;
                }
            }
        }
        return direct < FEW * (direct + one) && broken > FEW * one;
    }
}
