package org.uphold.recount;

import java.util.function.DoubleUnaryOperator;

/**
 * Distribution functions by series and continued fractions, and their inverses by halving. Source: Press and others, Numerical Recipes,
 * chapter 6; the gamma function after Lanczos.
 */
final class Distributions {

    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final double SMALLEST = 1e-300;
    private static final double CLOSE = 1e-16;
    private static final double NARROW = 1e-13;
    private static final int MOST_TERMS = 100_000;

    private Distributions() {}

    static double logGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x - 1 + LANCZOS.length - 1.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }

    /** Regularised incomplete beta function. */
    static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * betaFraction(x, a, b) / a
                : 1 - front * betaFraction(1 - x, b, a) / b;
    }

    private static double betaFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < CLOSE) {
                break;
            }
        }
        return h;
    }

    private static double away(double value) {
        return Math.abs(value) < SMALLEST ? SMALLEST : value;
    }

    /** Regularised lower incomplete gamma function. */
    static double gamma(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        double front = Math.exp(a * Math.log(x) - x - logGamma(a));
        return x < a + 1 ? front * gammaSeries(a, x) : 1 - front * gammaFraction(a, x);
    }

    /** What is above, without the loss of digits of a difference from 1. */
    static double gammaAbove(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        double front = Math.exp(a * Math.log(x) - x - logGamma(a));
        return x < a + 1 ? 1 - front * gammaSeries(a, x) : front * gammaFraction(a, x);
    }

    private static double gammaSeries(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * CLOSE; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double gammaFraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / SMALLEST;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MOST_TERMS; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / away(an * d + b);
            c = away(b + an / c);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < CLOSE) {
                break;
            }
        }
        return h;
    }

    /** Standard normal: probability of a value below. */
    static double normal(double z) {
        return z < 0 ? gammaAbove(0.5, z * z / 2) / 2 : 1 - gammaAbove(0.5, z * z / 2) / 2;
    }

    static double normalQuantile(double p) {
        return p > 0.5 ? -normalQuantile(1 - p) : root(z -> normal(z) - p, -40, 0);
    }

    /** Student's t: probability of a value below, for z at or above 0. */
    private static double studentAbove(double t, double degrees) {
        return beta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
    }

    /** The t above which a share {@code tail} lies. */
    static double studentQuantile(double tail, double degrees) {
        return root(t -> tail - studentAbove(t, degrees), 0, 1e9);
    }

    static double chiSquaredQuantile(double p, double degrees) {
        return root(x -> gamma(degrees / 2, x / 2) - p, 0, 100 + 20 * degrees);
    }

    /** P(X ≤ x) of a binomial count, x and n real. */
    static double binomialBelow(double x, double n, double p) {
        return x >= n ? 1 : beta(1 - p, n - x, x + 1);
    }

    /** P(X ≥ x) of a binomial count, x and n real. */
    static double binomialAbove(double x, double n, double p) {
        return x <= 0 ? 1 : beta(p, x, n - x + 1);
    }

    /** Where a function that rises crosses 0, by halving until what lies between is far below any printed digit. */
    static double root(DoubleUnaryOperator rising, double from, double to) {
        double low = from;
        double high = to;
        while (high - low > NARROW * Math.max(1, Math.abs(low))) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
