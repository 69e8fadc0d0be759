package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.SourceFile;

/** What the first bytes of a file say that it is, whatever its name says. */
enum FileKind {
    TEXT(null, null),
    PDF("%PDF", "a PDF; name the kind letter if it is one"),
    /** An Office Open XML workbook, or another archive under a table's name. */
    XLSX("PK\u0003\u0004", null),
    /** A compound file of Microsoft Office: Excel of before 2007, a workbook behind a password, and others. */
    OLE("\u00D0\u00CF\u0011\u00E0", null),
    GZIP("\u001F\u008B", "a gzip file; give it the ending .gz"),
    BZIP2("BZh", "a bzip2 file; unpack it"),
    XZ("\u00FD7zXZ", "an xz file; unpack it"),
    ZSTANDARD("(\u00B5/\u00FD", "a Zstandard file; unpack it"),
    SEVEN_ZIP("7z\u00BC\u00AF", "a 7-Zip archive; pack it as .zip"),
    RAR("Rar!", "a RAR archive; pack it as .zip"),
    EMPTY_ZIP("PK\u0005\u0006", "an empty zip archive"),
    PARQUET("PAR1", "a Parquet file; export it as CSV"),
    SQLITE("SQLite format 3", "an SQLite database; export its table as CSV"),
    /** Tape archives have their mark behind the first member's name. */
    TAR(null, "a tar archive; pack it as .zip"),
    HTML(null, "a web page (HTML); open it in Excel and save it as .xlsx"),
    XML_2003(null, "an XML spreadsheet of 2003; open it in Excel and save it as .xlsx");

    private static final int HEAD = 1024;
    private static final int TAR_MARK = 257;

    private final @Nullable String magic;
    private final @Nullable String words;

    FileKind(@Nullable String magic, @Nullable String words) {
        this.magic = magic;
        this.words = words;
    }

    static FileKind of(SourceFile file) throws IOException {
        String head;
        try (InputStream in = file.open()) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
        for (FileKind kind : values()) {
            if (kind.magic != null && head.startsWith(kind.magic)) {
                return kind;
            }
        }
        if (head.startsWith("ustar", TAR_MARK)) {
            return TAR;
        }
        return markup(head);
    }

    /** Of UTF-16 every other byte is none of the text. */
    private static FileKind markup(String head) {
        String text = head.replace("\0", "")
                .replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("<?xml") && (text.contains("excel.sheet") || text.contains("office:spreadsheet"))) {
            return XML_2003;
        }
        return text.matches("(?s)<(?:!doctype html|html|head|meta|title|style|body|table|div)\\b.*") ? HTML : TEXT;
    }

    /** Why a file of this kind is no table. */
    Problem problem(SourceFile file) throws IOException {
        if (this == OLE) {
            return OfficeFile.problem(file);
        }
        return new Problem(ProblemCode.UNKNOWN_FORMAT, "expected a table, found " + words, Place.FILE);
    }
}
