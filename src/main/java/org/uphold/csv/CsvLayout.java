package org.uphold.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.uphold.source.SourceFile;

/**
 * How a CSV file is laid out: its separator, and where its header has the dialect's fields.
 *
 * @param separator between fields
 * @param columns of the dialect in the header
 * @param dialect that it is laid out for
 */
record CsvLayout(char separator, Columns columns, Dialect dialect) {

    /** No header is longer. */
    private static final int HEADER = 1 << 16;

    /** The layout under which the header says most of the dialect; empty where the file holds nothing. */
    static Optional<CsvLayout> of(SourceFile file, Dialect dialect) throws IOException {
        byte[] head = head(file, dialect.encoding);
        CsvLayout best = null;
        for (char separator : dialect.separators) {
            List<String> header = header(head, separator, dialect.quoted);
            if (header.isEmpty()) {
                return Optional.empty();
            }
            CsvLayout layout = new CsvLayout(separator, new Columns(dialect, header), dialect);
            if (layout.columns.isComplete()) {
                return Optional.of(layout);
            }
            if (best == null || layout.columns.mapped() > best.columns.mapped()) {
                best = layout;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The records of a stream that is laid out so; see {@link RecordSplitter}. */
    RecordSplitter records(InputStream in, long line, long row, long offset) {
        return new RecordSplitter(in, separator, dialect.quoted, new RecordShape(dialect, columns), line, row, offset);
    }

    static byte[] head(SourceFile file, @Nullable Charset stated) throws IOException {
        try (InputStream in = TextStreams.open(file, stated)) {
            return in.readNBytes(HEADER);
        }
    }

    /** The fields of the first record; none where there is no record. */
    static List<String> header(byte[] head, char separator, boolean quoted) throws IOException {
        RecordSplitter splitter = new RecordSplitter(
                new ByteArrayInputStream(head), separator, quoted, (bytes, borders) -> false, 1, -1, 0);
        if (!splitter.next()) {
            return List.of();
        }
        if (splitter.verdict() != RecordSplitter.Verdict.WHOLE) {
            return List.of("");
        }
        String text = LenientText.decode(splitter.buffer(), splitter.start(), splitter.end() - splitter.start());
        try (CSVParser parser = (quoted ? format(separator) : unquoted(separator)).parse(new StringReader(text))) {
            return parser.iterator().next().toList();
        }
    }

    static CSVFormat format(char separator) {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    private static CSVFormat unquoted(char separator) {
        return format(separator).builder().setQuote(null).get();
    }
}
