package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.source.Limits;
import org.uphold.source.Reading;

/**
 * Every shipped letter, text and PDF, with each of its headings and labels damaged as text recognition damages them, once
 * and twice: the reading is right, or says that something is wrong; none is wrong in silence, and no field holds a story.
 *
 * <p>The suite damages each label in a few ways that change from label to label; {@code -Dmisread.all} damages each in all
 * of them. What came of it is printed.
 */
class MisreadCorpusTest {

    private static final Path SAMPLES = Path.of("src/samples/letters");
    private static final boolean ALL = Boolean.getBoolean("misread.all");
    private static final int WORDS_OF_A_STORY = 5;

    /** One error, at a place that a number chooses; unchanged where there is nothing to misread. */
    private enum Error {
        L_AS_ONE((s, n) -> replaced(s, n, "l", "1", "I", "1", "i", "l")),
        M_AS_RN((s, n) -> replaced(s, n, "m", "rn", "M", "RN", "rn", "m")),
        O_AS_ZERO((s, n) -> replaced(s, n, "O", "0", "o", "0")),
        LETTER_MISSING((s, n) -> {
            int at = letter(s, n);
            return at < 0 ? s : s.substring(0, at) + s.substring(at + 1);
        }),
        WORD_SPLIT((s, n) -> {
            int at = letter(s, n);
            return at < 1 || !Character.isLetter(s.charAt(at - 1)) ? s : s.substring(0, at) + " " + s.substring(at);
        }),
        COLON_MISREAD((s, n) -> s.endsWith(":") ? s.substring(0, s.length() - 1) + (n % 2 == 0 ? ";" : ".") : s);

        interface Damage {
            String at(String label, int number);
        }

        private final Damage damage;

        Error(Damage damage) {
            this.damage = damage;
        }
    }

    private record Label(int line, int start, int end) {}

    private int readings;
    private int right;
    private int said;
    private final List<String> silent = new ArrayList<>();
    private final List<String> stories = new ArrayList<>();

    private static String replaced(String s, int number, String... pairs) {
        List<Integer> places = new ArrayList<>();
        List<Integer> which = new ArrayList<>();
        for (int i = 0; i < s.length(); i++) {
            for (int p = 0; p < pairs.length; p += 2) {
                if (s.startsWith(pairs[p], i)) {
                    places.add(i);
                    which.add(p);
                    break;
                }
            }
        }
        if (places.isEmpty()) {
            return s;
        }
        int at = Math.floorMod(number, places.size());
        int p = which.get(at);
        return s.substring(0, places.get(at)) + pairs[p + 1] + s.substring(places.get(at) + pairs[p].length());
    }

    private static int letter(String s, int number) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < s.length(); i++) {
            if (Character.isLetter(s.charAt(i))) {
                places.add(i);
            }
        }
        return places.isEmpty() ? -1 : places.get(Math.floorMod(7 * number + 3, places.size()));
    }

    private static Stream<Path> letters() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : List.of(SAMPLES, WrittenLettersTest.FOLDER)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(f -> !f.toString().endsWith(".json"))
                        .filter(f -> !f.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(all::add);
            }
        }
        return all.stream();
    }

    private static LetterText text(Path file) throws IOException, LetterFailure {
        byte[] bytes = Files.readAllBytes(file);
        if (PdfText.isPdf(bytes)) {
            return PdfText.read(bytes, Limits.DEFAULT).drawn();
        }
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
        return LetterText.of(decoded == null ? "" : decoded.text());
    }

    @Test
    void no_misread_heading_or_label_is_wrong_in_silence() throws IOException, LetterFailure {
        for (Path file : letters().toList()) {
            damage(file.getFileName().toString(), text(file));
        }
        System.out.printf(
                Locale.ROOT,
                "Misread headings and labels: %d readings, %d right, %d with a problem, %d wrong in silence, %d with a story%n",
                readings,
                right,
                said,
                silent.size(),
                stories.size());
        assertThat(stories).as("fields with a story").isEmpty();
        assertThat(silent).as("wrong in silence").isEmpty();
        assertThat(right).isPositive();
        assertThat(said).isPositive();
    }

    private void damage(String name, LetterText letter) {
        Reading whole = LetterParser.parse(letter);
        if (!(whole instanceof Reading.Accepted accepted)) {
            return;
        }
        Set<String> story = story(letter, accepted);
        int number = name.hashCode();
        for (Label label : labels(letter)) {
            number++;
            for (UnaryOperator<String> error : errors(number)) {
                TextLine line = letter.lines().get(label.line());
                String printed = line.text().substring(label.start(), label.end());
                String misread = error.apply(printed);
                if (misread.equals(printed)) {
                    continue;
                }
                List<TextLine> lines = new ArrayList<>(letter.lines());
                String changed = line.text().substring(0, label.start())
                        + misread
                        + line.text().substring(label.end());
                lines.set(label.line(), new TextLine(changed, line.line(), line.page(), line.gap()));
                check(
                        name + ": " + printed + " -> " + misread,
                        accepted,
                        new LetterText(lines, letter.paged(), false),
                        story);
            }
        }
    }

    private static List<UnaryOperator<String>> errors(int number) {
        List<UnaryOperator<String>> errors = new ArrayList<>();
        Error[] all = Error.values();
        for (int i = 0; i < all.length; i++) {
            Error one = all[i];
            if (ALL || i == Math.floorMod(number, all.length)) {
                errors.add(s -> one.damage.at(s, number));
            }
            for (int j = i; j < all.length; j++) {
                Error other = all[j];
                if (ALL || (i * all.length + j) % 11 == Math.floorMod(number, 11)) {
                    errors.add(s -> other.damage.at(one.damage.at(s, number), number + 5));
                }
            }
        }
        return errors;
    }

    private void check(String how, Reading.Accepted whole, LetterText damaged, Set<String> story) {
        readings++;
        Reading reading = LetterParser.parse(damaged);
        if (!(reading instanceof Reading.Accepted accepted)) {
            said++;
            return;
        }
        for (String field : fields(accepted.determination())) {
            if (shingles(field).anyMatch(story::contains)) {
                stories.add(how + ": " + field);
            }
        }
        if (same(accepted.determination(), whole.determination())) {
            right++;
        } else if (accepted.problems().size() > whole.problems().size()) {
            said++;
        } else {
            silent.add(how + "\n  " + whole.determination() + "\n  " + accepted.determination());
        }
    }

    /** A letter without a case number is known by its text. */
    private static boolean same(Determination one, Determination other) {
        return one.toString()
                .replaceFirst("key=text:[0-9a-f]+", "")
                .equals(other.toString().replaceFirst("key=text:[0-9a-f]+", ""));
    }

    private static List<String> fields(Determination d) {
        List<@Nullable String> fields = new ArrayList<>(d.reviewer().specialties());
        fields.addAll(d.reviewer().licensure());
        fields.add(d.attributes().claimsAdministrator());
        fields.add(d.caseOutcomeAsPrinted());
        for (DisputedItem item : d.items()) {
            fields.add(item.service());
            fields.add(item.claimsAdministratorGuideline());
            fields.add(item.reviewerGuideline());
        }
        List<String> found = new ArrayList<>();
        for (String field : fields) {
            if (field != null) {
                found.add(field);
            }
        }
        return found;
    }

    /** Runs of words of summary and rationales that no field of the whole letter has. */
    private static Set<String> story(LetterText letter, Reading.Accepted whole) {
        Outline outline = new Outline(new Body(letter));
        Body body = outline.body();
        Set<String> story = new HashSet<>();
        for (Mark mark : outline.marks()) {
            int end = switch (mark.heading()) {
                case SUMMARY, CASE_SUMMARY -> outline.nextStart(mark.end());
                case RATIONALE, NOTICE_RATIONALE, PHYSICIAN_RATIONALE -> Math.min(body.length(), mark.end() + 160);
                default -> mark.end();
            };
            shingles(body.slice(mark.end(), end)).forEach(story::add);
        }
        fields(whole.determination()).forEach(field -> shingles(field).forEach(story::remove));
        return story;
    }

    private static Stream<String> shingles(String text) {
        String[] words = text.split(" ");
        List<String> found = new ArrayList<>();
        for (int i = 0; i + WORDS_OF_A_STORY <= words.length; i++) {
            found.add(String.join(" ", List.of(words).subList(i, i + WORDS_OF_A_STORY)));
        }
        return found.stream();
    }

    /** The headings and labels of a letter that stand on one line, by line of the letter. */
    private static List<Label> labels(LetterText letter) {
        Body body = new Body(letter);
        Outline outline = new Outline(body);
        TreeMap<Integer, Integer> spans = new TreeMap<>();
        for (Mark mark : outline.marks()) {
            spans.put(mark.start(), mark.end());
        }
        for (HeaderLabels.Slot slot : HeaderLabels.find(body, outline.headerEnd())) {
            if (slot.field() != HeaderLabels.Field.OTHER) {
                spans.put(slot.start(), slot.labelEnd());
            }
        }
        List<Label> labels = new ArrayList<>();
        int from = 0;
        for (int line = 0; line < body.lineCount(); line++) {
            String text = body.text().substring(body.start(line), body.end(line));
            while (!letter.lines().get(from).text().equals(text)) {
                from++;
            }
            for (var span : spans.subMap(body.start(line), body.end(line)).entrySet()) {
                if (span.getValue() <= body.end(line)) {
                    labels.add(new Label(from, span.getKey() - body.start(line), span.getValue() - body.start(line)));
                }
            }
            from++;
        }
        return labels;
    }
}
