package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.uphold.determination.Determination;
import org.uphold.source.Limits;
import org.uphold.source.Reading;

/** The same letter, typeset in another way, is the same determination. */
class SameLetterTest {

    private enum Setting {
        CARRIAGE_RETURNS(t -> t.replace("\r", "").replace("\n", "\r\n")),
        DOUBLE_SPACED(t -> t.replaceAll("\\n(\\s*\\n)+", "\n\n\n\n").replaceAll("(?<!\\n)\\n(?!\\n)", "\n \n")),
        INDENTED(t -> t.replace("\n", "\n      ")),
        TRAILING_BLANKS(t -> t.replace("\n", "   \n")),
        NO_BREAK_SPACES(t -> t.replace("  ", "\u00a0 ").replace(": ", ":\u00a0")),
        SOFT_HYPHENS(t -> t.replace("edically", "edi\u00adcally").replace("verturned", "ver\u00adturned")),
        LIGATURES(t -> t.replace("fi", "\ufb01").replace("fl", "\ufb02")),
        NARROW(t -> wrap(t, 60)),
        WIDE(t -> wrap(t, 160)),
        UNWRAPPED(t -> wrap(t, 100_000)),
        WITHOUT_EMPTY_LINES(t -> t.replaceAll("\\n([ \\t\\u00a0]*\\n)+", "\n"));

        private final UnaryOperator<String> set;

        Setting(UnaryOperator<String> set) {
            this.set = set;
        }

        boolean needsParagraphs() {
            return this == DOUBLE_SPACED || this == NARROW || this == WIDE || this == UNWRAPPED;
        }
    }

    private static final Pattern NUMBERED = Pattern.compile("\\d+[.)] .*");

    /** Paragraphs filled to a width; headings, header and page lines stay as they are. */
    private static String wrap(String text, int width) {
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean body = false;
        for (String raw : text.split("\n", -1)) {
            String stripped = raw.strip();
            body |= stripped.startsWith("HOW THE IMR") || stripped.startsWith("1) MAXIMUS");
            boolean fixed = !body
                    || stripped.isEmpty()
                    || stripped.endsWith(":")
                    || stripped.contains("\f")
                    || stripped.equals(stripped.toUpperCase(Locale.ROOT))
                    || stripped.contains("Page ")
                    || stripped.contains("Final Determination Letter for")
                    || stripped.toLowerCase(Locale.ROOT).contains("(s) of licensure:")
                    || stripped.toLowerCase(Locale.ROOT).contains("(s)/specialty:")
                    || stripped.startsWith("IMR Decision");
            boolean starts = NUMBERED.matcher(stripped).matches();
            if ((fixed || starts) && line.length() > 0) {
                out.add(line.toString());
                line.setLength(0);
            }
            if (fixed) {
                out.add(raw);
                continue;
            }
            for (String word : stripped.split("\\s+")) {
                if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                    out.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
        }
        out.add(line.toString());
        return String.join("\n", out);
    }

    static Stream<Arguments> settings() throws IOException {
        List<Arguments> arguments = new ArrayList<>();
        for (String name : WrittenLettersTest.letters().toList()) {
            boolean paragraphs = hasParagraphs(text(name));
            for (Setting setting : Setting.values()) {
                if (paragraphs || !setting.needsParagraphs()) {
                    arguments.add(Arguments.of(name, setting));
                }
            }
        }
        return arguments.stream();
    }

    private static String text(String name) throws IOException {
        TextDecoder.Decoded decoded = TextDecoder.decode(Files.readAllBytes(WrittenLettersTest.FOLDER.resolve(name)));
        return decoded == null ? "" : decoded.text().replace("\ufeff", "").replace("\r\n", "\n");
    }

    /** Lines that follow each other and empty lines between paragraphs: only such a text can be filled anew. */
    private static boolean hasParagraphs(String text) {
        List<TextLine> lines = LetterText.of(text).lines();
        long blank = lines.stream().filter(l -> l.gap() == Gap.BLANK).count();
        long direct = 0;
        for (int i = 1; i < lines.size(); i++) {
            direct += lines.get(i).line() == lines.get(i - 1).line() + 1 ? 1 : 0;
        }
        return blank >= 8 && direct >= 8;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("settings")
    void reads_the_same(String name, Setting setting) throws IOException {
        String text = text(name);
        Reading expected = LetterParser.parse(LetterText.of(text));
        Reading actual = new LetterReader(Limits.DEFAULT)
                .read(new BytesFile(name, setting.set.apply(text).getBytes(StandardCharsets.UTF_8)));
        if (expected instanceof Reading.Accepted e) {
            assertThat(actual).isInstanceOf(Reading.Accepted.class);
            assertThat(content(((Reading.Accepted) actual).determination())).isEqualTo(content(e.determination()));
        } else {
            assertThat(actual).isInstanceOf(Reading.Rejected.class);
        }
    }

    private static String content(Determination d) {
        return String.join(
                "\n",
                String.valueOf(d.caseNumber()),
                d.dates().toString(),
                String.valueOf(d.priority()),
                String.valueOf(d.caseOutcomeAsPrinted()),
                d.reviewer().toString(),
                d.items().toString().replace("DisputedItem[", "\n"));
    }
}
