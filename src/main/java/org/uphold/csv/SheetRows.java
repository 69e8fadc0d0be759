package org.uphold.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.uphold.source.SourceException;

/**
 * Rows of a sheet one by one, as its program shows them: a value that is merged down over several rows stands in each of them. What is
 * merged across columns, and a formula without a result, leaves a gap that says so. A damaged sheet is a {@link SourceException} at the
 * row where it shows.
 */
final class SheetRows implements AutoCloseable {

    private final SheetPart part;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<MergedRange> ahead = new ArrayList<>();
    private final Map<MergedRange, String> current = new HashMap<>();
    private @Nullable Set<String> notComputed;
    private boolean hidden;
    private int last;
    private long number = -1;

    SheetRows(Sheet sheet, SheetPart part) throws IOException {
        this.part = part;
        stream = sheet.openStream();
        rows = stream.iterator();
    }

    /** The row handed over last is the header: it is number 0. */
    void headerWas() throws IOException {
        number = 0;
        SheetPart.Layout layout = part.layout();
        hidden = layout.hasHiddenRows();
        // The last is taken first.
        layout.merged().stream()
                .filter(range -> range.firstRow() > last)
                .sorted(Comparator.comparingInt(MergedRange::firstRow).reversed())
                .forEach(ahead::add);
    }

    /** Whether rows of the table may be hidden; known behind the header. */
    boolean hasHidden() {
        return hidden;
    }

    /** The next row that holds anything, the header as number 0; null at the end. */
    @Nullable
    ValueRow next() throws IOException {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                List<String> values = new ArrayList<>();
                Map<Integer, String> gaps = Map.of();
                boolean any = false;
                for (int i = 0; i < row.getCellCount(); i++) {
                    Cell cell = row.getCell(i);
                    String text = CellText.of(cell);
                    any |= !text.isBlank();
                    values.add(text);
                    if (text.isEmpty() && cell != null && isNotComputed(cell)) {
                        gaps = with(
                                gaps,
                                i,
                                "in cell " + cell.getAddress() + " a formula that was never computed; open the"
                                        + " workbook in its own program and save it");
                        any = true;
                    }
                }
                last = row.getRowNum();
                if (any) {
                    return new ValueRow(values, last, ++number, merged(values, gaps));
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw Workbook.damaged();
        }
    }

    private boolean isNotComputed(Cell cell) throws IOException {
        if (cell.getType() != CellType.FORMULA || cell.getValue() != null) {
            return false;
        }
        if (cell.getRawValue() == null) {
            return true;
        }
        // An empty result and none look the same here; the sheet's part tells them apart.
        if (notComputed == null) {
            notComputed = part.notComputed();
        }
        return notComputed.contains(cell.getAddress().toString());
    }

    private Map<Integer, String> merged(List<String> values, Map<Integer, String> gaps) {
        while (!ahead.isEmpty() && ahead.get(ahead.size() - 1).firstRow() <= last) {
            MergedRange range = ahead.remove(ahead.size() - 1);
            int column = range.firstColumn();
            boolean here = range.firstRow() == last && column < values.size();
            current.put(range, here ? values.get(column) : "");
        }
        current.keySet().removeIf(range -> !range.holds(last));
        Map<Integer, String> found = gaps;
        for (Map.Entry<MergedRange, String> entry : current.entrySet()) {
            MergedRange range = entry.getKey();
            int column = range.firstColumn();
            while (values.size() <= column) {
                values.add("");
            }
            if (values.get(column).isBlank()) {
                values.set(column, entry.getValue());
            }
            for (int other = column + 1; other <= range.lastColumn(); other++) {
                found = with(found, other, "one that is merged with those to its left in row " + last);
            }
        }
        return found;
    }

    private static Map<Integer, String> with(Map<Integer, String> gaps, int column, String found) {
        Map<Integer, String> more = gaps.isEmpty() ? new HashMap<>() : gaps;
        more.put(column, found);
        return more;
    }

    @Override
    public void close() {
        stream.close();
    }
}
