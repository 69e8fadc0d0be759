package org.uphold.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a package may be made of, in the order of writing: a later output may name the hashes of earlier ones. To add an
 * output, write one {@link OutputFormat} and give it a row here.
 */
public enum Format {
    /** The tables and their descriptions. Always written: verification reads them. */
    CSV(true, () -> List.of(new CsvFiles(), new DataPackage(), new CsvwMetadata())),
    SQL(true, () -> List.of(new LoadSql(), new QueriesSql())),
    XLSX(true, () -> List.of(new ReportXlsx())),
    /** For analysts, where asked for. */
    PARQUET(false, () -> List.of(new ParquetFiles())),
    /** For people; last, because it shows the hashes of the others. */
    HTML(true, () -> List.of(new ReportHtml()));

    private final boolean usual;
    private final Supplier<List<OutputFormat>> outputs;

    /**
     * @param usual whether a package holds it unless its job says otherwise
     * @param outputs made when a package is written: to know the words needs none of them
     */
    Format(boolean usual, Supplier<List<OutputFormat>> outputs) {
        this.usual = usual;
        this.outputs = outputs;
    }

    /** The word in {@code --format} and in job files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a package holds it unless its job says otherwise. */
    public boolean isUsual() {
        return usual;
    }

    /**
     * By its word.
     *
     * @throws IllegalArgumentException naming the word that is no format, and those that are
     */
    public static Format of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No format '" + code + "'; the formats are "
                        + Arrays.stream(values()).map(Format::code).collect(Collectors.joining(", "))));
    }

    List<OutputFormat> outputs() {
        return outputs.get();
    }
}
