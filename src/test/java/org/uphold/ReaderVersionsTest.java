package org.uphold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.uphold.csv.Dialect;
import org.uphold.csv.Dialects;
import org.uphold.csv.TableReader;
import org.uphold.determination.ContentHash;
import org.uphold.letter.LetterReader;
import org.uphold.source.Inputs;
import org.uphold.source.Limits;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;

/**
 * Stores read again what an earlier version of a reader read. So whoever changes what is read of any letter or table raises its
 * reader's version: this test sees it by the letters and tables that ship.
 */
class ReaderVersionsTest {

    private static final Path READINGS = Path.of("src/test/resources/readings.txt");
    private static final List<Path> LETTERS =
            List.of(Path.of("src/test/resources/letters/written"), Path.of("src/samples/letters"));

    @Test
    void a_reader_that_reads_otherwise_has_another_version() throws IOException {
        String now = "letters " + LetterReader.VERSION + " " + letters() + "\ntables " + TableReader.VERSION + " "
                + tables() + "\n";
        if (Boolean.getBoolean("readings.write")) {
            Files.writeString(READINGS, now);
        }
        assertThat(now)
                .as(
                        "what is read has changed: raise VERSION in LetterReader or TableReader (once since the last release), "
                                + "then run ./mvnw -q test -Dtest=ReaderVersionsTest -Dreadings.write=true")
                .isEqualTo(Files.readString(READINGS));
    }

    @Test
    void a_dialect_with_another_word_has_another_version() {
        Dialect items = Objects.requireNonNull(Dialects.builtIn().get("items-csv"));
        var keys = new java.util.TreeMap<String, Object>(java.util.Map.of(
                "columns", java.util.Map.of("case_number", "Ref", "service", "What", "outcome", "How")));
        String before = Dialect.parse("mine", keys).version();
        assertThat(Dialect.parse("mine", keys).version()).isEqualTo(before);
        keys.put("values", java.util.Map.of("outcome", java.util.Map.of("Sustained", "UPHELD")));
        assertThat(Dialect.parse("mine", keys).version()).isNotEqualTo(before);
    }

    private static String letters() throws IOException {
        LetterReader reader = new LetterReader(Limits.DEFAULT);
        List<String> lines = new ArrayList<>();
        for (Path folder : LETTERS) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(ReaderVersionsTest::isLetter).sorted().toList()) {
                    lines.add(file.getFileName() + " " + line(reader.read(Inputs.file(file))));
                }
            }
        }
        return digest(lines);
    }

    private static boolean isLetter(Path file) {
        return file.toString().endsWith(".txt") || file.toString().endsWith(".pdf");
    }

    private static String tables() throws IOException {
        List<String> lines = new ArrayList<>();
        Dialect items = Objects.requireNonNull(Dialects.builtIn().get("items-csv"));
        for (Path file : List.of(Path.of("src/samples/items.csv"), Path.of("src/test/resources/tables/odd.csv"))) {
            new TableReader(items, Limits.DEFAULT).read(Inputs.file(file), reading -> lines.add(line(reading)));
        }
        return digest(lines);
    }

    private static String line(Reading reading) {
        if (reading instanceof Reading.Rejected rejected) {
            return "rejected " + problem(rejected.problem()) + " " + rejected.place();
        }
        Reading.Accepted accepted = (Reading.Accepted) reading;
        return HexFormat.of().formatHex(ContentHash.of(accepted.determination())) + " " + accepted.form() + " "
                + accepted.place() + " "
                + accepted.problems().stream().map(ReaderVersionsTest::problem).toList();
    }

    private static String problem(Problem problem) {
        Place where = problem.where();
        return problem.code() + " " + where.line() + " " + where.page() + " " + where.character();
    }

    private static String digest(List<String> lines) {
        return Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
