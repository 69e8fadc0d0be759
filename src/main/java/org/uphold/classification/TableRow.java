package org.uphold.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One row of a table, with the place it stands in. */
record TableRow(String table, long line, Map<String, String> cells) {

    /** The cell, stripped; empty where the table lacks the column. */
    String cell(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    String required(String column) {
        String value = cell(column);
        if (value.isEmpty()) {
            throw error("column " + column + " is empty");
        }
        return value;
    }

    int number(String column, int otherwise) {
        String value = cell(column);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw error("column " + column + " is no whole number: " + value);
        }
    }

    /** Alternatives separated by {@code |}, stripped, without empty ones. */
    List<String> alternatives(String column) {
        return split(cell(column), '|');
    }

    static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= value.length()) {
            int to = value.indexOf(separator, from);
            to = to < 0 ? value.length() : to;
            String part = value.substring(from, to).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            from = to + 1;
        }
        return parts;
    }

    InvalidTableException error(String message) {
        return new InvalidTableException(table, line, message);
    }
}
