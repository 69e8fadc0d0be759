package org.uphold.report.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An archive without its times: neither those of its entries nor those that a workbook says of itself. Each sheet of a workbook
 * says how far it reaches.
 */
public final class TimelessZip {

    /**
     * A zip entry says a time without a zone. The earliest it can say will not do: Java takes that for a sign that the real
     * one is earlier, and adds it once more, in the zone of the machine.
     */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final Pattern WRITTEN =
            Pattern.compile("(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:(?:created|modified)>)");

    private TimelessZip() {}

    /** Copies entry by entry, in the archive's order; does not close the stream. */
    public static void copy(Path from, OutputStream to) throws IOException {
        ZipOutputStream out = new ZipOutputStream(to);
        try (ZipFile zip = new ZipFile(from.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(NO_TIME);
                out.putNextEntry(timeless);
                copy(zip, entry, out);
                out.closeEntry();
            }
        }
        out.finish();
    }

    private static void copy(ZipFile zip, ZipEntry entry, OutputStream out) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            if (entry.getName().equals("docProps/core.xml")) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                String timeless = WRITTEN.matcher(text).replaceAll("$1" + NO_TIME + ":00Z$2");
                out.write(timeless.getBytes(StandardCharsets.UTF_8));
            } else if (SheetDimension.isSheet(entry.getName())) {
                dimension(zip, entry).copy(in, out);
            } else {
                in.transferTo(out);
            }
        }
    }

    private static SheetDimension dimension(ZipFile zip, ZipEntry sheet) throws IOException {
        try (InputStream in = zip.getInputStream(sheet)) {
            return SheetDimension.of(in);
        }
    }
}
