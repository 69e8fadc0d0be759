package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogsTest {

    @TempDir
    Path folder;

    @Test
    void a_json_line_has_the_message_as_it_reads_and_the_run() {
        LoggerContext context = new LoggerContext();
        JsonEncoder encoder = Logs.encoder(context);
        LoggingEvent event = new LoggingEvent(
                "",
                context.getLogger("org.uphold.job.JobRunner"),
                Level.INFO,
                "read {}\n\"twice\"",
                null,
                new Object[] {7});
        event.setMDCPropertyMap(Map.of("run", "17"));
        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);

        assertThat(line).endsWith("\n").hasLineCount(1);
        JsonNode json = JsonMapper.shared().readTree(line);
        assertThat(json.get("formattedMessage").asString()).isEqualTo("read 7\n\"twice\"");
        assertThat(json.get("mdc").get("run").asString()).isEqualTo("17");
        assertThat(json.get("level").asString()).isEqualTo("INFO");
        assertThat(json.has("arguments")).isFalse();
    }

    @Test
    void the_flag_beats_the_variable_and_a_wrong_word_is_a_usage_error() {
        CommonOptions options = new CommonOptions();
        assertThat(Logs.format(options, Map.of())).isEqualTo(LogFormat.TEXT);
        assertThat(Logs.format(options, Map.of("UPHOLD_LOG_FORMAT", "json"))).isEqualTo(LogFormat.JSON);
        options.logFormat = LogFormat.TEXT;
        assertThat(Logs.format(options, Map.of("UPHOLD_LOG_FORMAT", "json"))).isEqualTo(LogFormat.TEXT);
        assertThat(run("jobs", "--log-format", "xml")).isEqualTo(2);
    }

    @Test
    void a_scheduler_without_anything_to_schedule_says_so() {
        assertThat(run("scheduler", "--port", "0")).isEqualTo(2);
        assertThat(MDC.get("run")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"90s,PT1M30S", "10m,PT10M", "2H,PT2H", "0,PT0S"})
    void times_are_read_as_people_write_them(String text, String time) {
        assertThat(new TimeConverter().convert(text)).isEqualTo(Duration.parse(time));
    }

    @ParameterizedTest
    @CsvSource({"10", "m", "-5m", "10 minutes", "1d"})
    void other_times_are_refused(String text) {
        ThrowingCallable reading = () -> new TimeConverter().convert(text);
        Assertions.assertThatThrownBy(reading)
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("write 90s, 10m or 2h");
    }

    private int run(String... args) {
        Main.Environment environment = new Main.Environment(
                Map.of(),
                folder,
                Clock.systemUTC(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                false);
        return Main.run(environment, args);
    }
}
