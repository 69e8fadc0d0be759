package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uphold.job.RunMetrics;
import org.uphold.job.control.RunResult;
import org.uphold.job.schedule.SchedulerStatus;
import org.uphold.settings.Schedule;

class SchedulerPortTest {

    private static final Instant NOW = Instant.parse("2027-03-14T08:00:00Z");
    private static final SchedulerStatus WELL = new SchedulerStatus(
            NOW.minusSeconds(3600),
            NOW.minusSeconds(30),
            null,
            null,
            List.of(new SchedulerStatus.Next(
                    "nightly",
                    new Schedule("30 2 * * *", ZoneId.of("America/Los_Angeles")),
                    Instant.parse("2027-03-14T10:30:00Z"))));

    private final AtomicReference<SchedulerStatus> status = new AtomicReference<>(WELL);
    private final RunMetrics metrics = new RunMetrics();
    private SchedulerPort port;

    @BeforeEach
    void open() {
        port = SchedulerPort.open(0, status::get, metrics, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        port.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create(port.address()).resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void health_is_up_while_it_looks_and_nothing_keeps_it_from_its_work() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/health").body()).contains("\"status\":\"up\"");
    }

    @Test
    void health_is_down_when_the_database_is_away_or_it_hangs_but_not_while_a_job_takes_long() throws Exception {
        status.set(new SchedulerStatus(NOW, NOW, "The database cannot be reached", null, List.of()));
        assertThat(get("/health").statusCode()).isEqualTo(503);
        status.set(new SchedulerStatus(NOW.minusSeconds(9000), NOW.minusSeconds(600), null, null, List.of()));
        assertThat(get("/health").body()).contains("no look since 2027-03-14T07:50:00Z");
        status.set(new SchedulerStatus(NOW.minusSeconds(9000), NOW.minusSeconds(600), null, "nightly", List.of()));
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void next_runs_are_told_with_their_local_time() throws Exception {
        assertThat(get("/runs/next").body())
                .isEqualTo("{\"next\":[{\"job\":\"nightly\",\"cron\":\"30 2 * * *\",\"zone\":\"America/Los_Angeles\","
                        + "\"at\":\"2027-03-14T10:30:00Z\",\"at_local\":\"2027-03-14T03:30-07:00\"}]}\n");
    }

    @Test
    void metrics_are_in_prometheus_text_form() throws Exception {
        metrics.ran("nightly", RunResult.failed(1, 3, ""), NOW, null);
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(answer.body())
                .contains("# TYPE uphold_last_run_exit_code gauge")
                .contains("{job=\"nightly\"} 3.0");
    }

    @Test
    void anything_else_is_not_there() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(port.address()).startsWith("http://127.0.0.1:");
    }
}
