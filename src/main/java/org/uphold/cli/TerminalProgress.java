package org.uphold.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.uphold.cli.Main.Environment;
import org.uphold.job.control.Progress;

/** Says what runs, and draws a progress bar, on a terminal only. */
final class TerminalProgress implements Progress, AutoCloseable {

    private final Output output;
    private final String what;
    private final boolean drawn;
    private @Nullable ProgressBar bar;

    /** @param what is run, for people; empty where that need not be said */
    TerminalProgress(Environment environment, Output output, String what) {
        this.output = output;
        this.what = what;
        this.drawn = environment.terminal() && output.talks();
    }

    @Override
    public void begun(long run) {
        if (!what.isEmpty()) {
            output.say(what);
        }
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
    public void waits(Duration time, int files) {
        output.say("waiting " + (1 + time.toSeconds()) + " s for " + Words.many(files, "file")
                + " written to a moment ago (settle: in the job file)");
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
