package org.uphold.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.uphold.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless browser with one page, spoken to by the DevTools protocol over loopback; no driver and no network. */
final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final String session;

    private Chromium(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
        String target = call(null, "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asString("");
        this.session = call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString("");
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** The browser of this machine, if it has one. */
    static Optional<Path> installed() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static Chromium start(Path browser, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .start();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int at = line.indexOf("ws://");
            if (at >= 0) {
                drain(lines);
                return new Chromium(process, line.substring(at));
            }
        }
        throw new IOException("The browser did not start");
    }

    /** A full pipe would stop the browser. */
    private static void drain(BufferedReader lines) {
        Thread thread = new Thread(() -> lines.lines().forEach(line -> {}), "browser output");
        thread.setDaemon(true);
        thread.start();
    }

    JsonNode call(String method, Map<String, ?> parameters) {
        return call(session, method, parameters);
    }

    private JsonNode call(@Nullable String inSession, String method, Map<String, ?> parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        Map<String, Object> message =
                Json.object("id", id, "method", method, "params", parameters, "sessionId", inSession);
        socket.sendText(MAPPER.writeValueAsString(message), true).join();
        JsonNode found =
                answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (found.has("error")) {
            throw new IllegalStateException(method + ": " + found.path("error"));
        }
        return found.path("result");
    }

    /** Opens a file as a person would and waits until it is loaded. */
    void open(Path file) {
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        evaluate("new Promise(done => document.readyState === 'complete' && location.protocol === 'file:'"
                + " ? done() : addEventListener('load', done))");
    }

    /** The value of an expression, promises awaited. */
    JsonNode evaluate(String expression) {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    void press(String key, String code, int number) {
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Json.object(
                            "type", type,
                            "key", key,
                            "code", code,
                            "windowsVirtualKeyCode", number,
                            "text", key.equals("Enter") && type.equals("keyDown") ? "\r" : null));
        }
    }

    void emulate(int width, String media, String scheme) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void screenshot(Path file) throws IOException {
        JsonNode image = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(image.path("data").asString("")));
    }

    /** What the page asked for, besides itself. */
    List<String> requests() {
        return named("Network.requestWillBeSent")
                .map(p -> p.path("request").path("url").asString(""))
                .filter(url -> !url.startsWith("file:") && !url.startsWith("data:") && !url.startsWith("about:"))
                .toList();
    }

    /** What it complained about. */
    List<String> complaints() {
        List<String> found = new ArrayList<>();
        named("Runtime.exceptionThrown").map(JsonNode::toString).forEach(found::add);
        named("Runtime.consoleAPICalled")
                .filter(p -> p.path("type").asString("").equals("error"))
                .map(JsonNode::toString)
                .forEach(found::add);
        named("Log.entryAdded")
                .filter(p -> p.path("entry").path("level").asString("").matches("error|warning"))
                .map(JsonNode::toString)
                .forEach(found::add);
        return found;
    }

    private java.util.stream.Stream<JsonNode> named(String method) {
        return events.stream()
                .filter(e -> e.path("method").asString("").equals(method))
                .map(e -> e.path("params"));
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                JsonNode node = MAPPER.readTree(message.toString());
                message.setLength(0);
                CompletableFuture<JsonNode> answer =
                        answers.remove(node.path("id").asInt(-1));
                if (answer == null) {
                    events.add(node);
                } else {
                    answer.complete(node);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
