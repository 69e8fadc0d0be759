package org.uphold.cli;

import java.time.Duration;
import java.util.Locale;

/** Small phrases. */
final class Words {

    private Words() {}

    /** {@code 1 month}, {@code 2 months}. */
    static String many(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** {@code 0.8 s}, {@code 12 s}, {@code 3 min 20 s}. */
    static String time(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
