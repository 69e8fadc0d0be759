package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.cli.Main.Environment;

/** What is printed is there whole, or the command says that it is not. */
class StandardOutputTest {

    private final StringWriter said = new StringWriter();

    private int uphold(StandardOutput out, String... words) {
        return Main.run(
                new Environment(
                        Map.of(),
                        Path.of("").toAbsolutePath(),
                        Clock.systemUTC(),
                        out,
                        new PrintWriter(said, true),
                        false),
                words);
    }

    /** A disk that takes so many bytes and no more. */
    private static OutputStream room(int bytes, String words) {
        return new OutputStream() {

            private int left = bytes;

            @Override
            public void write(int b) throws IOException {
                if (left-- <= 0) {
                    throw new IOException(words);
                }
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"classify, Norco 10/325mg #60", "extract, src/samples/letters", "jobs, --json", "help, run"})
    void every_command_whose_output_does_not_fit_ends_with_74_and_one_line(String command, String word) {
        assertThat(uphold(StandardOutput.of(room(20, "No space left on device"), false), command, word))
                .isEqualTo(74);
        assertThat(said)
                .hasToString("uphold: standard output could not be written whole: No space left on device"
                        + System.lineSeparator());
    }

    @Test
    void output_that_fits_to_the_last_byte_is_whole() {
        assertThat(uphold(StandardOutput.of(room(1 << 20, "full"), false), "classify", "Norco 10/325mg #60"))
                .isZero();
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void a_reader_that_has_seen_enough_is_no_failure() {
        assertThat(uphold(StandardOutput.of(room(20, "Broken pipe"), false), "classify", "Norco 10/325mg #60"))
                .isZero();
        assertThat(uphold(StandardOutput.of(room(20, "in the words of another language"), true), "jobs"))
                .isZero();
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void a_misspelt_option_is_never_the_value_of_the_one_before() {
        assertThat(uphold(StandardOutput.of(room(1 << 20, ""), false), "run", "nightly", "--out", "--josn"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--josn");
        assertThat(Path.of("--josn")).doesNotExist();
    }
}
