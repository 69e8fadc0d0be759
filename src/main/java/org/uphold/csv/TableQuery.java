package org.uphold.csv;

import org.jspecify.annotations.Nullable;

/**
 * A table or view of a database to read, or what a query gives.
 *
 * @param table its name exactly as the database has it, with its schema before a point where that is not on the search path;
 *     a name that itself holds a point or a quotation mark stands in quotation marks; null of a query
 * @param query one {@code select} without a semicolon at its end, or null of a table
 * @param fetchSize rows that a cursor brings at once
 */
public record TableQuery(@Nullable String table, @Nullable String query, int fetchSize) {

    /** A good size for rows of some hundred bytes. */
    public static final int FETCH_SIZE = 5_000;

    public TableQuery {
        String text = table == null ? query : table;
        if (text == null || table != null && query != null || text.isBlank() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Expected the name of a table or a query, found none");
        }
        if (fetchSize < 1) {
            throw new IllegalArgumentException("Expected a fetch size of at least 1, found " + fetchSize);
        }
    }

    public TableQuery(String table) {
        this(table, FETCH_SIZE);
    }

    TableQuery(String table, int fetchSize) {
        this(table, null, fetchSize);
    }

    /** What a query gives. */
    public static TableQuery of(String query) {
        return new TableQuery(null, query, FETCH_SIZE);
    }

    /** What stands behind {@code from}: a query ends its line, for it may end in a comment. */
    String source() {
        return table == null ? "(" + query + "\n) as source" : parts(table);
    }

    /** The name with every part quoted: nothing in it can be more than a name. */
    private static String parts(String table) {
        StringBuilder sql = new StringBuilder("\"");
        boolean quoted = false;
        for (int i = 0; i < table.length(); i++) {
            char c = table.charAt(i);
            if (c == '"' && quoted && i + 1 < table.length() && table.charAt(i + 1) == '"') {
                sql.append("\"\"");
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                sql.append("\".\"");
            } else {
                sql.append(c);
            }
        }
        return sql.append('"').toString();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
