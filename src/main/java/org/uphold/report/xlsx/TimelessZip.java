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

/** An archive without its times: neither those of its entries nor those that a workbook says of itself. */
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
                try (InputStream in = zip.getInputStream(entry)) {
                    copy(entry.getName(), in, out);
                }
                out.closeEntry();
            }
        }
        out.finish();
    }

    private static void copy(String name, InputStream in, OutputStream out) throws IOException {
        if (name.equals("docProps/core.xml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String timeless = WRITTEN.matcher(text).replaceAll("$1" + NO_TIME + ":00Z$2");
            out.write(timeless.getBytes(StandardCharsets.UTF_8));
        } else {
            in.transferTo(out);
        }
    }
}
