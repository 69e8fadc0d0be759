package org.uphold.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement of the user's own, from a file in {@code sql/reports}: its result is one more table of a package.
 *
 * @param name the file's name without ending: the name of the table
 * @param title {@code Title}: what the table is, for people
 * @param key {@code Key}: columns that tell rows apart; may be none
 * @param columns {@code Column}: what columns mean, by name; a column may be left out
 * @param seconds {@code Seconds}: how long it may take
 * @param text the whole file
 */
public record ReportStatement(
        String name, String title, List<String> key, Map<String, String> columns, int seconds, String text) {

    /** How long a statement may take that does not say. */
    public static final int USUAL_SECONDS = 60;

    public ReportStatement {
        key = List.copyOf(key);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /**
     * The statement with values in place of its parameters, without its last semicolon.
     *
     * @param values SQL by parameter
     */
    public String with(Map<String, String> values) {
        StringBuilder sql = new StringBuilder();
        for (SqlToken token : SqlToken.of(text)) {
            boolean value = token.kind() == SqlToken.Kind.PARAMETER;
            boolean end = token.kind() == SqlToken.Kind.SEMICOLON;
            sql.append(value ? values.get(token.word()) : end ? "" : token.text());
        }
        return sql.toString().strip();
    }

    /** {@code sql/reports/name.sql}, as messages name it. */
    public String file() {
        return "sql/reports/" + name + ".sql";
    }
}
