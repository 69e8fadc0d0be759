package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.source.Limits;
import org.uphold.source.Problem;
import org.uphold.source.Reading;

/**
 * Letters of every era, damaged in every way a transfer or a clerk may: never an exception, always exactly one reading, and
 * never an outcome that the whole letter did not give to that item.
 */
class DamagedLettersTest {

    private static final int SEED = 20_261_101;

    private final LetterReader reader = new LetterReader(Limits.DEFAULT);

    static Stream<String> letters() throws IOException {
        return WrittenLettersTest.letters();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void cut_at_every_fiftieth_byte(String name) throws IOException {
        byte[] whole = bytes(name);
        for (int end = 0; end < whole.length; end += 50) {
            check(name, whole, Arrays.copyOf(whole, end), "cut at " + end);
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void with_a_line_dropped(String name) throws IOException {
        byte[] whole = bytes(name);
        List<String> lines = lines(whole);
        for (int i = 0; i < lines.size(); i++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            check(name, whole, join(fewer), "without line " + (i + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void with_a_line_doubled(String name) throws IOException {
        byte[] whole = bytes(name);
        List<String> lines = lines(whole);
        for (int i = 0; i < lines.size(); i++) {
            List<String> more = new ArrayList<>(lines);
            more.add(i, lines.get(i));
            check(name, whole, join(more), "line " + (i + 1) + " twice");
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void with_two_neighbouring_lines_swapped(String name) throws IOException {
        byte[] whole = bytes(name);
        List<String> lines = lines(whole);
        for (int i = 0; i + 1 < lines.size(); i++) {
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, i, i + 1);
            check(name, whole, join(swapped), "line " + (i + 1) + " swapped with the next");
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void with_bytes_flipped(String name) throws IOException {
        byte[] whole = bytes(name);
        Random random = new Random(SEED);
        for (int round = 0; round < 120; round++) {
            byte[] flipped = whole.clone();
            int count = 1 + random.nextInt(round < 60 ? 1 : 20);
            for (int i = 0; i < count; i++) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            check(name, whole, flipped, "flip round " + round + " of seed " + SEED);
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void with_short_lines_in_another_case(String name) throws IOException {
        byte[] whole = bytes(name);
        for (boolean upper : new boolean[] {true, false}) {
            List<String> changed = new ArrayList<>();
            for (String line : lines(whole)) {
                boolean heading =
                        line.length() < 70 && line.equals(line.toUpperCase(Locale.ROOT)) || line.contains(":");
                if (!heading) {
                    changed.add(line);
                } else {
                    changed.add(upper ? line.toUpperCase(Locale.ROOT) : line.toLowerCase(Locale.ROOT));
                }
            }
            check(name, whole, join(changed), "headings in " + (upper ? "upper" : "lower") + " case");
        }
    }

    private final Map<String, Reading> originals = new HashMap<>();

    private void check(String name, byte[] whole, byte[] damaged, String how) {
        Reading original = originals.computeIfAbsent(name, n -> reader.read(new BytesFile(n, whole)));
        List<Reading> readings = new ArrayList<>();
        try {
            reader.read(new BytesFile(name, damaged), readings::add);
        } catch (RuntimeException e) {
            fail(name + " " + how, e);
        }
        assertThat(readings).as(name + " " + how).hasSize(1);
        if (!(readings.get(0) instanceof Reading.Accepted accepted)) {
            return;
        }
        assertThat(original).as(name + " " + how).isInstanceOf(Reading.Accepted.class);
        List<DisputedItem> known = ((Reading.Accepted) original).determination().items();
        for (DisputedItem item : accepted.determination().items()) {
            if (item.outcome() != Outcome.UNKNOWN && !gave(known, item)) {
                fail(name + " " + how + ": no such outcome in the whole letter: " + item);
            }
        }
        for (Problem problem : accepted.problems()) {
            assertThat(problem.message()).as(name + " " + how).doesNotContainPattern("\\d{2}-\\d{5}");
        }
    }

    /** The whole letter gave this outcome to an item of which at least a part of the name is left. */
    private static boolean gave(List<DisputedItem> known, DisputedItem item) {
        String service = letters(item.service());
        return known.stream()
                .filter(k -> related(letters(k.service()), service, k.number() == item.number()))
                // Where the whole letter says two things of an item, what is left may say one of them.
                .anyMatch(k -> k.outcome() == item.outcome() || k.outcome() == Outcome.UNKNOWN);
    }

    private static boolean related(String whole, String left, boolean samePlace) {
        if (left.length() < 3) {
            return true;
        }
        if (whole.contains(left) || left.contains(whole)) {
            return true;
        }
        if (samePlace && (whole.regionMatches(0, left, 0, 2) || whole.endsWith(left.substring(left.length() - 3)))) {
            return true;
        }
        // A flipped byte or lost line leaves most of the words.
        int common = 0;
        List<String> words = List.of(left.split(" "));
        for (String word : words) {
            common += (" " + whole + " ").contains(" " + word + " ") ? 1 : 0;
        }
        return 2 * common >= words.size() || common >= (samePlace ? 1 : 2);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(WrittenLettersTest.FOLDER.resolve(name));
    }

    private static List<String> lines(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1));
    }

    private static byte[] join(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
