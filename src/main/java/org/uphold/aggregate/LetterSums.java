package org.uphold.aggregate;

import java.util.List;

/** All that the store keeps sums of, summed in one pass over letters. */
final class LetterSums {

    private final DimensionKeys keys;
    private final BucketStates states = new BucketStates();
    private List<Summation> parts;

    LetterSums(DimensionKeys keys) {
        this.keys = keys;
        this.parts = Maintained.summations(keys);
    }

    void add(LetterBatch letters) {
        states.add(letters);
        parts.parallelStream().forEach(part -> part.add(letters));
    }

    /** Cells that hold something by now. */
    int size() {
        return parts.stream().mapToInt(part -> part.cells().size()).sum();
    }

    /** What was summed since the last time; it starts from nothing again. */
    List<Summation> take() {
        List<Summation> taken = parts;
        parts = Maintained.summations(keys);
        return taken;
    }

    /** Of all letters added. */
    BucketStates states() {
        return states;
    }
}
