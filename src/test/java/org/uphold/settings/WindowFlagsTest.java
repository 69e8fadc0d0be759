package org.uphold.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.determination.DateRange;

class WindowFlagsTest {

    /** Already the 15th in Auckland, still the 14th in Los Angeles. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2017-05-15T02:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "--month, 2017-02, 2017-02-01, 2017-03-01",
        "--month, 2016-12, 2016-12-01, 2017-01-01",
        "--quarter, 2017-Q1, 2017-01-01, 2017-04-01",
        "--quarter, 2017-q4, 2017-10-01, 2018-01-01",
        "--year, 2017, 2017-01-01, 2018-01-01",
        "--last, 30d, 2017-04-15, 2017-05-15",
        "--last, 1d, 2017-05-14, 2017-05-15",
        "--last, 2w, 2017-05-01, 2017-05-15",
        "--last, 3m, 2017-02-15, 2017-05-15",
        "--last, 1y, 2016-05-15, 2017-05-15",
    })
    void a_window_is_half_open(String flag, String text, LocalDate from, LocalDate to) {
        assertThat(window(flag, text).resolve(CLOCK, ZoneOffset.UTC)).isEqualTo(new DateRange(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-01-01, 2017-03-31, 2017-01-01, 2017-04-01",
        "2016-02-29, 2016-02-29, 2016-02-29, 2016-03-01",
    })
    void both_days_of_from_and_to_are_inside(String first, String last, LocalDate from, LocalDate to) {
        Window.Single window =
                flags(first, last, null, null, null, null, false).window().orElseThrow();
        assertThat(window.resolve(CLOCK, ZoneOffset.UTC)).isEqualTo(new DateRange(from, to));
    }

    @ParameterizedTest
    @CsvSource({"America/Los_Angeles, 2017-05-14", "Pacific/Auckland, 2017-05-15"})
    void last_ends_yesterday_in_the_zone_of_the_job(ZoneId zone, LocalDate today) {
        assertThat(window("--last", "7d").resolve(CLOCK, zone)).isEqualTo(new DateRange(today.minusDays(7), today));
    }

    @Test
    void all_is_unbounded_and_nothing_given_is_no_window() {
        assertThat(flags(null, null, null, null, null, null, true)
                        .window()
                        .orElseThrow()
                        .resolve(CLOCK, ZoneOffset.UTC))
                .isEqualTo(DateRange.ALL);
        assertThat(WindowFlags.NONE.window()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--month   | 2017-13  | 2017-02",
                "--month   | Feb 2017 | 2017-02",
                "--month   | 2017-2   | 2017-02",
                "--quarter | 2017-Q5  | 2017-Q1",
                "--quarter | Q1-2017  | 2017-Q1",
                "--year    | 17       | 2017",
                "--last    | 30       | 30d",
                "--last    | 0d       | 30d",
                "--last    | -3d      | 30d",
                "--last    | 999999d  | 30d",
            })
    void what_cannot_be_read_is_a_usage_error_with_an_example(String flag, String text, String example) {
        assertThatThrownBy(() -> window(flag, text))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(flag + ": ")
                .hasMessageContaining(example);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2017-01-01 | -          | --to is missing",
                "-          | 2017-01-01 | --from is missing",
                "2017-02-30 | 2017-03-01 | is no day; write 2017-02-28",
                "01/02/2017 | 2017-03-01 | is no day",
                "2017-03-02 | 2017-03-01 | ends (2017-03-01) before it starts (2017-03-02)",
            })
    void days_must_be_two_and_in_order(@Nullable String from, @Nullable String to, String message) {
        assertThatThrownBy(() -> flags(from, to, null, null, null, null, false).window())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void two_windows_are_one_too_many() {
        assertThatThrownBy(() ->
                        flags(null, null, "2017-02", null, "2017", null, false).window())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--month --year")
                .hasMessageContaining("one window only");
    }

    private static Window.Single window(String flag, String text) {
        return flags(
                        null,
                        null,
                        flag.equals("--month") ? text : null,
                        flag.equals("--quarter") ? text : null,
                        flag.equals("--year") ? text : null,
                        flag.equals("--last") ? text : null,
                        false)
                .window()
                .orElseThrow();
    }

    private static WindowFlags flags(
            @Nullable String from,
            @Nullable String to,
            @Nullable String month,
            @Nullable String quarter,
            @Nullable String year,
            @Nullable String last,
            boolean all) {
        return new WindowFlags(from, to, month, quarter, year, last, all);
    }
}
