package org.uphold.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a word processor's automatic hyphenation did: words that it broke at the ends of lines are whole again.
 * A break is taken back where the whole word stands elsewhere in the letter or is one of the form's; where some are so, the
 * others are too, but for compounds that are written with a hyphen. A letter without such a break is left as it is.
 */
final class Hyphenation {

    /** Words of forms that hold the fields, beside those of headings; a letter may have them but once. */
    private static final Set<String> FORM = form();

    /** What compounds begin with: a hyphen behind it may be the word's own. */
    private static final Set<String> PREFIXES = Set.of(
            "non", "anti", "post", "pre", "self", "follow", "re", "co", "mid", "multi", "semi", "sub", "inter", "intra",
            "extra", "cross", "half", "long", "short", "well", "over", "under", "low", "high", "two", "three", "six",
            "year", "x", "t", "h", "l", "c", "s");

    private Hyphenation() {}

    /** The letter with its words whole; the same where there is nothing to mend. */
    static LetterText mended(LetterText letter) {
        List<TextLine> lines = letter.lines();
        Map<Integer, Integer> breaks = breaks(lines);
        if (breaks.isEmpty()) {
            return letter;
        }
        Words words = new Words(lines);
        Map<Integer, Integer> taken = new HashMap<>();
        for (Map.Entry<Integer, Integer> at : breaks.entrySet()) {
            if (isWord(head(lines, at.getKey()) + tail(lines, at.getValue()), words)) {
                taken.put(at.getKey(), at.getValue());
            }
        }
        if (taken.isEmpty()) {
            return letter;
        }
        for (Map.Entry<Integer, Integer> at : breaks.entrySet()) {
            String head = head(lines, at.getKey());
            boolean compound = PREFIXES.contains(head)
                    || words.contains(head + "-" + tail(lines, at.getValue()))
                    || (words.contains(head) && words.contains(tail(lines, at.getValue())));
            if (taken.size() > 1 && !compound) {
                taken.putIfAbsent(at.getKey(), at.getValue());
            }
        }
        return new LetterText(joined(lines, taken), letter.paged(), letter.undecodable());
    }

    /** Every line that ends in a part of a word, with the line on which the rest may stand. */
    private static Map<Integer, Integer> breaks(List<TextLine> lines) {
        Map<Integer, Integer> breaks = new HashMap<>();
        boolean @Nullable [] furniture = null;
        for (int i = 0; i + 1 < lines.size(); i++) {
            String text = lines.get(i).text();
            int end = text.length() - 1;
            if (end < 2 || !isHyphen(text.charAt(end)) || !Character.isLetter(text.charAt(end - 1))) {
                continue;
            }
            furniture = furniture == null ? PageFurniture.find(lines) : furniture;
            int next = i + 1;
            while (next + 1 < lines.size() && furniture[next]) {
                next++;
            }
            char last = text.charAt(end - 1);
            char first = lines.get(next).text().charAt(0);
            if (Character.isLowerCase(first) || (Character.isUpperCase(first) && Character.isUpperCase(last))) {
                breaks.put(i, next);
            }
        }
        return breaks;
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010';
    }

    private static boolean isWord(String word, Words words) {
        return FORM.contains(word) || words.contains(word);
    }

    private static String head(List<TextLine> lines, int line) {
        String shadow = TextFolding.shadow(lines.get(line).text());
        int end = shadow.length() - 1;
        int start = end;
        while (start > 0 && isLetter(shadow.charAt(start - 1))) {
            start--;
        }
        return shadow.substring(start, end);
    }

    private static String tail(List<TextLine> lines, int line) {
        String shadow = TextFolding.shadow(lines.get(line).text());
        return shadow.substring(0, tailEnd(shadow));
    }

    private static int tailEnd(String shadow) {
        int end = 0;
        while (end < shadow.length() && isLetter(shadow.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 128 && Character.isLetter(c);
    }

    /** The words that stand whole, compounds too. Few are asked for: to look for these is less work than to list all. */
    private static final class Words {

        private final List<String> shadows;
        private final Map<String, Boolean> asked = new HashMap<>();

        Words(List<TextLine> lines) {
            shadows = new ArrayList<>(lines.size());
            for (TextLine line : lines) {
                shadows.add(TextFolding.shadow(line.text()));
            }
        }

        boolean contains(String word) {
            return !word.isEmpty()
                    && asked.computeIfAbsent(word, w -> shadows.stream().anyMatch(s -> holds(s, w)));
        }

        /** Not at the beginning of a line: there it may be the rest of one. */
        private static boolean holds(String shadow, String word) {
            int at = shadow.indexOf(word, 1);
            while (at >= 0) {
                int end = at + word.length();
                if (!isWithin(shadow, at - 1) && (end == shadow.length() || !isPart(shadow.charAt(end)))) {
                    return true;
                }
                at = shadow.indexOf(word, at + 1);
            }
            return false;
        }

        private static boolean isPart(char c) {
            return isLetter(c) || c == '-';
        }

        /** Whether a character belongs to the word before it: a letter, or a hyphen behind one. */
        private static boolean isWithin(String shadow, int at) {
            int i = at;
            while (i > 0 && shadow.charAt(i) == '-') {
                i--;
            }
            return isLetter(shadow.charAt(i));
        }
    }

    private static void add(String shadow, Set<String> words) {
        int length = shadow.length();
        int i = 0;
        while (i < length) {
            int end = i;
            int hyphen = -1;
            while (end < length && (isLetter(shadow.charAt(end)) || (shadow.charAt(end) == '-' && end > i))) {
                hyphen = shadow.charAt(end) == '-' && hyphen < 0 ? end : hyphen;
                end++;
            }
            // A word that ends in a hyphen is but a part of one, and so is what a line begins with after one.
            if (end > i && shadow.charAt(end - 1) != '-' && i > 0) {
                words.add(shadow.substring(i, end));
            }
            i = end == i ? i + 1 : end;
        }
    }

    /** The rest of the word goes up to its beginning, and what stands against it: a comma, a full stop. */
    private static List<TextLine> joined(List<TextLine> lines, Map<Integer, Integer> taken) {
        List<TextLine> out = new ArrayList<>(lines);
        for (int i = 0; i < lines.size(); i++) {
            Integer next = taken.get(i);
            if (next == null) {
                continue;
            }
            TextLine one = out.get(i);
            TextLine other = out.get(next);
            int blank = other.text().indexOf(' ');
            int end = blank < 0 ? other.text().length() : blank;
            out.set(
                    i,
                    with(
                            one,
                            one.text().substring(0, one.text().length() - 1)
                                    + other.text().substring(0, end)));
            out.set(next, with(other, blank < 0 ? "" : other.text().substring(blank + 1)));
        }
        List<TextLine> left = new ArrayList<>(out.size());
        for (int i = 0; i < out.size(); i++) {
            TextLine line = out.get(i);
            if (!line.text().isEmpty()) {
                left.add(line);
            } else if (i + 1 < out.size() && out.get(i + 1).gap() == Gap.NONE && line.gap() != Gap.NONE) {
                TextLine next = out.get(i + 1);
                out.set(i + 1, new TextLine(next.text(), next.line(), next.page(), line.gap()));
            }
        }
        return left;
    }

    private static TextLine with(TextLine line, String text) {
        return new TextLine(text, line.line(), line.page(), line.gap());
    }

    private static Set<String> form() {
        Set<String> words = new HashSet<>();
        for (Heading heading : Heading.values()) {
            for (String wording : heading.wordings()) {
                add(" " + TextFolding.shadow(wording).replace("(s)", ""), words);
            }
        }
        add(
                " number assigned injury denial priority standard expedited application received administrator decision"
                        + " determined medically necessary appropriate upheld overturned partially overturn uphold"
                        + " certified licensed practice reviewer subspecialty recommendation outside citation evidence"
                        + " section sections schedule utilization treatment official disability guidelines guideline"
                        + " california medicine rehabilitation orthopedic surgery occupational preventive psychology"
                        + " management physical chiropractic neurology anesthesiology acupuncture psychiatry",
                words);
        return Set.copyOf(words);
    }
}
