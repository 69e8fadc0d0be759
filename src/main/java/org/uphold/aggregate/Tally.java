package org.uphold.aggregate;

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

    /** The tally of no letters: {@code t.plus(ZERO)} is {@code t}. */
    public static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

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
}
