package org.uphold.rates;

import org.jspecify.annotations.Nullable;

/**
 * The additive sums of one group over letters. Tallies of disjoint sets of letters add; a superseded letter is taken out by
 * {@link #minus}. With mᵢ the determined items of letter i in the group and xᵢ those upheld:
 *
 * @param letters letters with an item in the group, determined or unknown; one current letter is one case
 * @param casesUpheld letters whose determined items in the group are all upheld
 * @param casesOverturned letters whose determined items in the group are all overturned
 * @param casesMixed letters with any other mix, or any partial, among the determined items
 * @param casesUndetermined letters with no determined item in the group
 * @param casesWithUpheld letters with an upheld item in the group
 * @param casesWithNotUpheld letters with an overturned or partially overturned item in the group
 * @param items upheld + overturned + partially overturned + unknown
 * @param upheld items
 * @param overturned items
 * @param partiallyOverturned items
 * @param unknown items
 * @param sumMM Σ mᵢ²
 * @param sumXM Σ xᵢmᵢ
 * @param sumXX Σ xᵢ²
 */
public record Tally(
        long letters,
        long casesUpheld,
        long casesOverturned,
        long casesMixed,
        long casesUndetermined,
        long casesWithUpheld,
        long casesWithNotUpheld,
        long items,
        long upheld,
        long overturned,
        long partiallyOverturned,
        long unknown,
        long sumMM,
        long sumXM,
        long sumXX) {

    /** How many components. */
    public static final int SUMS = 15;

    /** The tally of no letters: {@code t.plus(ZERO)} is {@code t}. */
    public static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Of the sums in the order of the components. */
    public static Tally of(long[] s) {
        return new Tally(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], s[14]);
    }

    /** The sums in the order of the components. */
    public long[] sums() {
        return new long[] {
            letters,
            casesUpheld,
            casesOverturned,
            casesMixed,
            casesUndetermined,
            casesWithUpheld,
            casesWithNotUpheld,
            items,
            upheld,
            overturned,
            partiallyOverturned,
            unknown,
            sumMM,
            sumXM,
            sumXX
        };
    }

    /** The tally of one letter's items within a group. */
    public static Tally ofLetter(long upheld, long overturned, long partiallyOverturned, long unknown) {
        long items = upheld + overturned + partiallyOverturned + unknown;
        if (items == 0) {
            return ZERO;
        }
        long m = upheld + overturned + partiallyOverturned;
        boolean allUpheld = m > 0 && upheld == m;
        boolean allOverturned = m > 0 && overturned == m;
        return new Tally(
                1,
                allUpheld ? 1 : 0,
                allOverturned ? 1 : 0,
                m > 0 && !allUpheld && !allOverturned ? 1 : 0,
                m == 0 ? 1 : 0,
                upheld > 0 ? 1 : 0,
                overturned + partiallyOverturned > 0 ? 1 : 0,
                items,
                upheld,
                overturned,
                partiallyOverturned,
                unknown,
                m * m,
                upheld * m,
                upheld * upheld);
    }

    public Tally plus(Tally o) {
        return new Tally(
                letters + o.letters,
                casesUpheld + o.casesUpheld,
                casesOverturned + o.casesOverturned,
                casesMixed + o.casesMixed,
                casesUndetermined + o.casesUndetermined,
                casesWithUpheld + o.casesWithUpheld,
                casesWithNotUpheld + o.casesWithNotUpheld,
                items + o.items,
                upheld + o.upheld,
                overturned + o.overturned,
                partiallyOverturned + o.partiallyOverturned,
                unknown + o.unknown,
                sumMM + o.sumMM,
                sumXM + o.sumXM,
                sumXX + o.sumXX);
    }

    public Tally minus(Tally o) {
        return plus(o.negate());
    }

    private Tally negate() {
        return new Tally(
                -letters,
                -casesUpheld,
                -casesOverturned,
                -casesMixed,
                -casesUndetermined,
                -casesWithUpheld,
                -casesWithNotUpheld,
                -items,
                -upheld,
                -overturned,
                -partiallyOverturned,
                -unknown,
                -sumMM,
                -sumXM,
                -sumXX);
    }

    /** Items with a decision: M, the denominator of every rate. */
    public long determined() {
        return upheld + overturned + partiallyOverturned;
    }

    /** Letters with a determined item in the group: L. */
    public long lettersDetermined() {
        return casesUpheld + casesOverturned + casesMixed;
    }

    /** {@code upheld / determined}, the headline rate; a rate of nothing is null. */
    public @Nullable Double upholdRate() {
        return Figures.ratio(upheld, determined());
    }

    /**
     * The design effect: by how much the variance of the rate exceeds that of independent items, since items of one letter
     * share worker, reviewer and records. {@code v = L/(L−1)·Σ(xᵢ − p·mᵢ)²/M²}, {@code deff = max(1, v/(p(1−p)/M))}. Where L < 2, or p is
     * 0 or 1, or every mᵢ is 1, the formula says nothing and full correlation is assumed: {@code Σmᵢ²/M}. Null where M is 0.
     */
    public @Nullable Double designEffect() {
        long m = determined();
        if (m == 0) {
            return null;
        }
        long l = lettersDetermined();
        if (l < 2 || upheld == 0 || upheld == m || sumMM == m) {
            return (double) sumMM / m;
        }
        double p = (double) upheld / m;
        double squares = sumXX - 2 * p * sumXM + p * p * sumMM;
        double variance = l / (l - 1.0) * squares / ((double) m * m);
        return Math.max(1, variance / (p * (1 - p) / m));
    }

    /** {@code M / deff}: how many independent items would say as much. Null where M is 0. */
    public @Nullable Double effectiveSize() {
        Double deff = designEffect();
        return deff == null ? null : determined() / deff;
    }

    /**
     * How alike items of one letter are over all letters, in [0, 1]: the intraclass correlation ρ at which letters of these sizes have
     * the design effect that they have, {@code (deff − 1) / (Σmᵢ²/M − 1)}; 0 where every letter has one item, or none is determined.
     */
    public double correlation() {
        Double deff = designEffect();
        if (deff == null || sumMM <= determined()) {
            return 0;
        }
        return Math.min(1, (deff - 1) / (sumMM / (double) determined() - 1));
    }

    /**
     * The design effect that letters of these sizes have at a correlation: {@code 1 + (Σmᵢ²/M − 1)·ρ}. At the overall correlation it
     * is what a group would have if it differed in nothing from the rest; its own, from few letters, is small just where its rate is
     * far off by chance. Null where M is 0.
     *
     * @param correlation ρ, in [0, 1]
     */
    public @Nullable Double designEffect(double correlation) {
        long m = determined();
        return m == 0 ? null : (Double) (1 + (sumMM / (double) m - 1) * correlation);
    }

    /** Items whose denial the reviewer did not uphold: overturned or partially overturned. */
    public long notUpheld() {
        return overturned + partiallyOverturned;
    }
}
