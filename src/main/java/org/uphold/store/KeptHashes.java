package org.uphold.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyBuffer;
import org.uphold.copy.CopyInto;
import org.uphold.copy.CopyRows;
import org.uphold.copy.NamedRows;

/**
 * The hashes of a first load's letters on the server. They are wanted only where cases come more than once, and a row for each letter
 * costs a tenth of all that is sent: so what came together is kept together, as one value, and becomes rows where somebody asks.
 */
final class KeptHashes {

    /** Rows of {@link #TABLE} once they are {@linkplain #spread spread}. */
    static final List<String> COLUMNS = List.of("id", "hashes");

    static final String TABLE = "stage_hash";

    private static final String KEPT = "stage_hashes";
    /** Bytes of a value's row beside the value. */
    private static final int ROOM = 64;

    private static final List<String> TABLES = List.of(
            "create temp table if not exists " + TABLE
                    + " (id bigint not null, hashes bytea not null) on commit delete rows",
            "create temp table if not exists " + KEPT
                    + " (number integer not null, first bigint not null, last bigint not null, rows bytea not null)"
                    + " on commit delete rows",
            // Hashes cannot be compressed.
            "alter table " + KEPT + " alter rows set storage external");

    private final Connection connection;
    private final List<NamedRows> waiting = new ArrayList<>();
    private int sent;

    /** Makes the tables. */
    KeptHashes(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql);
            }
        }
    }

    /** Takes the rows of some letters; answers their bytes. */
    int add(NamedRows rows) {
        if (rows.rows().length() > 0) {
            waiting.add(rows);
        }
        return rows.rows().length();
    }

    /** Sends those that wait. */
    void send() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        try (CopyInto copy = Copy.into(connection, KEPT, List.of("number", "first", "last", "rows"))) {
            for (NamedRows rows : waiting) {
                long[] range = range(rows);
                CopyBuffer value = new CopyBuffer(rows.rows().length() + ROOM);
                value.row(4).int4(sent++).int8(range[0]).int8(range[1]).bytes(rows.rows());
                copy.write(value);
            }
            copy.end();
        }
        waiting.clear();
    }

    /** Least and greatest of the letters' numbers. */
    private static long[] range(NamedRows rows) throws SQLException {
        long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
        try (CopyRows letters = new CopyRows(rows.rows())) {
            while (letters.next()) {
                range[0] = Math.min(range[0], letters.int8(0));
                range[1] = Math.max(range[1], letters.int8(0));
            }
        }
        return range;
    }

    /**
     * Makes rows of those that came together with one that is wanted.
     *
     * @param wanted table of the letters' numbers, as {@code id}
     */
    void spread(String wanted) throws SQLException {
        for (int number : pieces(wanted)) {
            byte[] rows;
            try (PreparedStatement query =
                    connection.prepareStatement("select rows from " + KEPT + " where number = ?")) {
                query.setInt(1, number);
                try (ResultSet result = query.executeQuery()) {
                    result.next();
                    rows = result.getBytes(1);
                }
            }
            try (CopyInto copy = Copy.into(connection, TABLE, COLUMNS)) {
                copy.write(rows);
                copy.end();
            }
        }
    }

    private List<Integer> pieces(String wanted) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select number from " + KEPT + " k where exists (select from "
                        + wanted + " w where w.id between k.first and k.last) order by number")) {
            while (result.next()) {
                numbers.add(result.getInt(1));
            }
        }
        return numbers;
    }
}
