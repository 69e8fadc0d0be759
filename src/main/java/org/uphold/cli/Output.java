package org.uphold.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.uphold.cli.Main.Environment;
import org.uphold.json.Json;
import picocli.CommandLine;

/**
 * How a command speaks: data to standard output, the rest to standard error, one JSON object instead where asked for. Where
 * logs are JSON, remarks are log lines, so that whoever collects standard error can read all of it.
 */
final class Output {

    private static final Logger LOG = LoggerFactory.getLogger(Output.class);

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean quiet;
    private final boolean logsJson;

    Output(Environment environment, CommonOptions options) {
        this.out = environment.out();
        this.err = environment.err();
        this.json = options.json;
        this.quiet = options.quiet;
        this.logsJson = Logs.format(options, environment.variables()) == LogFormat.JSON;
    }

    private Output(Environment environment, boolean json, boolean logsJson) {
        this.out = environment.out();
        this.err = environment.err();
        this.json = json;
        this.quiet = false;
        this.logsJson = logsJson;
    }

    static Output of(CommandLine command, Environment environment) {
        CommandLine.ParseResult parsed = command.getParseResult();
        boolean logsJson = parsed != null && parsed.matchedOptionValue("--log-format", null) == LogFormat.JSON;
        return new Output(environment, wantsJson(parsed), logsJson);
    }

    static boolean wantsJson(String[] args) {
        return Arrays.asList(args).contains("--json");
    }

    private static boolean wantsJson(CommandLine.ParseResult parsed) {
        return parsed != null && parsed.originalArgs().contains("--json");
    }

    /** Whether remarks for people are wanted. */
    boolean talks() {
        return !quiet && !json;
    }

    boolean json() {
        return json;
    }

    /** Data: a line on standard output. */
    void data(String line) {
        out.println(line);
    }

    /** Whether data has been lost on its way out, so that more of it need not be made. */
    boolean broken() {
        return out instanceof StandardOutput standard && standard.broken();
    }

    /** A remark for people. */
    void say(String line) {
        if (quiet || json) {
            return;
        }
        if (logsJson) {
            LOG.info("{}", line);
        } else {
            err.println(line);
            err.flush();
        }
    }

    /** Lines that only people want, one below the other: not where remarks are log lines. */
    void show(List<String> lines) {
        if (!logsJson) {
            lines.forEach(this::say);
        }
    }

    /** What went wrong, in one line. */
    void error(int code, String message) {
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("exit_code", code);
            error.put("error", message);
            result(error);
        } else if (logsJson) {
            LOG.error("{}", message);
        } else {
            err.println("uphold: " + message);
            err.flush();
        }
    }

    /** The machine-readable result of a command: one object on standard output. */
    void result(Object value) {
        out.println(Json.line(value));
        out.flush();
    }
}
