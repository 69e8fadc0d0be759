package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
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
    private final ZipFile zip;

    Workbook(SourceFile file, Limits limits) throws IOException {
        Path path = file.path();
        copy = path == null ? copy(file, limits) : null;
        Path read = Objects.requireNonNull(copy != null ? copy : path);
        ZipFile opened = null;
        try {
            opened = new ZipFile(read.toFile());
            check(opened, limits);
            book = new ReadableWorkbook(read.toFile(), new ReadingOptions(true, true));
            zip = opened;
        } catch (RuntimeException | ZipException e) {
            close(opened);
            throw damaged();
        } catch (IOException e) {
            close(opened);
            throw e;
        }
    }

    /** Sheets in the order of the workbook. */
    List<Sheet> sheets() {
        return book.getSheets().toList();
    }

    /** The rows of a sheet that hold anything; the caller closes. */
    SheetRows rows(Sheet sheet) throws IOException {
        try {
            return new SheetRows(sheet, SheetPart.of(zip, sheet));
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
                ProblemCode.DAMAGED_WORKBOOK,
                "expected an Excel workbook, found one whose sheet " + (sheet.getIndex() + 1)
                        + " is missing or damaged");
    }

    @Override
    public void close() throws IOException {
        try {
            book.close();
        } finally {
            close(zip);
        }
    }

    private void close(@Nullable ZipFile opened) throws IOException {
        if (opened != null) {
            opened.close();
        }
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

    private static void check(ZipFile zip, Limits limits) throws IOException {
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

    static SourceException damaged() {
        return new SourceException(ProblemCode.DAMAGED_WORKBOOK, "expected an Excel workbook, found a damaged one");
    }
}
