package org.uphold.rates.sums;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cells that hold something, ordered by grouping, month and key. A cell is put into words when its turn comes, so that many take little
 * memory; it holds until more is summed.
 */
public final class SummedCells implements Iterable<SummedCell> {

    private final List<Ordered> parts;

    private SummedCells(List<Ordered> parts) {
        this.parts = parts;
    }

    /** One kind of cells: those that hold something. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Ordered(Summation sums, int[] cells) {}

    static SummedCells of(List<Summation> sums) {
        return new SummedCells(sums.stream()
                .sorted(Comparator.comparing(Summation::grouping))
                .map(part -> new Ordered(part, order(part)))
                .toList());
    }

    private static int[] order(Summation part) {
        CellMap cells = part.cells();
        return IntStream.range(0, cells.size())
                .filter(cell -> !cells.isZero(cell))
                .mapToObj(cell -> new Row(cell, cells.key(cell, 0), part.words(cell)))
                .sorted(Row.ORDER)
                .mapToInt(Row::cell)
                .toArray();
    }

    private record Row(int cell, int bucket, List<String> key) {

        static final Comparator<Row> ORDER = Comparator.comparingInt(Row::bucket)
                .thenComparing((a, b) -> {
                    int order = 0;
                    for (int i = 0; i < a.key().size() && order == 0; i++) {
                        order = a.key().get(i).compareTo(b.key().get(i));
                    }
                    return order;
                });
    }

    @Override
    public Iterator<SummedCell> iterator() {
        return parts.stream()
                .flatMap(part -> IntStream.of(part.cells()).mapToObj(cell -> cell(part.sums(), cell)))
                .iterator();
    }

    private static SummedCell cell(Summation part, int cell) {
        CellMap cells = part.cells();
        return new SummedCell(part.grouping(), cells.key(cell, 0), part.words(cell), cells.tally(cell));
    }
}
