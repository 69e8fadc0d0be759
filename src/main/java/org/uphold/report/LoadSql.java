package org.uphold.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;

/**
 * {@code load.sql}: tables, rows and views in the SQL that PostgreSQL and SQLite share. Definitions stand as comments within
 * the statements, which SQLite keeps in its schema; SQLite knows no {@code COMMENT ON}, so PostgreSQL finds them in the table
 * {@code data_dictionary}. Text is not neutralised here: no spreadsheet reads it.
 */
final class LoadSql implements OutputFormat {

    private static final int ROWS_A_STATEMENT = 500;

    @Override
    public void write(PackageContent content, OutputFolder folder) throws IOException {
        try (Writer out = folder.text("load.sql")) {
            out.write(
                    "-- Uphold rates of independent medical review, "
                            + comment(content.edition().windowInWords())
                            + ".\n-- PostgreSQL: psql -v ON_ERROR_STOP=1 -f load.sql      SQLite: sqlite3 uphold.db < load.sql\n");
            out.write("-- Each view …_rates computes the rates again from the counts.\n\nBEGIN;\n");
            for (PublishedTable table : content.tables()) {
                table(out, table);
                rows(out, table);
                view(out, table);
            }
            out.write("\nCOMMIT;\n");
        }
    }

    private static void table(Writer out, PublishedTable table) throws IOException {
        out.write("\n-- " + comment(table.title()) + "\nCREATE TABLE " + name(table.name()) + " (\n");
        String key = table.columns().stream()
                .filter(Column::key)
                .map(c -> name(c.name()))
                .collect(Collectors.joining(", "));
        int last = table.columns().size() - 1;
        for (int i = 0; i <= last; i++) {
            Column column = table.columns().get(i);
            out.write("  " + name(column.name()) + " " + type(column.type()) + (column.key() ? " NOT NULL" : ""));
            out.write((i < last || !key.isEmpty() ? "," : "") + " -- " + comment(describe(column)) + "\n");
        }
        out.write(key.isEmpty() ? ");\n" : "  PRIMARY KEY (" + key + ")\n);\n");
    }

    private static String describe(Column column) {
        return column.formula().isEmpty() ? column.definition() : column.definition() + " = " + column.formula();
    }

    private static void rows(Writer out, PublishedTable table) throws IOException {
        int count = table.rows().size();
        for (int i = 0; i < count; i++) {
            if (i % ROWS_A_STATEMENT == 0) {
                out.write("INSERT INTO " + name(table.name()) + " VALUES\n");
            }
            out.write(row(table, table.rows().get(i)));
            out.write(i == count - 1 || i % ROWS_A_STATEMENT == ROWS_A_STATEMENT - 1 ? ";\n" : ",\n");
        }
    }

    private static String row(PublishedTable table, List<@Nullable Object> row) {
        StringBuilder line = new StringBuilder("(");
        for (int i = 0; i < row.size(); i++) {
            line.append(i == 0 ? "" : ", ");
            line.append(literal(table.columns().get(i), row.get(i)));
        }
        return line.append(')').toString();
    }

    private static String literal(Column column, @Nullable Object value) {
        String text = Figures.format(column, value);
        if (value == null) {
            return "NULL";
        }
        return column.type() == ColumnType.TEXT ? "'" + text.replace("'", "''") + "'" : text;
    }

    private static void view(Writer out, PublishedTable table) throws IOException {
        if (table.indexOf("upheld") < 0
                || table.indexOf("overturned") < 0
                || table.indexOf("partially_overturned") < 0) {
            return;
        }
        String columns = table.columns().stream()
                .filter(Column::key)
                .map(c -> "  " + name(c.name()) + ",\n")
                .collect(Collectors.joining());
        String all = "(upheld + overturned + partially_overturned)";
        out.write("CREATE VIEW " + name(table.name() + "_rates") + " AS SELECT\n" + columns);
        out.write("  " + all + " AS determined,\n");
        out.write("  " + rate("upheld", all) + " AS uphold_rate,\n");
        out.write("  " + rate("upheld", "(upheld + overturned)") + " AS rate_excluding_partial,\n");
        out.write("  " + rate("(upheld + partially_overturned / 2.0)", all) + " AS rate_half_credit\nFROM "
                + name(table.name()) + ";\n");
    }

    private static String rate(String numerator, String denominator) {
        return "CASE WHEN " + denominator + " > 0 THEN ROUND(1.0 * " + numerator + " / " + denominator + ", 6) END";
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "TEXT";
            case INTEGER -> "BIGINT";
            // SQLite keeps a NUMERIC of 1.0 as the integer 1, and then divides it as one.
            case DECIMAL -> "DOUBLE PRECISION";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    private static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** On one line, so that what follows is no statement. */
    private static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ");
    }
}
