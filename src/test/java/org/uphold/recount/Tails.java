package org.uphold.recount;

/** How likely a count as low, or as high, is where nothing differs; sizes may be real numbers. */
enum Tails {
    EXACT {
        @Override
        double below(double x, double n, double p) {
            return Distributions.binomialBelow(x, n, p);
        }

        @Override
        double above(double x, double n, double p) {
            return Distributions.binomialAbove(x, n, p);
        }
    },
    /** Wrong: the normal curve. */
    NORMAL {
        @Override
        double below(double x, double n, double p) {
            return Distributions.normal((x - n * p) / Math.sqrt(n * p * (1 - p)));
        }

        @Override
        double above(double x, double n, double p) {
            return Distributions.normal((n * p - x) / Math.sqrt(n * p * (1 - p)));
        }
    };

    abstract double below(double x, double n, double p);

    abstract double above(double x, double n, double p);

    /** The count that as low a one is only so likely as; 0 where even that is likelier. */
    double lowest(double tail, double n, double p) {
        return below(0, n, p) >= tail ? 0 : Distributions.root(x -> below(x, n, p) - tail, 0, n);
    }

    double highest(double tail, double n, double p) {
        return above(n, n, p) >= tail ? n : Distributions.root(x -> tail - above(x, n, p), 0, n);
    }
}
