package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the places where a CSV file can be cut: between two whole records of different cases. */
final class TableSplitter {

    private final CsvLayout layout;
    private final LineReader lines;
    private final boolean byRow;
    private @Nullable String caseNumber;

    TableSplitter(Dialect dialect, CsvLayout layout) {
        this.layout = layout;
        this.lines = new LineReader(dialect, layout.columns(), null);
        this.byRow = LineReader.byRow(dialect, layout.columns());
    }

    /**
     * @param in the file's bytes
     * @param offset of the first of them in the file
     * @param target bytes of a slice, about
     * @param most slices
     */
    List<Slice> slices(InputStream in, long offset, long target, int most) throws IOException {
        List<Slice> slices = new ArrayList<>();
        RecordSplitter records = new RecordSplitter(in, layout.separator(), 1, -1, offset);
        records.next();
        records.expect(layout.columns().count());
        Slice open = Slice.ALL;
        String before = null;
        while (slices.size() < most - 1 && records.next()) {
            if (records.offset() - open.from() < target) {
                continue;
            }
            String here = caseNumber(records);
            if (here != null && (byRow || (before != null && !before.equals(here)))) {
                slices.add(new Slice(open.index(), open.from(), records.offset(), open.line(), open.row()));
                open = new Slice(slices.size(), records.offset(), Long.MAX_VALUE, records.line(), records.row() - 1);
                before = null;
            } else {
                before = here;
            }
        }
        slices.add(open);
        return slices;
    }

    /** Of a whole record; null where it states none or is broken, for then a cut would be a guess. */
    private @Nullable String caseNumber(RecordSplitter record) {
        if (record.verdict() != RecordSplitter.Verdict.WHOLE) {
            return null;
        }
        if (byRow) {
            return "";
        }
        CsvBatch batch = new CsvBatch();
        batch.add(record);
        caseNumber = null;
        batch.rows(layout.separator(), row -> caseNumber = lines.caseNumber(row));
        return caseNumber;
    }
}
