package org.uphold.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.uphold.source.Limits;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.SourceException;
import org.uphold.source.SourceFile;

/** Decides kind {@code auto}: looks into a file whether it is a table of a known dialect; all that is no table is a letter. */
public final class TableSniffer {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private final List<Dialect> dialects;
    private final Limits limits;

    /**
     * @param own a job's own dialects, tried beside the built-in ones
     * @param limits for workbooks
     */
    public TableSniffer(Collection<Dialect> own, Limits limits) {
        this.dialects = new ArrayList<>(own);
        this.dialects.addAll(Dialects.builtIn().values());
        this.limits = limits;
    }

    /**
     * What a file is: a table to be read in a dialect, a table that no dialect knows (with the problem to reject it for),
     * or, where both are null, a letter as far as one can see from here.
     *
     * @param dialect to read it in, or null
     * @param problem to reject it for, or null
     */
    public record Kind(@Nullable Dialect dialect, @Nullable Problem problem) {

        static final Kind LETTER = new Kind(null, null);

        /** Whether it is no table. */
        public boolean isLetter() {
            return dialect == null && problem == null;
        }
    }

    /** Looks at the first bytes, and of a workbook at its header. */
    public Kind sniff(SourceFile file) throws IOException {
        FileKind kind = FileKind.of(file);
        try {
            return switch (kind) {
                case PDF -> Kind.LETTER;
                case TEXT -> ofText(file);
                case XLSX -> ofHeaders(workbookHeaders(file));
                // A letter may be a page of a browser; who reads letters says what becomes of it.
                case HTML, XML_2003 -> isNamedTable(file.name()) ? new Kind(null, kind.problem(file)) : Kind.LETTER;
                default -> new Kind(null, kind.problem(file));
            };
        } catch (SourceException e) {
            return new Kind(null, SourceException.problem(e));
        }
    }

    private Kind ofText(SourceFile file) throws IOException {
        byte[] head = CsvLayout.head(file, null);
        if (head.length == 0 && isNamedTable(file.name())) {
            return new Kind(null, TableReader.empty());
        }
        List<List<String>> headers = new ArrayList<>();
        for (char separator : SEPARATORS) {
            List<String> header = CsvLayout.header(head, separator, true);
            if (header.size() > 1) {
                headers.add(header);
            }
        }
        Kind kind = ofHeaders(headers);
        return kind.dialect == null && !isNamedTable(file.name()) ? Kind.LETTER : kind;
    }

    private Kind ofHeaders(List<List<String>> headers) {
        Problem nearest = new Problem(
                ProblemCode.UNKNOWN_FORMAT,
                "expected the header of a known table, found none; name its kind, or describe it as a dialect in the job file",
                Place.line(1));
        int most = 0;
        for (List<String> header : headers) {
            Optional<Dialect> dialect = Dialects.recognise(header, dialects);
            if (dialect.isPresent()) {
                return new Kind(dialect.get(), null);
            }
            for (Dialect candidate : dialects) {
                Columns columns = new Columns(candidate, header);
                if (columns.mapped() > most && !columns.isComplete()) {
                    most = columns.mapped();
                    Problem problem = columns.problem();
                    nearest = new Problem(
                            problem.code(),
                            "nearest to " + candidate.name() + ": " + problem.message(),
                            problem.where());
                }
            }
        }
        return new Kind(null, nearest);
    }

    private List<List<String>> workbookHeaders(SourceFile file) throws IOException {
        List<List<String>> headers = new ArrayList<>();
        try (Workbook book = new Workbook(file, limits)) {
            for (Sheet sheet : book.sheets()) {
                try (SheetRows rows = book.rows(sheet)) {
                    headers.addAll(XlsxRows.tops(rows));
                }
            }
        }
        return headers;
    }

    /** Standard input is a table by contract. */
    private static boolean isNamedTable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return name.equals("-") || plain.matches("(?s).*\\.(?:csv|tsv|tab|xls|xlsx|xlsm)");
    }
}
