package org.uphold.bench.chance;

import java.util.Locale;

/** How often something was so. */
final class Share {

    private long all;
    private long so;

    void count(boolean is) {
        all++;
        so += is ? 1 : 0;
    }

    void add(Share other) {
        all += other.all;
        so += other.so;
    }

    long so() {
        return so;
    }

    boolean isEmpty() {
        return all == 0;
    }

    double percent() {
        return 100.0 * so / all;
    }

    @Override
    public String toString() {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f", percent());
    }
}
