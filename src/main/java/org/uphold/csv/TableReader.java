package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.source.DeterminationReader;
import org.uphold.source.Limits;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.ReadingGuard;
import org.uphold.source.Sha256;
import org.uphold.source.SourceException;
import org.uphold.source.SourceFile;

/**
 * Reads tables, CSV and Excel, in one dialect; streaming, in memory that does not grow with the file.
 *
 * <p>Rows of one case that follow each other become one {@link Reading.Accepted}, its items in the order of their numbers,
 * equal rows once. <b>Rows that come back to a case after another case are a reading of their own</b>: whoever keeps the
 * readings puts such parts of a case together. A row that is bad (wrong number of fields, broken quotation, a required
 * value missing or not understood) is one {@link Reading.Rejected} with its line and the SHA-256 of its bytes; the other
 * rows of its case stay, with a problem that says so. Rows of one case that contradict each other are rejected together. So
 * every record of the file is in exactly one reading; rows without any value are no records.
 *
 * <p>A large file can be read by several threads: {@link #slices}, then {@link #read(SourceFile, Slice, Consumer)} for
 * each. The readings of the slices, in their order, are exactly those of the whole.
 */
public final class TableReader implements DeterminationReader {

    /**
     * Goes up by one with every change by which some table reads otherwise: what an earlier version read is then read again. Dialects
     * have a version of their own.
     */
    public static final int VERSION = 2;

    private static final long SMALLEST_SLICE = 1 << 20;

    private final Dialect dialect;
    private final Limits limits;
    private final DayRules days;
    /** One for each thread that reads a slice; who begins with the next slice goes on with one of them. */
    private final Queue<KnownTexts> known = new ConcurrentLinkedQueue<>();

    /** Reads dates as they stand: in UTC, and whether they can be is not asked. */
    public TableReader(Dialect dialect, Limits limits) {
        this(dialect, limits, DayRules.ANY);
    }

    /**
     * A reader.
     *
     * @param dialect how the tables name things
     * @param limits bounds on workbooks
     * @param days which days they can state
     */
    public TableReader(Dialect dialect, Limits limits, DayRules days) {
        this.dialect = dialect;
        this.limits = limits;
        this.days = days;
    }

    @Override
    public void read(SourceFile file, Consumer<Reading> sink) {
        read(file, Slice.ALL, sink);
    }

    /** Reads one of the {@link #slices} of the file. */
    public void read(SourceFile file, Slice slice, Consumer<Reading> sink) {
        ReadingGuard.read(file, sink, (of, to) -> readPart(of, slice, to));
    }

    private void readPart(SourceFile file, Slice slice, Consumer<Reading> sink) {
        try {
            switch (FileKind.of(file)) {
                case TEXT -> readCsv(file, slice, sink);
                case XLSX -> new XlsxRows(dialect, limits, days).read(file, sink);
                default -> sink.accept(new Reading.Rejected(FileKind.of(file).problem(file), Place.FILE, hash(file)));
            }
        } catch (IOException e) {
            sink.accept(new Reading.Rejected(SourceException.problem(e), Place.FILE, hash(file)));
        }
    }

    /** Lets go of the texts that were remembered from one slice to the next. */
    public void forget() {
        known.clear();
    }

    /**
     * Cuts the file into at most so many parts of about equal size, between cases. One pass over its bytes, without decoding
     * them; each part is handed over when its end is found, so that it can be read while the next one is looked for. What
     * cannot be cut (compressed, UTF-16, Excel, small, no such file) is one slice.
     */
    public void slices(SourceFile file, int most, Consumer<Slice> sink) {
        CsvLayout layout = divisible(file, most);
        if (layout == null) {
            sink.accept(Slice.ALL);
            return;
        }
        TableSplitter splitter = new TableSplitter(dialect, layout, sink);
        try (InputStream in = TextStreams.open(file, null)) {
            splitter.cut(
                    in, TextStreams.encoding(file, null).mark(), Math.max(SMALLEST_SLICE, file.size() / most), most);
        } catch (IOException e) {
            // Whoever reads the rest meets the same, and says so.
        }
        splitter.end();
    }

    /** The layout of a file that can be cut, or null. */
    private @Nullable CsvLayout divisible(SourceFile file, int most) {
        try {
            if (file.path() == null
                    || most < 2
                    || file.size() < 2 * SMALLEST_SLICE
                    || FileKind.of(file) != FileKind.TEXT
                    || TextStreams.encoding(file, dialect.encoding).charset() != null) {
                return null;
            }
            // Items that are counted are counted from the first row on.
            return CsvLayout.of(file, dialect)
                    .filter(layout -> layout.columns().isComplete()
                            && (!dialect.counted || LineReader.byRow(dialect, layout.columns())))
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    private void readCsv(SourceFile file, Slice slice, Consumer<Reading> sink) throws IOException {
        Optional<CsvLayout> found = CsvLayout.of(file, dialect);
        if (found.isEmpty()) {
            sink.accept(new Reading.Rejected(empty(), Place.FILE, hash(file)));
            return;
        }
        CsvLayout layout = found.get();
        if (!layout.columns().isComplete()) {
            sink.accept(new Reading.Rejected(layout.columns().problem(), Place.line(1), hash(file)));
            return;
        }
        LineReader lines = new LineReader(dialect, layout.columns(), rowHash(file, layout.columns()), days);
        CaseAssembler cases = new CaseAssembler(dialect, lines, sink);
        try (InputStream in = open(file, slice)) {
            long from = slice.isFirst()
                    ? TextStreams.encoding(file, dialect.encoding).mark()
                    : slice.from();
            RecordSplitter records = layout.records(in, slice.line(), slice.row(), from);
            if (slice.isFirst()) {
                records.next();
            }
            records.expect(layout.columns().count());
            KnownTexts texts = Objects.requireNonNullElseGet(known.poll(), KnownTexts::new);
            texts.goOn();
            readRecords(records, slice.to(), layout, texts, cases, sink);
            known.add(texts);
        }
    }

    private static void readRecords(
            RecordSplitter records,
            long to,
            CsvLayout layout,
            KnownTexts texts,
            CaseAssembler cases,
            Consumer<Reading> sink)
            throws IOException {
        CsvBatch batch = new CsvBatch(texts);
        CsvBatch before = null;
        while (records.next() && records.offset() < to) {
            boolean whole = records.verdict() == RecordSplitter.Verdict.WHOLE;
            if (!batch.isEmpty() && (!whole || !batch.hasRoom(records))) {
                batch.rows(cases::add);
                // The case that is still open holds its rows: as a rule some of this batch and none of the one before.
                CsvBatch next = before == null || cases.holdsFrom() < batch.firstLine() ? new CsvBatch(texts) : before;
                next.clear();
                before = batch;
                batch = next;
            }
            if (whole) {
                batch.add(records);
            } else {
                sink.accept(malformed(records, layout.columns().count()));
            }
        }
        batch.rows(cases::add);
        cases.end();
    }

    private static Reading malformed(RecordSplitter record, int columns) {
        Place place = Place.line(record.line());
        Problem problem = switch (record.verdict()) {
            case BROKEN_QUOTATION ->
                new Problem(
                        ProblemCode.MALFORMED_ROW,
                        "expected a separator or the line's end after a quotation, found that the quotation opened on line "
                                + record.quotationLine()
                                + " is broken; if the table knows no quotation marks, say quotes: none in its dialect",
                        Place.line(record.quotationLine()));
            case SWALLOWS_RECORDS ->
                new Problem(
                        ProblemCode.MALFORMED_ROW,
                        "expected a quotation within one record, found that the one opened on line "
                                + record.quotationLine()
                                + " runs over lines that are records of their own; they are read. If the table knows"
                                + " no quotation marks, say quotes: none in its dialect",
                        Place.line(record.quotationLine()));
            case TOO_LONG ->
                new Problem(
                        ProblemCode.MALFORMED_ROW,
                        "expected a row of at most " + RecordSplitter.LONGEST + " bytes, found a longer one",
                        place);
            default ->
                new Problem(
                        ProblemCode.MALFORMED_ROW,
                        "expected " + columns + " fields as in the header, found " + record.fields(),
                        place);
        };
        byte[] bytes = Arrays.copyOfRange(record.buffer(), record.start(), record.end());
        return new Reading.Rejected(problem, place, Sha256.of(bytes));
    }

    private InputStream open(SourceFile file, Slice slice) throws IOException {
        Path path = file.path();
        if (slice.isFirst() || path == null) {
            return TextStreams.open(file, dialect.encoding);
        }
        SeekableByteChannel channel = Files.newByteChannel(path);
        channel.position(slice.from());
        return Channels.newInputStream(channel);
    }

    private @Nullable String rowHash(SourceFile file, Columns columns) throws IOException {
        return LineReader.byRow(dialect, columns) ? file.sha256() : null;
    }

    static Problem empty() {
        return new Problem(ProblemCode.EMPTY_FILE, "expected a header and rows, found nothing", Place.FILE);
    }

    private static String hash(SourceFile file) {
        try {
            return file.sha256();
        } catch (IOException e) {
            return Sha256.NOTHING;
        }
    }
}
