package org.uphold.bench.chance;

import java.util.SplittableRandom;

/** Random draws; the same seed gives the same ones everywhere. */
final class Draws {

    private final SplittableRandom random;

    Draws(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number whose group is the likelier the lower it is: sizes of groups go down evenly on a logarithmic scale, to 1/5000. */
    int group(int groups) {
        double fall = Math.log(5000);
        double share = -Math.log1p(random.nextDouble() * Math.expm1(-fall)) / fall;
        return Math.min(groups - 1, (int) (share * groups));
    }

    /** Items of a letter, 1 to 8, m of them with a share in proportion to 1/m. */
    int itemsOfLetter() {
        double sum = 0;
        for (int m = 1; m <= World.MOST_ITEMS; m++) {
            sum += 1.0 / m;
        }
        double left = random.nextDouble() * sum;
        int m = 1;
        while (m < World.MOST_ITEMS && left > 1.0 / m) {
            left -= 1.0 / m;
            m++;
        }
        return m;
    }

    /** How likely all items of a letter are upheld. */
    static double caseRate(double mean, double correlation) {
        double whole = 0;
        double sum = 0;
        double all = 1;
        for (int m = 1; m <= World.MOST_ITEMS; m++) {
            // The next one, after m - 1 upheld ones of the same letter.
            all *= (mean * (1 - correlation) + (m - 1) * correlation) / (1 - correlation + (m - 1) * correlation);
            whole += all / m;
            sum += 1.0 / m;
        }
        return whole / sum;
    }

    /** The rate of one letter, so that any two items of it have the correlation. */
    double rate(double mean, double correlation) {
        if (correlation == 0) {
            return mean;
        }
        double size = 1 / correlation - 1;
        double a = gamma(mean * size);
        double b = gamma((1 - mean) * size);
        return a + b == 0 ? (happens(mean) ? 1 : 0) : a / (a + b);
    }

    /** Marsaglia and Tsang, ACM Transactions on Mathematical Software 26 (2000) 363. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
