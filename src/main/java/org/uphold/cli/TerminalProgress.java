package org.uphold.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.uphold.cli.Main.Environment;
import org.uphold.job.Progress;

/** A progress bar, on a terminal only. */
final class TerminalProgress implements Progress, AutoCloseable {

    private final boolean drawn;
    private @Nullable ProgressBar bar;

    TerminalProgress(Environment environment, Output output) {
        this.drawn = environment.terminal() && output.talks();
    }

    @Override
    public void step(String name) {
        close();
        if (drawn) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(-1)
                    .setUnit(" files", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .startsFrom(0, Duration.ZERO)
                    .build();
        }
    }

    @Override
    public void read(long inputs, long readings) {
        ProgressBar drawing = bar;
        if (drawing != null) {
            drawing.stepTo(inputs);
            drawing.setExtraMessage(readings + " readings");
        }
    }

    @Override
    public void close() {
        ProgressBar drawing = bar;
        if (drawing != null) {
            drawing.close();
            bar = null;
        }
    }
}
