package org.uphold.statistics;

/**
 * Runs of consecutive values on one side of a centre. A long one is a sign of change only where chance seldom makes one that long:
 * seven in a row, the usual rule for series of some twenty, come by chance in 36 of 100 series of sixty.
 */
public final class Runs {

    /** Above this chance a run is no sign of change. */
    public static final double SIGNAL = 0.05;

    private Runs() {}

    /** Length of the longest run strictly above or strictly below the centre; a value on the centre ends a run; 0 without any. */
    public static int longest(double[] series, double centre) {
        int longest = 0;
        int run = 0;
        double side = 0;
        for (double value : series) {
            double now = Math.signum(value - centre);
            run = now == 0 ? 0 : now == side ? run + 1 : 1;
            side = now;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /**
     * Chance that the longest run is as long or longer where each value falls on either side with chance 1/2, whatever those before
     * did; value by value, by the chances of every length that the last run can have.
     *
     * @param length of the run, 0 or more
     * @param values of the series, 0 or more
     */
    public static double chance(int length, int values) {
        if (length > values) {
            return 0;
        }
        if (length < 2) {
            return 1;
        }
        // Of series without such a run yet, by the length of their last run.
        double[] last = new double[length];
        last[1] = 1;
        double reached = 0;
        for (int i = 1; i < values; i++) {
            double none = 0;
            double[] next = new double[length];
            for (int run = 1; run < length; run++) {
                none += last[run];
                if (run + 1 < length) {
                    next[run + 1] = last[run] / 2;
                }
            }
            reached += last[length - 1] / 2;
            next[1] = none / 2;
            last = next;
        }
        return reached;
    }
}
