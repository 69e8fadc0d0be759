package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.uphold.source.SourceFile;

/** What the first bytes of a file say that it is. */
enum FileKind {
    TEXT,
    PDF,
    /** An Office Open XML workbook, or another archive under a table's name. */
    XLSX,
    /** The binary Excel format of before 2007. */
    XLS;

    static FileKind of(SourceFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(4);
            String magic = new String(head, StandardCharsets.ISO_8859_1);
            return switch (magic) {
                case "PK\u0003\u0004" -> XLSX;
                case "%PDF" -> PDF;
                case "\u00D0\u00CF\u0011\u00E0" -> XLS;
                default -> TEXT;
            };
        }
    }
}
