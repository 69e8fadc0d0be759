package org.uphold.recount;

import org.jspecify.annotations.Nullable;

/** Two ends, by what the manual says of each. */
record Intervals(double lower, double upper) {

    static final Intervals ALL = new Intervals(0, 1);

    /** Wilson's, solved for the rates whose distance from x/n is z standard errors of their own; x and n may be real numbers. */
    static @Nullable Intervals wilson(double x, double n, double z) {
        if (n == 0) {
            return null;
        }
        double observed = x / n;
        double lower =
                x <= 0 ? 0 : Distributions.root(p -> z * Math.sqrt(p * (1 - p) / n) - (observed - p), 0, observed);
        double upper = observed >= 1
                ? 1
                : Distributions.root(p -> (p - observed) - z * Math.sqrt(p * (1 - p) / n), observed, 1);
        return new Intervals(lower, upper);
    }

    /** Clopper and Pearson's: the rates at which a count as high, or as low, has a chance of 2.5 %. */
    static @Nullable Intervals exact(int x, int n) {
        if (n == 0) {
            return null;
        }
        return new Intervals(
                x == 0 ? 0 : Distributions.root(p -> Distributions.binomialAbove(x, n, p) - 0.025, 0, 1),
                x == n ? 1 : Distributions.root(p -> 0.025 - Distributions.binomialBelow(x, n, p), 0, 1));
    }

    /** Byar's interval of a count of events; below ten the exact one of a Poisson count. */
    static Intervals events(double count) {
        double z = Distributions.normalQuantile(0.975);
        if (count < 10) {
            return new Intervals(
                    count == 0 ? 0 : Distributions.chiSquaredQuantile(0.025, 2 * count) / 2,
                    Distributions.chiSquaredQuantile(0.975, 2 * count + 2) / 2);
        }
        double more = count + 1;
        return new Intervals(
                count * Math.pow(1 - 1 / (9 * count) - z / (3 * Math.sqrt(count)), 3),
                more * Math.pow(1 - 1 / (9 * more) + z / (3 * Math.sqrt(more)), 3));
    }
}
