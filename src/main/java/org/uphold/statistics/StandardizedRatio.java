package org.uphold.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * An indirectly standardised ratio: events observed to events expected, with the interval of a Poisson count.
 *
 * <p>Byar's approximation {@code O(1 − 1/(9O) − z/(3√O))³} and {@code (O+1)(1 − 1/(9(O+1)) + z/(3√(O+1)))³}, divided by the expected
 * count; below ten events the exact limits {@code χ²(α/2; 2O)/2} and {@code χ²(1−α/2; 2O+2)/2}. Source: Breslow and Day, IARC
 * Scientific Publications 82 (1987), 2.3; Public Health England's Technical Guide 3 for the switch. At O = 0 the lower end is 0.
 *
 * @param ratio O / E
 * @param interval of the ratio
 */
public record StandardizedRatio(double ratio, Interval interval) {

    /** From this many events on Byar's approximation serves. */
    public static final long BYAR_FROM = 10;

    /**
     * Of independent events.
     *
     * @param observed events, 0 or more
     * @param expected above 0
     * @param confidence two-sided
     */
    public static StandardizedRatio of(long observed, double expected, double confidence) {
        return of(observed, expected, 1, confidence);
    }

    /**
     * Of events that come in clusters: the interval is that of {@code observed/deff} events, of which {@code expected/deff} were
     * expected.
     *
     * @param observed events, 0 or more
     * @param expected above 0
     * @param deff design effect, 1 or more
     * @param confidence two-sided
     */
    public static StandardizedRatio of(long observed, double expected, double deff, double confidence) {
        if (observed < 0 || !(expected > 0) || !(deff >= 1)) {
            throw new IllegalArgumentException("No ratio of " + observed + " to " + expected + " at " + deff);
        }
        double independent = observed / deff;
        Interval events = independent < BYAR_FROM ? exact(independent, confidence) : byar(independent, confidence);
        double scale = deff / expected;
        return new StandardizedRatio(observed / expected, new Interval(events.lower() * scale, events.upper() * scale));
    }

    /** Byar's interval of a Poisson count, which may be a real number; close from about ten events on. */
    public static Interval byar(double observed, double confidence) {
        double z = Normal.twoSided(confidence);
        double lower = observed == 0 ? 0 : cube(observed, -z);
        return new Interval(Math.max(0, lower), cube(observed + 1.0, z));
    }

    private static double cube(double o, double z) {
        double root = 1 - 1 / (9 * o) + z / (3 * Math.sqrt(o));
        return o * root * root * root;
    }

    /** The exact interval of a Poisson count, by quantiles of χ², which know real counts too. */
    public static Interval exact(double observed, double confidence) {
        double tail = (1 - confidence) / 2;
        double lower =
                observed == 0 ? 0 : ChiSquaredDistribution.of(2.0 * observed).inverseCumulativeProbability(tail) / 2;
        double upper = ChiSquaredDistribution.of(2.0 * observed + 2).inverseSurvivalProbability(tail) / 2;
        return new Interval(lower, upper);
    }
}
