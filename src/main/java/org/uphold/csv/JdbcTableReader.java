package org.uphold.csv;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.uphold.source.Place;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;

/**
 * Reads a table or view of a PostgreSQL, or what a query gives, in one dialect, with a cursor: memory does not grow with the table. Rows come
 * ordered by case number, so that each case is one reading; a place is the row of that order. Readings are otherwise as
 * {@link TableReader} makes them from files.
 */
public final class JdbcTableReader {

    private final Dialect dialect;
    private final DayRules days;

    /** Reads days in UTC; as {@link #JdbcTableReader(Dialect, DayRules)}. */
    public JdbcTableReader(Dialect dialect) {
        this(dialect, DayRules.ANY);
    }

    /**
     * A reader.
     *
     * @param dialect how the table names things
     * @param days which days it can state; a {@code timestamptz} is cut in their zone, whatever the machine's and the server's
     * @throws InvalidDialectException where the dialect keys rows by their file, which a table is not
     */
    public JdbcTableReader(Dialect dialect, DayRules days) {
        this.days = days;
        if (dialect.key == Dialect.Key.ROW) {
            throw new InvalidDialectException(
                    "Dialect " + dialect.name() + ", key: expected case_number for a table of a database, found row");
        }
        this.dialect = dialect;
    }

    /**
     * Reads in one transaction that the server keeps from writing, and that is rolled back at the end.
     *
     * @param connection to the database that has the table; its autocommit is left as it was
     * @throws SQLException where the table is not there or the database goes away
     */
    public void read(Connection connection, TableQuery query, Consumer<Reading> sink) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        boolean readOnly = connection.isReadOnly();
        connection.setReadOnly(true);
        // Without a transaction the driver would fetch the whole table into memory.
        connection.setAutoCommit(false);
        try {
            readRows(connection, query, sink);
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
            connection.setReadOnly(readOnly);
        }
    }

    private void readRows(Connection connection, TableQuery query, Consumer<Reading> sink) throws SQLException {
        List<String> header = header(connection, query);
        Columns columns = new Columns(dialect, header);
        if (!columns.isComplete() || !columns.has(Field.CASE_NUMBER)) {
            sink.accept(new Reading.Rejected(columns.problem(), Place.FILE, Sha256.NOTHING));
            return;
        }
        List<String> used = new ArrayList<>(new TreeSet<>(columns.used()));
        Columns read = new Columns(dialect, used);
        CaseAssembler cases = new CaseAssembler(dialect, new LineReader(dialect, read, null, days), sink);
        // Not prepared by the driver, to whom a question mark is a parameter: in a query it may be an operator.
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(query.fetchSize());
            try (ResultSet rows = statement.executeQuery(sql(query, used, read))) {
                JdbcValues values = new JdbcValues(rows, days.zone(), dialect.listSeparator);
                long number = 0;
                while (rows.next()) {
                    number++;
                    cases.add(new ValueRow(values.texts(), number, number));
                }
            }
        }
        cases.end();
    }

    private static List<String> header(Connection connection, TableQuery query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + query.source() + " where false")) {
            ResultSetMetaData columns = none.getMetaData();
            List<String> header = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                header.add(columns.getColumnLabel(i));
            }
            return header;
        }
    }

    /** Under collation C the order is that of the bytes, whatever the database's locale. */
    private static String sql(TableQuery query, List<String> used, Columns columns) {
        List<String> order = new ArrayList<>();
        for (Field field : List.of(Field.CASE_NUMBER, Field.ITEM_NUMBER)) {
            List<String> values = new ArrayList<>();
            for (int column : columns.of(field)) {
                values.add("nullif(" + TableQuery.quoted(used.get(column)) + "::text, '')");
            }
            if (!values.isEmpty()) {
                order.add("coalesce(" + String.join(", ", values) + ") collate \"C\"");
            }
        }
        String select = String.join(", ", used.stream().map(TableQuery::quoted).toList());
        return "select " + select + " from " + query.source() + " order by " + String.join(", ", order);
    }
}
