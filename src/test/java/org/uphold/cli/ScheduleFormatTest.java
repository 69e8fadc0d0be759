package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.uphold.settings.JobFile;
import org.uphold.settings.JobFiles;
import org.uphold.settings.Schedule;
import org.uphold.settings.SomeWords;

class ScheduleFormatTest {

    private static final Path GOLDEN = Path.of("src/test/resources/schedules");

    @TempDir
    Path folder;

    private void jobs() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(
                folder.resolve("jobs/nightly.yaml"),
                "description: Every night, 100% of it\nschedule:\n  cron: 30 2 * * *\n  zone: America/Los_Angeles\nsources: []\n");
        Files.writeString(
                folder.resolve("jobs/quarterly.yaml"),
                "schedule:\n  cron: 0 6 14 1,4,7,10 7\n  zone: Europe/Berlin\nsources: []\n");
        Files.writeString(folder.resolve("jobs/ad-hoc.yaml"), "sources: []\n");
    }

    /** With {@code -Dgolden.write} the files are written instead of compared. */
    @ParameterizedTest
    @EnumSource(ScheduleFormat.class)
    void what_is_printed_is_what_was_reviewed(ScheduleFormat format) throws IOException {
        jobs();
        JobFiles files =
                new JobFiles(folder.resolve("jobs"), SomeWords.vocabulary(java.util.Set.of(), java.util.Set::of));
        List<JobFile> jobs =
                files.list().stream().map(path -> files.read(path.toString())).toList();
        String text = format.lines(jobs, Path.of("/opt/up hold"), "1.2.3").stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        Path golden = GOLDEN.resolve(format.name().toLowerCase(java.util.Locale.ROOT) + ".txt");
        if (System.getProperty("golden.write") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void the_command_prints_them() throws IOException {
        jobs();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main.Environment environment = new Main.Environment(
                Map.of(), folder, Clock.systemUTC(), new PrintWriter(out), new PrintWriter(err), false);
        assertThat(Main.run(environment, "jobs", "--as", "cron")).isZero();
        assertThat(out.toString()).contains("CRON_TZ=America/Los_Angeles").contains("30 2 * * * ");
        assertThat(Main.run(environment, "jobs", "--as", "launchd")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 2 * * *          | *-*-* 02:30:00 UTC",
                "*/20 8-10 * * *     | *-*-* 08,09,10:00,20,40:00 UTC",
                "0 6 14 1,4,7,10 *   | *-01,04,07,10-14 06:00:00 UTC",
                "5 4 * jan sun       | Sun *-01-* 04:05:00 UTC",
                "0 0 * * 5-7         | Sun,Fri,Sat *-*-* 00:00:00 UTC",
                "0 0 * * 0-7         | *-*-* 00:00:00 UTC",
                "5/25 0 * * *        | *-*-* 00:05,30,55:00 UTC",
            })
    void cron_fields_become_calendar_events(String cron, String calendar) {
        assertThat(SystemdUnits.calendar(new Schedule(cron, ZoneId.of("UTC")))).isEqualTo(calendar);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 2 * * *      | 30 2 * * *",
                "5/25 * * * *    | 5-59/25 * * * *",
                "*/15 * */2 * 7  | */15 * */2 * 0",
                "0 0 * * 5-7     | 0 0 * * 0,5,6",
                "0 0 * * 1/3     | 0 0 * * 1,4",
                "0 0 * JAN MON-FRI | 0 0 * JAN MON-FRI",
            })
    void what_crons_read_differently_is_written_so_that_they_agree(String cron, String portable) {
        assertThat(new Schedule(cron, ZoneId.of("UTC")).portable()).isEqualTo(portable);
    }
}
