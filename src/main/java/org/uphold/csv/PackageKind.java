package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Tells documents that are zip archives inside from one another, by the parts that they have. */
final class PackageKind {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int HEAD = 4096;

    private PackageKind() {}

    /** What the archive is and what to do with it, in words; null for a workbook that can be read. */
    static @Nullable String otherThanWorkbook(ZipFile zip) throws IOException {
        ZipEntry workbook = zip.getEntry(WORKBOOK);
        if (workbook != null) {
            return head(zip, workbook).contains("purl.oclc.org/ooxml")
                    ? "a workbook in Strict Open XML; save it as Excel workbook (.xlsx)"
                    : null;
        }
        if (zip.getEntry("xl/workbook.bin") != null) {
            return "a binary Excel workbook (.xlsb); save it as Excel workbook (.xlsx)";
        }
        if (zip.getEntry("word/document.xml") != null) {
            return "a Word document (.docx); save it as PDF";
        }
        if (zip.getEntry("ppt/presentation.xml") != null) {
            return "a PowerPoint presentation; save it as PDF";
        }
        ZipEntry type = zip.getEntry("mimetype");
        if (type != null && head(zip, type).startsWith("application/vnd.oasis.opendocument")) {
            return "an OpenDocument file (.ods or .odt); save a table as .xlsx or CSV, a letter as PDF";
        }
        if (zip.getEntry("Index/Document.iwa") != null) {
            return "a document of Numbers or Pages; export it as .xlsx, CSV or PDF";
        }
        return "an archive that is no Excel workbook; give an archive of letters or tables the ending .zip";
    }

    private static String head(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }
}
