package org.uphold.settings;

/** In which forms a package holds its tables. */
public enum OutputFormat {
    CSV("csv"),
    SQL("sql"),
    HTML("html"),
    XLSX("xlsx"),
    PARQUET("parquet");

    private final String code;

    OutputFormat(String code) {
        this.code = code;
    }

    /** The word in job files and on the command line. */
    public String code() {
        return code;
    }

    /**
     * By its word.
     *
     * @throws IllegalArgumentException naming the nearest
     */
    public static OutputFormat parse(String word) {
        return Words.constant(word, values(), OutputFormat::code);
    }
}
