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
import org.uphold.copy.NamedRows;

/**
 * The hashes of a first load's letters on the server. They are wanted only where cases come more than once, and a row for each letter
 * costs a tenth of all that is sent: so what came together is kept together, as one value, and becomes rows where somebody asks.
 */
final class KeptHashes {

    /** Rows of {@link #TABLE} once they are {@linkplain #spread() spread}. */
    static final List<String> COLUMNS = List.of("id", "hashes");

    static final String TABLE = "stage_hash";

    private static final String KEPT = "stage_hashes";
    private static final List<String> TABLES = List.of(
            "create temp table if not exists " + TABLE
                    + " (id bigint not null, hashes bytea not null) on commit delete rows",
            "create temp table if not exists " + KEPT
                    + " (number integer not null, rows bytea not null) on commit delete rows",
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
        CopyBuffer values = new CopyBuffer(waiting.stream()
                .mapToInt(rows -> rows.rows().length() + Long.BYTES + Long.BYTES)
                .sum());
        for (NamedRows rows : waiting) {
            values.row(2).int4(sent++).bytes(rows.rows());
        }
        Copy.in(connection, new NamedRows(KEPT, List.of("number", "rows"), values));
        waiting.clear();
    }

    /** Makes rows of those that were sent. */
    void spread() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select rows from " + KEPT + " where number = ?")) {
            for (int number = 0; number < sent; number++) {
                query.setInt(1, number);
                byte[] rows;
                try (ResultSet result = query.executeQuery()) {
                    result.next();
                    rows = result.getBytes(1);
                }
                try (CopyInto copy = Copy.into(connection, TABLE, COLUMNS)) {
                    copy.write(rows);
                    copy.end();
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from " + KEPT);
        }
        sent = 0;
    }
}
