package org.uphold.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.uphold.source.Limits;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;
import org.uphold.source.SourceFile;

/**
 * Reads the visible sheets of a workbook whose header the dialect understands: tables that go on from sheet to sheet, as one a year.
 * A hidden sheet with such a header is passed over, and the first case that is read says so. A visible one that has some of the columns
 * and lacks others is a reject; notes and charts are none.
 */
final class XlsxRows {

    /** Titles, dates of export and blank lines may stand above a header. */
    private static final int ABOVE_HEADER = 25;

    private final Dialect dialect;
    private final Limits limits;
    private final DayRules days;

    XlsxRows(Dialect dialect, Limits limits, DayRules days) {
        this.dialect = dialect;
        this.limits = limits;
        this.days = days;
    }

    /** The first rows of a sheet, among which its header is. */
    static List<List<String>> tops(SheetRows rows) throws IOException {
        List<List<String>> tops = new ArrayList<>();
        for (ValueRow row = rows.next(); row != null && tops.size() < ABOVE_HEADER; row = rows.next()) {
            tops.add(row.values());
        }
        return tops;
    }

    void read(SourceFile file, Consumer<Reading> sink) throws IOException {
        try (Workbook book = new Workbook(file, limits)) {
            List<Problem> notes = hidden(book);
            Consumer<Reading> noting = reading -> {
                sink.accept(reading instanceof Reading.Accepted accepted ? noted(accepted, notes) : reading);
            };
            CountedItems counted = new CountedItems();
            boolean any = false;
            Columns first = null;
            List<Sheet> lacking = new ArrayList<>();
            for (Sheet sheet : book.sheets()) {
                if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                    continue;
                }
                try (SheetRows rows = book.rows(sheet)) {
                    Columns columns = header(rows);
                    if (columns == null) {
                        continue;
                    }
                    if (columns.isComplete()) {
                        any = true;
                        if (rows.hasHidden()) {
                            notes.add(hiddenRows(sheet));
                        }
                        read(file, columns, rows, counted, noting);
                        continue;
                    }
                    first = first == null || columns.mapped() > first.mapped() ? columns : first;
                    if (columns.mapped() > 1) {
                        lacking.add(sheet);
                    }
                }
            }
            if (any) {
                for (Sheet sheet : lacking) {
                    sink.accept(rejected(lacking(sheet), sheet));
                }
            } else {
                sink.accept(new Reading.Rejected(
                        notes.isEmpty() ? problem(first) : notes.get(0), Place.FILE, file.sha256()));
            }
        }
    }

    /** Of the first rows the one that is a complete header, or the one that is most of it; null of an empty sheet. */
    private @Nullable Columns header(SheetRows rows) throws IOException {
        Columns best = null;
        for (int i = 0; i < ABOVE_HEADER; i++) {
            ValueRow row = rows.next();
            if (row == null) {
                break;
            }
            Columns columns = new Columns(dialect, row.values());
            if (columns.isComplete()) {
                rows.headerWas();
                return columns;
            }
            best = best == null || columns.mapped() > best.mapped() ? columns : best;
        }
        return best;
    }

    private void read(SourceFile file, Columns columns, SheetRows rows, CountedItems counted, Consumer<Reading> sink)
            throws IOException {
        String hash = LineReader.byRow(dialect, columns) ? file.sha256() : null;
        CaseAssembler cases = new CaseAssembler(dialect, new LineReader(dialect, columns, hash, days), counted, sink);
        try {
            for (ValueRow row = rows.next(); row != null; row = rows.next()) {
                cases.add(row);
            }
        } finally {
            cases.end();
        }
    }

    /** A note for each hidden sheet that could have been read. */
    private List<Problem> hidden(Workbook book) throws IOException {
        List<Problem> notes = new ArrayList<>();
        for (Sheet sheet : book.sheets()) {
            if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                continue;
            }
            try (SheetRows rows = book.rows(sheet)) {
                Columns columns = header(rows);
                if (columns != null && columns.isComplete()) {
                    notes.add(new Problem(
                            ProblemCode.HIDDEN_SHEET,
                            "expected visible sheets, found the hidden sheet " + name(sheet)
                                    + ", which was passed over",
                            Place.FILE));
                }
            }
        }
        return notes;
    }

    private static Problem hiddenRows(Sheet sheet) {
        return new Problem(
                ProblemCode.HIDDEN_ROWS,
                "expected rows that are shown, found hidden ones on sheet " + name(sheet) + ", which were read too",
                Place.FILE);
    }

    /** The notes go with the first reading, and are gone then. */
    private static Reading noted(Reading.Accepted accepted, List<Problem> notes) {
        if (notes.isEmpty()) {
            return accepted;
        }
        List<Problem> problems = new ArrayList<>(accepted.problems());
        problems.addAll(notes);
        notes.clear();
        return new Reading.Accepted(
                accepted.determination(), accepted.form(), accepted.place(), accepted.evidence(), problems);
    }

    private Problem lacking(Sheet sheet) throws IOException {
        return new Problem(
                ProblemCode.MISSING_COLUMN,
                "expected on sheet " + name(sheet) + " the columns of " + dialect.name()
                        + " as on the others, found some of them only",
                Place.FILE);
    }

    private static Reading rejected(Problem problem, Sheet sheet) {
        return new Reading.Rejected(
                problem, Place.FILE, Sha256.of(sheet.getName().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** By its place, for a sheet may be named after a person; and by its name where that is a word or a year. */
    private static String name(Sheet sheet) {
        String number = String.valueOf(sheet.getIndex() + 1);
        return sheet.getName().matches("\\p{L}+|(?:19|20)[0-9]{2}") ? number + " (" + sheet.getName() + ")" : number;
    }

    private static Problem problem(@Nullable Columns columns) {
        return columns == null
                ? new Problem(ProblemCode.EMPTY_FILE, "expected a header and rows, found an empty workbook", Place.FILE)
                : columns.problem();
    }
}
