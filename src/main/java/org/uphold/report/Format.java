package org.uphold.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a package may be made of, in the order of writing: a later output may name the hashes of earlier ones. To add an
 * output, write one {@link OutputFormat} and give it a row here.
 */
public enum Format {
    /** The tables and their descriptions. Always written: verification reads them. */
    CSV(new CsvFiles(), new DataPackage(), new CsvwMetadata()),
    SQL(new LoadSql(), new QueriesSql()),
    XLSX(new ReportXlsx()),
    /** For analysts, where asked for. */
    PARQUET(new ParquetFiles()),
    /** For people; last, because it shows the hashes of the others. */
    HTML(new ReportHtml());

    private final List<OutputFormat> outputs;

    Format(OutputFormat... outputs) {
        this.outputs = List.of(outputs);
    }

    /** The word in {@code --format} and in job files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@code csv,html}.
     *
     * @throws IllegalArgumentException naming the word that is no format, and those that are
     */
    public static Set<Format> parse(String list) {
        Set<Format> formats = EnumSet.of(CSV);
        for (String word : list.split(",", -1)) {
            String code = word.strip().toLowerCase(Locale.ROOT);
            formats.add(Arrays.stream(values())
                    .filter(f -> f.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No format '" + word + "'; the formats are "
                            + Arrays.stream(values()).map(Format::code).collect(Collectors.joining(", ")))));
        }
        return formats;
    }

    List<OutputFormat> outputs() {
        return outputs;
    }
}
