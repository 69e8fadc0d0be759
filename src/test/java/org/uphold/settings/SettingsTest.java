package org.uphold.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.Basis;

class SettingsTest {

    private static final Vocabulary VOCABULARY = SomeWords.vocabulary(Set.of("service_category", "specialty"), Set::of);
    private static final Path BASE = Path.of("/opt/uphold");

    @TempDir
    Path folder;

    @Test
    void a_flag_beats_the_job_file_beats_the_default() throws IOException {
        JobFile job = job("basis: received\ndisclosure: cms11\nwindow: previous-month\nout: /job\n");
        Flags flags = new Flags(
                new WindowFlags(null, null, null, null, "2017", null, false),
                Path.of("/flag"),
                List.of("service_category,specialty*service_category"),
                "assigned",
                true,
                null,
                List.of("csv,sql"));

        Settings settings = Settings.resolve(flags, Map.of(), job, BASE, VOCABULARY);

        assertThat(settings.window().value().text()).isEqualTo("year 2017");
        assertThat(settings.window().origin()).isEqualTo(Origin.FLAG);
        assertThat(settings.out()).isEqualTo(new Setting<>(Path.of("/flag"), Origin.FLAG));
        assertThat(settings.tables())
                .isEqualTo(new Setting<>(List.of("service_category", "specialty*service_category"), Origin.FLAG));
        assertThat(settings.basis()).isEqualTo(new Setting<>(Basis.ASSIGNED, Origin.FLAG));
        assertThat(settings.intervals()).isEqualTo(new Setting<>(Intervals.EXACT, Origin.FLAG));
        assertThat(settings.disclosure()).isEqualTo(new Setting<>(DisclosureProfile.CMS11, Origin.JOB_FILE));
        assertThat(settings.formats()).isEqualTo(new Setting<>(Set.of("csv", "sql"), Origin.FLAG));
        assertThat(settings.gates()).isEqualTo(new Setting<>(Gates.DEFAULT, Origin.DEFAULT));

        Settings withoutFlags = Settings.resolve(Flags.NONE, Map.of(), job, BASE, VOCABULARY);
        assertThat(withoutFlags.out()).isEqualTo(new Setting<>(Path.of("/job"), Origin.JOB_FILE));
        assertThat(withoutFlags.window().value().text()).isEqualTo("previous-month");
    }

    @Test
    void nothing_said_is_all_defaults() {
        Settings settings = resolve(Map.of());

        assertThat(settings.lines()).extracting(Settings.Line::origin).containsOnly(Origin.DEFAULT);
        assertThat(settings.home().value()).isEqualTo(Path.of("/opt/uphold/.uphold"));
        assertThat(settings.out().value()).isEqualTo(Path.of("/opt/uphold/reports"));
        assertThat(settings.database().value()).isEqualTo(new Database.Embedded(Path.of("/opt/uphold/.uphold")));
        assertThat(settings.window().value()).isEqualTo(new Window.All());
        assertThat(settings.zone().value()).isEqualTo(ZoneOffset.UTC);
        assertThat(settings.formats().value()).containsExactlyInAnyOrder("csv", "sql", "html", "xlsx");
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void the_environment_names_home_and_database() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret word\n");
        Settings settings = resolve(Map.of(
                "UPHOLD_HOME", "/var/lib/uphold",
                "UPHOLD_DATABASE_URL", "jdbc:postgresql://db:5432/imr?sslpassword=hidden",
                "UPHOLD_DATABASE_USER", "batch",
                "UPHOLD_DATABASE_PASSWORD_FILE", file.toString()));

        assertThat(settings.home()).isEqualTo(new Setting<>(Path.of("/var/lib/uphold"), Origin.ENVIRONMENT));
        assertThat(settings.database().value())
                .isEqualTo(new Database.External(
                        "jdbc:postgresql://db:5432/imr?sslpassword=hidden", "batch", "s3cret word"));
        assertThat(settings.lines().toString() + settings.database())
                .contains("jdbc:postgresql://db:5432/imr?sslpassword=********", "batch")
                .doesNotContain("s3cret", "hidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPHOLD_DATABASE_URL=postgres://db/imr | UPHOLD_DATABASE_URL: 'postgres://db/imr' is no address",
                "UPHOLD_DATABASE_URL=postgres://me:pw@db/imr | postgres://me:********@db/imr",
                "UPHOLD_DATABASE_USER=me | UPHOLD_DATABASE_USER: it is set, but UPHOLD_DATABASE_URL is not",
                "UPHOLD_DATABASE_PASSWORD=pw | it is set, but UPHOLD_DATABASE_URL is not",
                "UPHOLD_DATABASE_URL=jdbc:postgresql:x UPHOLD_DATABASE_PASSWORD=a UPHOLD_DATABASE_PASSWORD_FILE=b | set one of them",
                "UPHOLD_DATABASE_URL=jdbc:postgresql:x UPHOLD_DATABASE_PASSWORD_FILE=/no/such/file | /no/such/file cannot be read",
            })
    void an_environment_that_cannot_be_meant_is_refused(String variables, String message) {
        assertThatThrownBy(() -> resolve(environment(variables)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_misspelt_variable_is_warned_of() {
        assertThat(resolve(Map.of("UPHOLD_DATABSE_URL", "jdbc:postgresql://db/imr", "UPHOLD_JAVA_OPTS", "-Xmx4g"))
                        .warnings())
                .containsExactly("UPHOLD_DATABSE_URL is set and means nothing; did you mean UPHOLD_DATABASE_URL?");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "decison, -, -, -, --basis: 'decison' is not one of those known; did you mean decision?",
                "-, cms12, -, -, --disclosure: 'cms12' is not one of those known; did you mean cms11?",
                "-, -, pdf, -, --format: 'pdf' is not one",
                "-, -, -, speciality, --by: no dimension 'speciality'; did you mean specialty?",
                "-, -, -, specialty*, --by: no dimension ''",
            })
    void a_wrong_word_names_its_flag(
            @Nullable String basis,
            @Nullable String disclosure,
            @Nullable String format,
            @Nullable String by,
            String message) {
        Flags flags = new Flags(
                WindowFlags.NONE,
                null,
                by == null ? List.of() : List.of(by),
                basis,
                false,
                disclosure,
                format == null ? List.of() : List.of(format));
        assertThatThrownBy(() -> Settings.resolve(flags, Map.of(), null, BASE, VOCABULARY))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void the_hash_follows_what_is_meant_not_how_it_is_written() {
        PublishSettings settings = publish(List.of("a", "b"), "0.05", 1);

        assertThat(settings.hash())
                .isEqualTo(publish(List.of("b", "a"), "0.050", 1).hash())
                .isEqualTo("532e59518f033f91f9f09668b49cecc1cd090db6882ae0b2ecf85b75d8f6254b")
                .isNotEqualTo(publish(List.of("a"), "0.05", 1).hash())
                .isNotEqualTo(publish(List.of("a", "b"), "0.06", 1).hash())
                .isNotEqualTo(publish(List.of("a", "b"), "0.05", 2).hash());
    }

    @Test
    void exact_intervals_are_asked_for_in_the_job_file_and_are_other_settings() throws IOException {
        Settings settings = Settings.resolve(Flags.NONE, Map.of(), job("intervals: exact\n"), BASE, VOCABULARY);
        assertThat(settings.intervals()).isEqualTo(new Setting<>(Intervals.EXACT, Origin.JOB_FILE));
        assertThat(settings.publish().hash())
                .isNotEqualTo(Settings.resolve(Flags.NONE, Map.of(), job("intervals: score\n"), BASE, VOCABULARY)
                        .publish()
                        .hash());
        assertThatThrownBy(() -> job("intervals: exat\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("intervals")
                .hasMessageContaining("exact");
    }

    private static PublishSettings publish(List<String> tables, String rate, long warn) {
        return new PublishSettings(
                tables,
                Basis.DECISION,
                Intervals.SCORE,
                DisclosureProfile.NONE,
                Set.of("sql", "csv"),
                new Gates(new BigDecimal(rate), warn, null, null),
                List.of());
    }

    private static Settings resolve(Map<String, String> environment) {
        return Settings.resolve(Flags.NONE, environment, null, BASE, VOCABULARY);
    }

    private static Map<String, String> environment(String variables) {
        return Arrays.stream(variables.split(" ", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private JobFile job(String yaml) throws IOException {
        return JobFileReader.read(Files.writeString(folder.resolve("job.yaml"), "sources: []\n" + yaml), VOCABULARY);
    }
}
