package org.uphold.csv;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.source.Limits;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.SourceFile;

/** Reads the first sheet of a workbook whose header the dialect understands. */
final class XlsxRows {

    private XlsxRows() {}

    static void read(SourceFile file, Dialect dialect, Limits limits, Consumer<Reading> sink) throws IOException {
        try (Workbook book = new Workbook(file, limits)) {
            Columns first = null;
            for (int sheet = 0; sheet < book.sheets(); sheet++) {
                try (Workbook.Rows rows = book.rows(sheet)) {
                    ValueRow header = rows.next();
                    if (header == null) {
                        continue;
                    }
                    Columns columns = new Columns(dialect, header.values());
                    if (columns.isComplete()) {
                        read(file, dialect, columns, rows, sink);
                        return;
                    }
                    first = first == null ? columns : first;
                }
            }
            sink.accept(new Reading.Rejected(problem(first), Place.FILE, file.sha256()));
        }
    }

    private static void read(
            SourceFile file, Dialect dialect, Columns columns, Workbook.Rows rows, Consumer<Reading> sink)
            throws IOException {
        String hash = LineReader.byRow(dialect, columns) ? file.sha256() : null;
        CaseAssembler cases = new CaseAssembler(dialect, new LineReader(dialect, columns, hash), sink);
        try {
            for (ValueRow row = rows.next(); row != null; row = rows.next()) {
                cases.add(row);
            }
        } finally {
            cases.end();
        }
    }

    private static Problem problem(@Nullable Columns columns) {
        return columns == null
                ? new Problem(ProblemCode.EMPTY_FILE, "expected a header and rows, found an empty workbook", Place.FILE)
                : columns.problem();
    }
}
