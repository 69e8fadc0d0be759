package org.uphold.statistics;

/** Runs of consecutive values on one side of a centre; seven in a row are taken as a sign of change. Source: NHS Making Data Count. */
public final class Runs {

    /** Length from which a run is a signal. */
    public static final int SIGNAL = 7;

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
}
