package org.uphold.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.List;

/**
 * Counts and steps on standard error; nothing of a letter is ever logged. {@code run=} is the run's number in the log book.
 * Written down here and not in XML, whose reader takes a sixth of a second to start. Found by logback through
 * {@code META-INF/services}.
 *
 * <p>The flag {@code --log-format json} puts a JSON encoder in this one's place; {@code -v} and {@code -vv} raise the level of
 * {@code org.uphold}. Libraries report failures as exceptions, which end as one line.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level run=%X{run:--} %logger{0} %msg%n";
    private static final List<String> SILENT =
            List.of("org.springframework", "com.zaxxer", "org.flywaydb", "org.jooq", "org.apache");

    @Override
    public ExecutionStatus configure(LoggerContext logs) {
        logs.getStatusManager().add(new NopStatusListener());
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(logs);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(logs);
        console.setName("STDERR");
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.ERROR);
        root.addAppender(console);
        logs.getLogger("org.uphold").setLevel(Level.WARN);
        SILENT.forEach(name -> logs.getLogger(name).setLevel(Level.OFF));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
