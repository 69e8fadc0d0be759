package org.uphold.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.uphold.settings.Schedule;

class CronTimesTest {

    private static List<String> times(String cron, String zone, String from, String to) {
        CronTimes times = new CronTimes(new Schedule(cron, ZoneId.of(zone)));
        List<String> all = new ArrayList<>();
        Instant end = Instant.parse(to);
        for (Optional<Instant> next = times.next(Instant.parse(from));
                next.isPresent() && !next.get().isAfter(end);
                next = times.next(next.get())) {
            all.add(next.get().atZone(ZoneId.of(zone)).toOffsetDateTime().toString());
        }
        return all;
    }

    @Test
    void a_time_that_does_not_exist_is_due_once_at_the_shifted_instant() {
        assertThat(times("30 2 * * *", "America/Los_Angeles", "2027-03-13T00:00:00Z", "2027-03-16T00:00:00Z"))
                .containsExactly("2027-03-13T02:30-08:00", "2027-03-14T03:30-07:00", "2027-03-15T02:30-07:00");
    }

    @Test
    void a_time_that_occurs_twice_is_due_the_first_time_only() {
        assertThat(times("30 1 * * *", "America/Los_Angeles", "2027-11-06T00:00:00Z", "2027-11-09T00:00:00Z"))
                .containsExactly("2027-11-06T01:30-07:00", "2027-11-07T01:30-07:00", "2027-11-08T01:30-08:00");
    }

    @Test
    void asking_between_the_two_occurrences_does_not_find_the_second() {
        assertThat(times("30 1 * * *", "America/Los_Angeles", "2027-11-07T08:45:00Z", "2027-11-08T12:00:00Z"))
                .containsExactly("2027-11-08T01:30-08:00");
    }

    @Test
    void times_inside_a_gap_mix_in_order_with_those_behind_it() {
        assertThat(times("15,45 * * * *", "Europe/Berlin", "2027-03-28T00:30:00Z", "2027-03-28T02:20:00Z"))
                .containsExactly(
                        "2027-03-28T01:45+01:00",
                        "2027-03-28T03:15+02:00",
                        "2027-03-28T03:45+02:00",
                        "2027-03-28T04:15+02:00");
        assertThat(times("50 2,3 * * *", "Europe/Berlin", "2027-03-28T00:00:00Z", "2027-03-28T12:00:00Z"))
                .containsExactly("2027-03-28T03:50+02:00");
        assertThat(times("10 3 * * *", "Europe/Berlin", "2027-03-28T00:00:00Z", "2027-03-28T12:00:00Z"))
                .containsExactly("2027-03-28T03:10+02:00");
        assertThat(times("45 2 * * *", "Europe/Berlin", "2027-03-28T01:10:00Z", "2027-03-28T12:00:00Z"))
                .as("asked when the clocks have gone forward already")
                .containsExactly("2027-03-28T03:45+02:00");
    }

    @Test
    void a_change_of_half_an_hour_and_a_skipped_day_are_changes_like_any_other() {
        assertThat(times("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00:00Z", "2026-10-05T00:00:00Z"))
                .containsExactly("2026-10-04T02:45+11:00", "2026-10-05T02:15+11:00");
        assertThat(times("30 2 * * *", "Pacific/Apia", "2011-12-28T00:00:00Z", "2011-12-31T20:00:00Z"))
                .as("the 30th did not exist there, and its time fell on the 31st's")
                .containsExactly(
                        "2011-12-28T02:30-10:00",
                        "2011-12-29T02:30-10:00",
                        "2011-12-31T02:30+14:00",
                        "2012-01-01T02:30+14:00");
    }

    @Test
    void two_given_day_fields_mean_either_as_in_cron() {
        assertThat(times("0 6 14 * MON", "UTC", "2027-06-06T00:00:00Z", "2027-06-16T00:00:00Z"))
                .containsExactly("2027-06-07T06:00Z", "2027-06-14T06:00Z");
        assertThat(times("0 6 15 * MON", "UTC", "2027-06-08T00:00:00Z", "2027-06-16T00:00:00Z"))
                .containsExactly("2027-06-14T06:00Z", "2027-06-15T06:00Z");
    }

    @Test
    void a_day_that_never_comes_has_no_next() {
        assertThat(new CronTimes(new Schedule("0 0 30 2 *", ZoneId.of("UTC"))).next(Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void of_what_was_missed_the_latest_counts_and_the_others_are_counted() {
        CronTimes times = new CronTimes(new Schedule("30 2 * * *", ZoneId.of("UTC")));
        assertThat(times.due(Instant.parse("2027-01-01T02:30:00Z"), Instant.parse("2027-01-04T02:30:00Z")))
                .hasValue(new CronTimes.Due(Instant.parse("2027-01-04T02:30:00Z"), 2));
        assertThat(times.due(Instant.parse("2027-01-04T02:30:00Z"), Instant.parse("2027-01-05T02:29:59Z")))
                .isEmpty();
    }
}
