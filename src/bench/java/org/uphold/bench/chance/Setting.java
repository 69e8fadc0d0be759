package org.uphold.bench.chance;

/**
 * A world that packages are drawn from.
 *
 * @param rate uphold rate of every item, but for those of a group that differs
 * @param correlation of two items of one letter, 0 to below 1
 * @param differing items of letters that differ; 0: nothing differs
 * @param differingRate their uphold rate
 * @param singly whether each of them has a letter of its own
 */
record Setting(double rate, double correlation, int differing, double differingRate, boolean singly) {

    static Setting without(double rate, double correlation) {
        return new Setting(rate, correlation, 0, rate, false);
    }

    boolean isNull() {
        return differing == 0;
    }
}
