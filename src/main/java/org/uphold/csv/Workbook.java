package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.uphold.source.Limits;
import org.uphold.source.ProblemCode;
import org.uphold.source.SourceException;
import org.uphold.source.SourceFile;

/**
 * An Excel workbook as rows of text, streamed. Its parts are held against the limits before any is unpacked; a workbook
 * inside an archive is copied to a private temporary file first.
 */
final class Workbook implements AutoCloseable {

    /** Texts that the cells share are held in memory while a workbook is read. */
    private static final long SHARED_TEXTS = 512L << 20;

    private final @Nullable Path copy;
    private final ReadableWorkbook book;

    Workbook(SourceFile file, Limits limits) throws IOException {
        Path path = file.path();
        copy = path == null ? copy(file, limits) : null;
        Path read = copy != null ? copy : path;
        try {
            check(read, limits);
            book = new ReadableWorkbook(Objects.requireNonNull(read).toFile(), new ReadingOptions(true, true));
        } catch (RuntimeException e) {
            deleteCopy();
            throw damaged();
        } catch (IOException e) {
            deleteCopy();
            throw e;
        }
    }

    /** Sheets in the order of the workbook. */
    List<Sheet> sheets() {
        return book.getSheets().toList();
    }

    /** The rows of a sheet that hold anything; the caller closes. */
    Rows rows(Sheet sheet) throws IOException {
        try {
            return new Rows(sheet);
        } catch (RuntimeException e) {
            throw missing(sheet);
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw missing(sheet);
        }
    }

    private static SourceException missing(Sheet sheet) {
        return new SourceException(
                ProblemCode.DAMAGED_ARCHIVE,
                "expected an Excel workbook, found one whose sheet " + (sheet.getIndex() + 1)
                        + " is missing or damaged; open it in Excel, let it be mended, and save it");
    }

    @Override
    public void close() throws IOException {
        try {
            book.close();
        } finally {
            deleteCopy();
        }
    }

    private void deleteCopy() throws IOException {
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }

    private static Path copy(SourceFile file, Limits limits) throws IOException {
        Path copy = Files.createTempFile("uphold-", ".xlsx");
        try (InputStream in = file.open();
                OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > limits.archiveBytes()) {
                    throw new SourceException(
                            ProblemCode.TOO_LARGE, "expected at most " + limits.archiveBytes() + " bytes, found more");
                }
                out.write(buffer, 0, n);
            }
            return copy;
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static void check(@Nullable Path path, Limits limits) throws IOException {
        try (ZipFile zip = new ZipFile(Objects.requireNonNull(path).toFile())) {
            long bytes = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                bytes += Math.max(0, entry.getSize());
                boolean bomb = entry.getSize() > (64L << 20)
                        && entry.getSize() / limits.archiveRatio() > Math.max(1, entry.getCompressedSize());
                if (bomb || bytes > limits.archiveBytes()) {
                    throw new SourceException(
                            ProblemCode.UNSAFE_ARCHIVE,
                            "expected a workbook that unpacks to at most " + limits.archiveRatio()
                                    + " times its size, found more");
                }
                if (entry.getName().equals("xl/sharedStrings.xml") && entry.getSize() > SHARED_TEXTS) {
                    throw new SourceException(
                            ProblemCode.TOO_LARGE,
                            "expected a workbook with at most " + SHARED_TEXTS
                                    + " bytes of text, found more; save it as CSV");
                }
            }
            String other = PackageKind.otherThanWorkbook(zip);
            if (other != null) {
                throw new SourceException(ProblemCode.UNKNOWN_FORMAT, "expected a table, found " + other);
            }
        }
    }

    private static SourceException damaged() {
        return new SourceException(ProblemCode.DAMAGED_ARCHIVE, "expected an Excel workbook, found a damaged one");
    }

    /** Rows one by one; a damaged sheet is a {@link SourceException} at the row where it shows. */
    static final class Rows implements AutoCloseable {

        private final Stream<org.dhatim.fastexcel.reader.Row> stream;
        private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
        private long number = -1;

        private Rows(Sheet sheet) throws IOException {
            stream = sheet.openStream();
            rows = stream.iterator();
        }

        /** The row handed over last is the header: it is number 0. */
        void headerWas() {
            number = 0;
        }

        /** The next row that holds anything, the header as number 0; null at the end. */
        @Nullable
        ValueRow next() throws IOException {
            try {
                while (rows.hasNext()) {
                    org.dhatim.fastexcel.reader.Row row = rows.next();
                    List<String> values = new ArrayList<>();
                    boolean any = false;
                    for (int i = 0; i < row.getCellCount(); i++) {
                        String text = CellText.of(row.getCell(i));
                        any |= !text.isBlank();
                        values.add(text);
                    }
                    if (any) {
                        return new ValueRow(values, row.getRowNum(), ++number);
                    }
                }
                return null;
            } catch (RuntimeException e) {
                throw damaged();
            }
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
