package org.uphold.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.uphold.job.control.OpenStore;
import org.uphold.store.Runs;

/** Reads {@code --as-of}: a time with its zone, or the number of a run that left a package. */
final class StoreTimes {

    private StoreTimes() {}

    static OffsetDateTime of(OpenStore store, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeParseException e) {
                throw new UsageException("--as-of " + text
                        + " is no time: write 2017-03-01T02:00:00Z, with Z or an offset, or the number of a run");
            }
        }
        @Nullable
        OffsetDateTime time = new Runs(store.store())
                .find(Long.parseLong(text))
                .orElseThrow(() -> new UsageException("no run " + text + "; 'uphold runs' lists them"))
                .storeTime();
        if (time == null) {
            throw new UsageException("run " + text + " left no package, or one of before the store kept its time");
        }
        return time;
    }
}
