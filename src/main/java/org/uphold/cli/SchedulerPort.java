package org.uphold.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.uphold.job.RunMetrics;
import org.uphold.job.schedule.SchedulerStatus;
import org.uphold.json.Json;

/**
 * How the scheduler is, for those on the same machine: {@code /health} (200 well, 503 not), {@code /runs/next} and {@code
 * /metrics}. It can be asked and not told anything.
 */
final class SchedulerPort implements AutoCloseable {

    /** Without a look for so long, and no job under way, it hangs. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final HttpServer server;
    private final ExecutorService worker;
    private final Supplier<SchedulerStatus> status;
    private final RunMetrics metrics;
    private final Clock clock;

    private SchedulerPort(HttpServer server, Supplier<SchedulerStatus> status, RunMetrics metrics, Clock clock) {
        this.server = server;
        this.status = status;
        this.metrics = metrics;
        this.clock = clock;
        this.worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "scheduler port");
            thread.setDaemon(true);
            return thread;
        });
    }

    static SchedulerPort open(int port, Supplier<SchedulerStatus> status, RunMetrics metrics, Clock clock) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("port " + port + " cannot be opened (" + e.getMessage()
                    + "); is another scheduler up? --port takes another, 0 any");
        }
        SchedulerPort answers = new SchedulerPort(server, status, metrics, clock);
        server.setExecutor(answers.worker);
        server.createContext("/", answers::answer);
        server.start();
        return answers;
    }

    String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/health";
    }

    @Override
    public void close() {
        server.stop(0);
        worker.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                send(exchange, 405, "text/plain; charset=utf-8", "only GET\n");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/health" -> health(exchange);
                case "/runs/next" -> json(exchange, 200, next(status.get().next()));
                case "/metrics" -> send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.text());
                default -> send(exchange, 404, "text/plain; charset=utf-8", "/health, /runs/next, /metrics\n");
            }
        }
    }

    private void health(HttpExchange exchange) throws IOException {
        SchedulerStatus now = status.get();
        Instant seen = now.lookedAt() == null ? now.startedAt() : now.lookedAt();
        boolean hangs =
                now.running() == null && Duration.between(seen, clock.instant()).compareTo(LATE) > 0;
        boolean well = now.problem() == null && !hangs;
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("status", well ? "up" : "down");
        words.put("started_at", now.startedAt().toString());
        words.put("looked_at", now.lookedAt() == null ? null : now.lookedAt().toString());
        words.put("running", now.running());
        words.put("problem", hangs ? "no look since " + seen : now.problem());
        json(exchange, well ? 200 : 503, words);
    }

    private static Map<String, Object> next(List<SchedulerStatus.Next> next) {
        return Map.of(
                "next",
                next.stream()
                        .map(run -> {
                            Map<String, Object> words = new LinkedHashMap<>();
                            words.put("job", run.job());
                            words.put("cron", run.schedule().cron());
                            words.put("zone", run.schedule().zone().getId());
                            words.put("at", run.at().toString());
                            words.put(
                                    "at_local",
                                    run.at()
                                            .atZone(run.schedule().zone())
                                            .toOffsetDateTime()
                                            .toString());
                            return words;
                        })
                        .toList());
    }

    private static void json(HttpExchange exchange, int code, Object words) throws IOException {
        send(exchange, code, "application/json", Json.line(words) + "\n");
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(code, -1);
            return;
        }
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
