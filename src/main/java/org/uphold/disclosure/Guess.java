package org.uphold.disclosure;

import org.uphold.disclosure.Link.Relation;

/**
 * A first guess at the hidden counts of a published package: what a shown total leaves over, shared evenly among the hidden rows of its
 * sum, and then made consistent within each row. It need not agree with everything; a search starts from it.
 */
final class Guess {

    private Guess() {}

    static long[] of(PackageModel model, boolean[] hidden) {
        int variables = hidden.length * Quantity.COUNT;
        double[] sums = new double[variables];
        int[] proposals = new int[variables];
        for (Link link : model.links()) {
            if (!hidden[link.parent()]) {
                propose(model, hidden, link, sums, proposals);
            }
        }
        long[] guess = new long[variables];
        for (int row = 0; row < hidden.length; row++) {
            for (Quantity quantity : Quantity.values()) {
                int v = ModelSystem.variable(row, quantity);
                guess[v] = !hidden[row]
                        ? model.rows().get(row).count(quantity)
                        : proposals[v] == 0 ? 0 : Math.max(0, Math.round(sums[v] / proposals[v]));
            }
            if (hidden[row]) {
                reconcile(guess, row);
            }
        }
        return guess;
    }

    private static void propose(PackageModel model, boolean[] hidden, Link link, double[] sums, int[] proposals) {
        for (Quantity quantity : Quantity.values()) {
            Relation relation = quantity.ofPeople() ? link.people() : link.items();
            if (relation != Relation.SUM && relation != Relation.COVER) {
                continue;
            }
            double left = model.rows().get(link.parent()).count(quantity);
            int open = 0;
            for (int child : link.children()) {
                left -= hidden[child] ? 0 : model.rows().get(child).count(quantity);
                open += hidden[child] ? 1 : 0;
            }
            for (int child : link.children()) {
                // An exact sum says more than a cover, in which values overlap.
                int weight = relation == Relation.SUM ? 4 : 1;
                if (hidden[child]) {
                    int v = ModelSystem.variable(child, quantity);
                    sums[v] += weight * Math.max(0, left / open);
                    proposals[v] += weight;
                }
            }
        }
    }

    private static void reconcile(long[] guess, int row) {
        int unknown = ModelSystem.variable(row, Quantity.UNKNOWN);
        int cases = ModelSystem.variable(row, Quantity.CASES);
        int withUpheld = ModelSystem.variable(row, Quantity.CASES_WITH_UPHELD);
        int withNotUpheld = ModelSystem.variable(row, Quantity.CASES_WITH_NOT_UPHELD);
        long upheld = guess[ModelSystem.variable(row, Quantity.UPHELD)];
        long notUpheld = guess[ModelSystem.variable(row, Quantity.OVERTURNED)]
                + guess[ModelSystem.variable(row, Quantity.PARTIALLY_OVERTURNED)];
        guess[withUpheld] = within(guess[withUpheld], Math.min(1, upheld), upheld);
        guess[withNotUpheld] = within(guess[withNotUpheld], Math.min(1, notUpheld), notUpheld);
        long least = Math.max(1, Math.max(guess[withUpheld], guess[withNotUpheld]));
        long most = guess[withUpheld] + guess[withNotUpheld] + guess[unknown];
        guess[cases] = within(guess[cases], least, Math.max(least, most));
    }

    private static long within(long value, long least, long most) {
        return Math.max(least, Math.min(most, value));
    }
}
