package org.uphold.aggregate;

import java.util.Collection;
import java.util.List;

/** Sums that the store keeps, taken in one pass over letters. */
final class LetterSums {

    private final Collection<String> codes;
    private final DimensionKeys keys;
    private final BucketStates states = new BucketStates();
    private List<Summation> parts;

    /**
     * @param codes names of the cells that are summed
     * @param keys of all their dimensions
     */
    LetterSums(Collection<String> codes, DimensionKeys keys) {
        this.codes = codes;
        this.keys = keys;
        this.parts = Maintained.summations(keys, codes);
    }

    void add(LetterBatch letters) {
        states.add(letters);
        parts.parallelStream().forEach(part -> part.add(letters));
    }

    /** Cells that hold something by now. */
    int size() {
        return parts.stream().mapToInt(part -> part.cells().size()).sum();
    }

    /** What was summed so far; more may still be added to it. */
    List<Summation> parts() {
        return parts;
    }

    /** What was summed since the last time; it starts from nothing again. */
    List<Summation> take() {
        List<Summation> taken = parts;
        parts = Maintained.summations(keys, codes);
        return taken;
    }

    /** Of all letters added. */
    BucketStates states() {
        return states;
    }
}
