package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UpholdTest {

    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());
    private static final Main.Environment ENVIRONMENT =
            new Main.Environment(Map.of(), Path.of("").toAbsolutePath(), Clock.systemUTC(), NOWHERE, NOWHERE, false);

    @Test
    void every_command_is_called_what_it_calls_itself() {
        assertThat(Uphold.commandLine(ENVIRONMENT).getSubcommands())
                .isNotEmpty()
                .allSatisfy(
                        (name, command) -> assertThat(command.getCommandName()).isEqualTo(name));
    }

    @Test
    void a_command_that_is_named_first_is_the_only_one_that_is_described() {
        assertThat(Uphold.commandLine(ENVIRONMENT, "report", "--help").getSubcommands())
                .containsOnlyKeys("report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "--no-such-option", "reprot", ""})
    void whoever_asks_for_help_or_errs_is_told_of_all_commands(String first) {
        assertThat(Uphold.commandLine(ENVIRONMENT, first, "--version").getSubcommands())
                .containsOnlyKeys(
                        Uphold.commandLine(ENVIRONMENT).getSubcommands().keySet());
    }

    @Test
    void the_version_needs_no_command() {
        CommandLine line = Uphold.commandLine(ENVIRONMENT, "--version");
        assertThat(line.getSubcommands()).isEmpty();
        assertThat(line.setOut(NOWHERE).execute("--version")).isZero();
    }

    @Test
    void a_source_system_that_no_job_file_could_name_is_refused_on_the_command_line_too() {
        StringWriter said = new StringWriter();
        PrintWriter err = new PrintWriter(said);
        Main.Environment environment =
                new Main.Environment(Map.of(), Path.of("").toAbsolutePath(), Clock.systemUTC(), NOWHERE, err, false);
        assertThat(Main.run(environment, "ingest", "items.csv", "--system", "ca/dwc"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--system: 'ca/dwc' is no name of a source system");
    }
}
