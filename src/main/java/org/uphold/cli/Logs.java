package org.uphold.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** How much is logged, and in which form. */
final class Logs {

    static final String FORMAT_VARIABLE = "UPHOLD_LOG_FORMAT";

    private Logs() {}

    /** The form asked for: the flag beats the variable. */
    static LogFormat format(CommonOptions options, Map<String, String> variables) {
        LogFormat flag = options.logFormat;
        if (flag != null) {
            return flag;
        }
        String word = variables.getOrDefault(FORMAT_VARIABLE, "").strip();
        if (word.isEmpty()) {
            return LogFormat.TEXT;
        }
        try {
            return LogFormat.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException(FORMAT_VARIABLE + ": '" + word + "' is no log format; write text or json");
        }
    }

    /** Applies the options; nothing but warnings is logged unless more is asked for. */
    static void configure(CommonOptions options, LogFormat format) {
        if (options.verbose.length > 0) {
            level(options.verbose.length > 1 ? Level.TRACE : Level.DEBUG);
        } else if (options.quiet) {
            level(Level.ERROR);
        } else if (options.logFormat != null || options.logsSteps || format == LogFormat.JSON) {
            level(Level.INFO);
        }
        if (format == LogFormat.JSON && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Iterator<Appender<ILoggingEvent>> appenders =
                    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
            while (appenders.hasNext()) {
                if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> appender) {
                    appender.setEncoder(encoder(context));
                }
            }
        }
    }

    /** The message as it reads, the run it belongs to, and nothing twice. */
    static JsonEncoder encoder(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }

    private static void level(@Nullable Level level) {
        if (LoggerFactory.getLogger("org.uphold") instanceof Logger found) {
            found.setLevel(level);
        }
    }
}
