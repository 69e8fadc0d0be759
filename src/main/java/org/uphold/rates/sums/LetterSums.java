package org.uphold.rates.sums;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;

/** Sums by group and month, taken in one pass over letters. */
public final class LetterSums {

    private final Collection<String> codes;
    private final Keys keys;
    private final BucketStates states = new BucketStates();
    private List<Summation> parts;

    /**
     * @param codes names of the cells that are summed
     * @param keys of all their dimensions
     */
    public LetterSums(Collection<String> codes, Keys keys) {
        this.codes = List.copyOf(codes);
        this.keys = keys;
        this.parts = summations();
    }

    private List<Summation> summations() {
        List<Summation> sums = new ArrayList<>();
        for (String code : codes) {
            sums.add(summation(code));
        }
        return sums;
    }

    private Summation summation(String code) {
        return switch (code) {
            case KeptGroupings.OVERALL -> new RateCells(code, List.of());
            case KeptGroupings.DISPOSITION -> new DispositionCells();
            case KeptGroupings.DAYS -> new DaysCells(keys.part(Dimension.SERVICE_CATEGORY));
            default -> new RateCells(code, keys.parts(Grouping.parse(code).dimensions()));
        };
    }

    /** Adds letters that came and takes out those that went. */
    public void add(LetterBatch letters) {
        states.add(letters);
        parts.parallelStream().forEach(part -> part.add(letters));
    }

    /** Cells that hold something by now, or did. */
    public int size() {
        return parts.stream().mapToInt(part -> part.cells().size()).sum();
    }

    /** What was summed so far; more may still be added. */
    public SummedCells cells() {
        return SummedCells.of(parts);
    }

    /** What was summed since the last time; it starts from nothing again. */
    public SummedCells take() {
        SummedCells taken = cells();
        parts = summations();
        return taken;
    }

    /** Of all letters added. */
    public BucketStates states() {
        return states;
    }
}
