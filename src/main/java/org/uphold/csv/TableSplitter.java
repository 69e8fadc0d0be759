package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the places where a CSV file can be cut: between two whole records of different cases. */
final class TableSplitter {

    private final CsvLayout layout;
    private final LineReader lines;
    private final boolean byRow;
    private final Consumer<Slice> sink;
    /** Holds the record that is looked at: where one case goes on and on, that is every one of the file. */
    private final CsvBatch record = new CsvBatch(new KnownTexts());

    private Slice open = Slice.ALL;
    private @Nullable String caseKey;

    TableSplitter(Dialect dialect, CsvLayout layout, Consumer<Slice> sink) {
        this.layout = layout;
        this.lines = new LineReader(dialect, layout.columns(), null, DayRules.ANY);
        this.byRow = LineReader.byRow(dialect, layout.columns());
        this.sink = sink;
    }

    /**
     * Hands over all slices but the last.
     *
     * @param in the file's bytes
     * @param offset of the first of them in the file
     * @param target bytes of a slice, about
     * @param most slices
     */
    void cut(InputStream in, long offset, long target, int most) throws IOException {
        RecordSplitter records = layout.records(in, 1, -1, offset);
        records.next();
        records.expect(layout.columns().count());
        String before = null;
        while (open.index() < most - 1 && records.next()) {
            if (records.offset() - open.from() < target) {
                continue;
            }
            String here = caseKey(records);
            if (here != null && (byRow || (before != null && !before.equals(here)))) {
                sink.accept(new Slice(open.index(), open.from(), records.offset(), open.line(), open.row()));
                open = new Slice(open.index() + 1, records.offset(), Long.MAX_VALUE, records.line(), records.row() - 1);
                before = null;
            } else {
                before = here;
            }
        }
    }

    /** Hands over the last slice, which goes to the end of the file. */
    void end() {
        sink.accept(open);
    }

    /** Of a whole record; null where it states none or is broken, for then a cut would be a guess. */
    private @Nullable String caseKey(RecordSplitter records) {
        if (records.verdict() != RecordSplitter.Verdict.WHOLE) {
            return null;
        }
        if (byRow) {
            return "";
        }
        record.clear();
        record.add(records);
        caseKey = null;
        record.rows(row -> caseKey = lines.caseKey(row));
        return caseKey;
    }
}
