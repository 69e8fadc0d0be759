package org.uphold.settings;

/** What a source holds. */
public enum InputKind {
    /** Told from the file itself. */
    AUTO("auto"),
    /** Determination letters, PDF or text. */
    LETTER("letter"),
    /** The plain table, one row per disputed item. */
    ITEMS_CSV("items-csv"),
    /** The determinations file of California's Department of Managed Health Care. */
    DMHC_CSV("dmhc-csv"),
    /** The external appeals file of New York's Department of Financial Services. */
    NY_DFS("ny-dfs"),
    /** A table or view of a database. */
    TABLE("table");

    private final String code;

    InputKind(String code) {
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
    public static InputKind parse(String word) {
        return Words.constant(word, values(), InputKind::code);
    }
}
