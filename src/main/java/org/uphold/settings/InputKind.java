package org.uphold.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a source holds: {@code auto}, told from the file itself; {@code letter}, determination letters, PDF or text; {@code table}, a
 * table or view of a database; or rows in a dialect, by the name of any that ships or that the job file describes.
 *
 * @param code the word in job files and on the command line
 */
public record InputKind(String code) {

    public static final InputKind AUTO = new InputKind("auto");
    public static final InputKind LETTER = new InputKind("letter");
    public static final InputKind TABLE = new InputKind("table");

    /** The plain table, one row per disputed item: what a table is read in unless its dialect is named. */
    public static final InputKind ITEMS_CSV = new InputKind("items-csv");

    private static final List<InputKind> NO_DIALECTS = List.of(AUTO, LETTER, TABLE);

    /** Whether it names a dialect. */
    public boolean isDialect() {
        return !NO_DIALECTS.contains(this);
    }

    /**
     * By its word.
     *
     * @param dialects names of those that may be meant, asked for where the word is none of the others
     * @throws IllegalArgumentException naming the nearest
     */
    public static InputKind parse(String word, Supplier<? extends Collection<String>> dialects) {
        InputKind kind = new InputKind(word.strip().toLowerCase(Locale.ROOT));
        if (!kind.isDialect()) {
            return kind;
        }
        Collection<String> names = dialects.get();
        // Names of a job's own dialects may hold capitals.
        for (InputKind named : List.of(new InputKind(word.strip()), kind)) {
            if (names.contains(named.code())) {
                return named;
            }
        }
        List<String> known =
                new ArrayList<>(NO_DIALECTS.stream().map(InputKind::code).toList());
        known.addAll(names);
        throw new IllegalArgumentException("'" + word + "' is not one of those known" + Words.suggestion(word, known));
    }
}
