package org.uphold.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.uphold.source.SourceFile;

/** Reads what {@link LetterOptions} allow to be known from beside a letter. What cannot be read is as if it were not there. */
final class SideInformation {

    private static final Pattern NAME_DATE =
            Pattern.compile("(?<!\\d)(?<y>(?:19|20)\\d{2})[-_.]?(?<m>\\d{2})[-_.]?(?<d>\\d{2})(?!\\d)");
    private static final Pattern NAME_CASE = Pattern.compile("(?<![a-z])cm\\d{2}-\\d{5,9}(?!\\d)");
    private static final int LARGEST = 64 * 1024;

    private SideInformation() {}

    static Supplement of(SourceFile letter, LetterOptions options) {
        Supplement told = sideFile(options.sideFile().apply(letter));
        if (!options.dateInName()) {
            return told;
        }
        String name = lastName(letter.name());
        return new Supplement(
                told.caseNumber() == null ? caseNumber(name) : told.caseNumber(),
                told.decisionDate() == null ? date(name) : told.decisionDate());
    }

    private static Supplement sideFile(@Nullable SourceFile file) {
        if (file == null) {
            return Supplement.NONE;
        }
        try (InputStream in = file.open()) {
            String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setTrim(true)
                    .get();
            try (CSVParser parser = CSVParser.parse(new StringReader(text.replace("\ufeff", "")), format)) {
                List<CSVRecord> rows = parser.getRecords();
                return rows.isEmpty() ? Supplement.NONE : row(rows.get(0));
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return Supplement.NONE;
        }
    }

    private static Supplement row(CSVRecord row) {
        String number = row.isSet("case_number") ? row.get("case_number") : "";
        String date = row.isSet("decision_date") ? row.get("decision_date") : "";
        return new Supplement(number.isBlank() ? null : number, date.isBlank() ? null : iso(date));
    }

    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static @Nullable String caseNumber(String name) {
        Matcher m = NAME_CASE.matcher(TextFolding.shadow(name));
        return m.find() ? name.substring(m.start(), m.end()) : null;
    }

    private static @Nullable LocalDate date(String name) {
        Matcher m = NAME_DATE.matcher(name);
        return m.find() ? iso(m.group("y") + "-" + m.group("m") + "-" + m.group("d")) : null;
    }

    private static @Nullable LocalDate iso(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
