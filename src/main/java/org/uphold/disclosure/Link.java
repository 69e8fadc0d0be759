package org.uphold.disclosure;

/**
 * How the counts of a row relate to those of finer rows.
 *
 * @param parent number of the coarser row
 * @param children numbers of the finer rows
 * @param items for counts of items
 * @param people for counts of cases
 */
@SuppressWarnings("ArrayRecordComponent") // small, inside this room, never compared by value
record Link(int parent, int[] children, Relation items, Relation people) {

    enum Relation {
        /** The parent is the sum of its children. */
        SUM,
        /** Children overlap and cover: largest ≤ parent ≤ sum. */
        COVER,
        /** Children are disjoint and may leave something out: sum ≤ parent. */
        PART,
        /** Each child ≤ parent. */
        EACH;

        /** The relation over two steps. */
        Relation then(Relation next) {
            if (this == SUM) {
                return next;
            }
            if (next == SUM) {
                return this;
            }
            return this == next ? this : EACH;
        }
    }
}
