package org.uphold.statistics;

/**
 * Cumulative sum of log-likelihood ratios that grows while a rate of events lies nearer to {@code p1} than to {@code p0}:
 * {@code S ← max(0, S + W)} with {@code W = ln(p1/p0)} for an event and {@code ln((1−p1)/(1−p0))} for none.
 *
 * <p>Source: Reynolds and Stoumbos, J. Quality Technology 31 (1999) 87.
 */
public final class BernoulliCusum {

    private final double weightOfEvent;
    private final double weightOfNone;

    /**
     * @param p0 rate under control, in (0, 1)
     * @param p1 rate to be noticed, in (0, 1) and not p0
     */
    public BernoulliCusum(double p0, double p1) {
        if (!(p0 > 0 && p0 < 1 && p1 > 0 && p1 < 1) || p0 == p1) {
            throw new IllegalArgumentException("Two different rates between 0 and 1 are needed: " + p0 + ", " + p1);
        }
        this.weightOfEvent = Math.log(p1 / p0);
        this.weightOfNone = Math.log((1 - p1) / (1 - p0));
    }

    /** Rate whose odds are {@code factor} times those of {@code p0}. */
    public static double shiftedOdds(double p0, double factor) {
        return factor * p0 / (1 - p0 + factor * p0);
    }

    public double weightOfEvent() {
        return weightOfEvent;
    }

    public double weightOfNone() {
        return weightOfNone;
    }

    /** The sum after each observation, starting from 0. */
    public double[] path(boolean[] events) {
        double[] path = new double[events.length];
        double sum = 0;
        for (int i = 0; i < events.length; i++) {
            sum = step(sum, events[i] ? 1 : 0, events[i] ? 0 : 1);
            path[i] = sum;
        }
        return path;
    }

    /** The sum after each batch, where the order within a batch is not known: {@code max(0, S + events·W₁ + others·W₀)}. */
    public double[] pathOfBatches(long[] events, long[] others) {
        double[] path = new double[events.length];
        double sum = 0;
        for (int i = 0; i < events.length; i++) {
            sum = step(sum, events[i], others[i]);
            path[i] = sum;
        }
        return path;
    }

    private double step(double sum, long events, long others) {
        return Math.max(0, sum + events * weightOfEvent + others * weightOfNone);
    }
}
