package org.uphold.csv;

/**
 * A table or view of a database to read.
 *
 * @param table its name exactly as the database has it, with its schema before a point where that is not on the search path;
 *     a name that itself holds a point or a quotation mark stands in quotation marks
 * @param fetchSize rows that a cursor brings at once
 */
public record TableQuery(String table, int fetchSize) {

    /** A good size for rows of some hundred bytes. */
    public static final int FETCH_SIZE = 5_000;

    public TableQuery {
        if (table.isBlank() || table.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Expected the name of a table, found none");
        }
        if (fetchSize < 1) {
            throw new IllegalArgumentException("Expected a fetch size of at least 1, found " + fetchSize);
        }
    }

    public TableQuery(String table) {
        this(table, FETCH_SIZE);
    }

    /** The name with every part quoted: nothing in it can be more than a name. */
    String quoted() {
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
