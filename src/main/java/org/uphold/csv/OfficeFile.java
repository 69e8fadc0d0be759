package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.SourceFile;

/** Says which of the Office programs wrote a compound file, by the names of the streams in it, which are UTF-16. */
final class OfficeFile {

    private static final int PIECE = 1 << 16;
    /** No stream has a longer name. */
    private static final int OVERLAP = 64;

    private static final String ENCRYPTED = wide("EncryptedPackage");
    private static final String WORD = wide("WordDocument");
    private static final String MAIL = wide("__substg1.0_");
    private static final String EXCEL = wide("Workbook");
    private static final String OLD_EXCEL = wide("Book\0");

    private OfficeFile() {}

    static Problem problem(SourceFile file) throws IOException {
        boolean excel = false;
        boolean word = false;
        try (InputStream in = file.open()) {
            String before = "";
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                String bytes = before + new String(piece, StandardCharsets.ISO_8859_1);
                if (bytes.contains(ENCRYPTED)) {
                    return new Problem(
                            ProblemCode.ENCRYPTED_FILE,
                            "expected a table, found a workbook behind a password",
                            Place.FILE);
                }
                if (bytes.contains(MAIL)) {
                    return unknown("a mail of Outlook (.msg); save its attachments");
                }
                word |= bytes.contains(WORD);
                excel |= bytes.contains(EXCEL) || bytes.contains(OLD_EXCEL);
                before = bytes.substring(Math.max(0, bytes.length() - OVERLAP));
            }
        }
        if (word) {
            return unknown("a Word document of before 2007 (.doc); save it as PDF");
        }
        return excel
                ? unknown("the binary Excel format of before 2007; save it as .xlsx")
                : unknown("a file of Microsoft Office that is no workbook");
    }

    private static Problem unknown(String found) {
        return new Problem(ProblemCode.UNKNOWN_FORMAT, "expected CSV or .xlsx, found " + found, Place.FILE);
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
