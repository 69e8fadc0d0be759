package org.uphold.bench.torture;

import java.util.Locale;

/** Parts of a run, in order: the steps, what comes before the first, and what comes after the last. */
enum Phase {
    /** Start of the virtual machine, of the server, migrations, the lock and the line in the log book. */
    START,
    INGEST,
    AGGREGATE,
    PUBLISH,
    /** The line in the log book is closed, old metadata is pruned. */
    END;

    /** Name of the step that shows that this part has begun; the end begins when the last step is over. */
    String step() {
        return this == END ? PUBLISH.step() : name().toLowerCase(Locale.ROOT);
    }

    static Phase number(int number) {
        return values()[number % values().length];
    }
}
