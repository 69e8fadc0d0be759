package org.uphold.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.determination.Edition;

class JobFileTest {

    private static final Vocabulary VOCABULARY = SomeWords.vocabulary(
            Set.of("service_category", "service", "specialty", "guideline_source", "month"),
            () -> Set.of("items-csv", "dmhc", "ny-dfs"));

    @TempDir
    Path folder;

    @Test
    void every_key_is_read() throws IOException {
        JobFile job = read("""
                description: All of it
                schedule: {cron: "30 2 * * *", zone: America/Los_Angeles}
                system: ca-dwc
                settle: 5m
                sources:
                  - path: letters
                    kind: letter
                    letters: {meta-files: true, date-in-name: yes}
                  - paths: [a.csv, "/data/*.csv.gz"]
                    kind: items-csv
                    system: elsewhere
                    dialect: mine
                    settle: off
                  - table:
                      url: jdbc:postgresql://db/claims
                      user: reader
                      password-file: secret
                      name: public.decisions
                    dialect: dmhc
                    edition: whole
                dialects:
                  mine:
                    columns: {case_number: Case No}
                    outcomes: {NO: UPHELD, yes: OVERTURNED}
                    date-formats: [M/d/uuuu, "1:30"]
                window: {last: 30d}
                basis: received
                tables: [service_category, service_category * specialty]
                disclosure: cms11
                formats: [csv, parquet]
                gates: {max-reject-rate: 0.05, warn-rejects: 10, max-unknown-rate: 0.1, max-unclassified-rate: 1, max-withdrawn-rate: 0.3}
                taxonomy: [words/services.csv]
                limits: {letter-bytes: 1_000_000, pages: 50, seconds: 5}
                out: /srv/packages
                """);

        assertThat(job.name()).isEqualTo("test");
        assertThat(job.description()).isEqualTo("All of it");
        assertThat(job.schedule()).isEqualTo(new Schedule("30 2 * * *", ZoneId.of("America/Los_Angeles")));
        assertThat(job.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(job.sources())
                .containsExactly(
                        new SourceSpec(
                                List.of(folder.resolve("letters").toString()),
                                InputKind.LETTER,
                                "ca-dwc",
                                null,
                                new SourceSpec.LetterOptions(true, true),
                                null,
                                Edition.PART,
                                Duration.ofMinutes(5),
                                null),
                        new SourceSpec(
                                List.of(folder.resolve("a.csv").toString(), "/data/*.csv.gz"),
                                InputKind.ITEMS_CSV,
                                "elsewhere",
                                "mine",
                                SourceSpec.LetterOptions.DEFAULT,
                                null,
                                Edition.PART,
                                Duration.ZERO,
                                null),
                        new SourceSpec(
                                List.of(),
                                InputKind.TABLE,
                                "ca-dwc",
                                "dmhc",
                                SourceSpec.LetterOptions.DEFAULT,
                                new SourceSpec.TableSource(
                                        "jdbc:postgresql://db/claims",
                                        "reader",
                                        folder.resolve("secret").toString(),
                                        "public.decisions"),
                                Edition.WHOLE,
                                Duration.ofMinutes(5),
                                null));
        assertThat(job.dialects())
                .as("as written: NO is no boolean and 1:30 no number")
                .containsExactly(Map.entry(
                        "mine",
                        Map.of(
                                "columns", Map.of("case_number", "Case No"),
                                "outcomes", Map.of("NO", "UPHELD", "yes", "OVERTURNED"),
                                "date-formats", List.of("M/d/uuuu", "1:30"))));
        assertThat(job.window()).isEqualTo(new Window.Last(Period.ofDays(30)));
        assertThat(job.basis()).isEqualTo(Basis.RECEIVED);
        assertThat(job.tables()).containsExactly("service_category", "service_category*specialty");
        assertThat(job.disclosure()).isEqualTo(DisclosureProfile.CMS11);
        assertThat(job.formats()).containsExactlyInAnyOrder("csv", "parquet");
        assertThat(job.gates())
                .isEqualTo(new Gates(
                        new BigDecimal("0.05"),
                        10,
                        null,
                        null,
                        new BigDecimal("0.1"),
                        BigDecimal.ONE,
                        new BigDecimal("0.3")));
        assertThat(job.taxonomy())
                .containsExactly(folder.resolve("words/services.csv").toString());
        assertThat(job.limits())
                .isEqualTo(new InputLimits(1_000_000L, 50, null, Duration.ofSeconds(5), null, null, null));
        assertThat(job.out()).isEqualTo(Path.of("/srv/packages"));
    }

    @Test
    void sources_are_enough() throws IOException {
        JobFile job = read("sources: [{path: letters}]\n");

        assertThat(job.system()).isEqualTo("ca-dwc");
        assertThat(job.schedule()).isNull();
        assertThat(job.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(job.window()).isNull();
        assertThat(job.gates()).isEqualTo(Gates.DEFAULT);
        assertThat(job.gates().warnRejects()).isEqualTo(1);
        assertThat(job.limits()).isEqualTo(InputLimits.DEFAULT);
        assertThat(job.sources().get(0).kind()).isEqualTo(InputKind.AUTO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "all | all",
                "previous-month | previous-month",
                "previous-quarter | previous-quarter",
                "previous-year | previous-year",
                "{last: 6w} | last 42d",
                "{month: 2017-02} | month 2017-02",
                "{quarter: 2017-q1} | quarter 2017-Q1",
                "{year: 2017} | year 2017",
                "{from: 2017-01-05, to: 2017-01-06} | from 2017-01-05 to 2017-01-06",
                "touched | touched 90d",
                "{touched: } | touched 90d",
                "{touched: {look-back: 2m}} | touched 2m",
            })
    void windows_are_words_or_sections(String yaml, String text) throws IOException {
        assertThat(read("sources: []\nwindow: " + yaml + "\n").window())
                .isNotNull()
                .extracting(Window::text)
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "previous-month, 2017-01-15, 2016-12-01, 2017-01-01",
        "previous-quarter, 2017-01-15, 2016-10-01, 2017-01-01",
        "previous-quarter, 2017-12-31, 2017-07-01, 2017-10-01",
        "previous-year, 2017-12-31, 2016-01-01, 2017-01-01",
    })
    void previous_is_the_last_whole_period(String word, LocalDate today, LocalDate from, LocalDate to) {
        Clock clock = Clock.fixed(Instant.parse(today + "T12:00:00Z"), ZoneOffset.UTC);
        assertThat(Windows.word(word))
                .isInstanceOfSatisfying(
                        Window.Single.class,
                        window -> assertThat(window.resolve(clock, ZoneOffset.UTC))
                                .isEqualTo(new DateRange(from, to)));
    }

    @Test
    void the_look_back_starts_with_a_whole_month_and_ends_yesterday() {
        Clock clock = Clock.fixed(Instant.parse("2017-05-15T12:00:00Z"), ZoneOffset.UTC);
        assertThat(new Window.Touched(Period.ofDays(90)).floor(clock, ZoneOffset.UTC))
                .isEqualTo(new DateRange(LocalDate.of(2017, 2, 1), LocalDate.of(2017, 5, 15)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "formts: [csv]                      | 2 | formts: no such key; did you mean formats?",
                "formats: [cvs]                     | 2 | formats[1]: 'cvs' is not one of those known; did you mean csv?",
                "basis: recieved                    | 2 | basis: 'recieved' is not one of those known; did you mean received?",
                "basis: ur-decision                 | 2 | did you mean ur_decision?",
                "disclosure: cms                    | 2 | disclosure: 'cms' is not one",
                "tables: [service_categry]          | 2 | no dimension 'service_categry'; did you mean service_category?",
                "tables: [month*month]              | 2 | names a dimension twice",
                "gates: {max-reject-rate: 5}        | 2 | gates.max-reject-rate: 5 is no fraction from 0 to 1; write five percent as 0.05",
                "gates: {max-reject-rate: 5 %}      | 2 | '5 %' is no number",
                "gates: {max-rejects-rate: 0.1}     | 2 | gates.max-rejects-rate: no such key; did you mean max-reject-rate?",
                "gates: {warn-rejects: -1}          | 2 | -1 is too small; the least is 0",
                "gates: 3                           | 2 | gates: this must hold keys of its own",
                "limits: {pages: many}              | 2 | limits.pages: 'many' is no whole number",
                "window: last-month                 | 2 | 'last-month' is no window",
                "window: previous-mnth              | 2 | did you mean previous-month?",
                "window: {last: 30 days}            | 2 | window.last: '30 days' is no length of time; write 30d",
                "window: {from: 2017-01-01}         | 2 | a window needs both from: and to:",
                "window: {month: 2017-01, all: x}   | 2 | give one window only",
                "window: {from: 2017-02-01, to: 2017-01-01} | 2 | ends (2017-01-01) before it starts",
                "schedule: {cron: 30 2 * * *}       | 2 | schedule.zone: a schedule needs its time zone",
                "schedule: {zone: America/Los_Angelos, cron: 30 2 * * *} | 2 | did you mean America/Los_Angeles?",
                "schedule: {zone: UTC, cron: daily} | 2 | schedule.cron: a cron schedule has five fields",
                "schedule: {zone: UTC}              | 2 | a schedule needs cron:",
                "system: CA DWC                     | 2 | system: 'CA DWC' is no name of a source system",
                "out: [a, b]                        | 2 | out: this must be a single value",
                "sources: [{path: b}]               | 2 | sources: the key is there twice",
            })
    void what_is_wrong_is_told_with_line_and_key_and_the_nearest_right_word(String yaml, int line, String message) {
        assertThatThrownBy(() -> read("sources: [{path: a}]\n" + yaml + "\n"))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problems().get(0).line()).isEqualTo(line))
                .hasMessageContaining("test.yaml:" + line + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{pth: a}]                                  | sources[1].pth: no such key; did you mean path?",
                "[{kind: letter}]                            | a source is either files (path: or paths:) or a table:",
                "[{path: a, table: {name: decisions}}]       | a source is either files (path: or paths:) or a table:",
                "[{path: a}, {path: b, kind: lettr}]         | sources[2].kind: 'lettr' is not one of those known; did you mean letter?",
                "[{path: a, settle: 30}]                     | sources[1].settle: '30' is no short time; write 30s, 5m, 1h or off",
                "[{path: a, settle: 2h}]                     | sources[1].settle: '2h' is too long; a run waits for files 1h at most",
                "[{path: a, dialect: dhmc}]                  | no dialect 'dhmc'; did you mean dmhc?",
                "[{path: a, letters: {meta-file: true}}]     | sources[1].letters.meta-file: no such key; did you mean meta-files?",
                "[{path: a, letters: {meta-files: maybe}}]   | 'maybe' is neither true nor false",
                "[{path: a, edition: full}]                  | 'full' is not one of those known",
                "[{table: {url: x}}]                         | a table needs its name:",
                "[{table: {name: decisions, password: x}}]   | no passwords in job files",
                "[{path: ''}]                                | the path is empty",
                "{path: a}                                   | sources: this must be a list",
            })
    void sources_are_checked_one_by_one(String yaml, String message) {
        assertThatThrownBy(() -> read("sources: " + yaml + "\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("test.yaml:1: ")
                .hasMessageContaining(message);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> read("basis: x\nformats: [pdf]\nout: {a: b}\n"))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problems())
                                .extracting(SettingsProblem::key)
                                .containsExactlyInAnyOrder("sources", "basis", "formats[1]", "out"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "a: [1, 2  | this is no YAML",
                "just text | the file holds no keys",
                "-         | the file holds no keys",
                "a: *b     | this is no YAML",
                "a: !!java.net.URL [x] | tag is not allowed",
            })
    void what_is_no_mapping_is_refused(@Nullable String yaml, String message) {
        assertThatThrownBy(() -> read(yaml == null ? "" : yaml))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("test.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void a_job_is_found_by_name_or_path_and_the_nearest_name_is_told() throws IOException {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("nightly.yaml"), "sources: [{path: letters}]\n");
        JobFiles files = new JobFiles(jobs, VOCABULARY);

        assertThat(files.read("nightly").sources().get(0).paths())
                .as("paths start beside the folder jobs")
                .containsExactly(folder.resolve("letters").toString());
        assertThat(files.read(jobs.resolve("nightly.yaml").toString()).name()).isEqualTo("nightly");
        assertThat(files.list()).containsExactly(jobs.resolve("nightly.yaml"));
        assertThatThrownBy(() -> files.read("nigthly"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no such job; did you mean nightly?");
    }

    @ParameterizedTest
    @CsvSource({"nightly", "quarterly-compliance", "ad-hoc"})
    void the_jobs_that_ship_are_right(String name) {
        JobFile job = new JobFiles(Path.of("jobs"), VOCABULARY).read(name);

        assertThat(job.name()).isEqualTo(name);
        assertThat(job.description()).isNotBlank();
    }

    private JobFile read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("test.yaml"), yaml);
        return JobFileReader.read(file, VOCABULARY);
    }
}
