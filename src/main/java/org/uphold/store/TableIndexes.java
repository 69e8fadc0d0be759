package org.uphold.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of some tables, taken away for a bulk load and made again at its end, as they were: sorting once costs less than
 * finding each row's place. Indexes of superseded rows only, into which a bulk load puts nothing, stay
 * where they are: to make one again the whole table would be read.
 *
 * @param indexes in the order in which they were found
 */
record TableIndexes(List<Index> indexes) {

    private static final String FIND = """
            select format('%%I.%%I', n.nspname, c.relname), format('%%I', i.relname), format('%%I.%%I', n.nspname, i.relname),
                pg_get_indexdef(i.oid), pg_get_constraintdef(k.oid), x.indisunique and x.indpred is not null
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class c on c.oid = x.indrelid
            join pg_namespace n on n.oid = c.relnamespace
            left join pg_constraint k on k.conindid = i.oid and k.conrelid = c.oid and k.contype in ('p', 'u', 'x')
            where c.oid = any (array[%s]::regclass[])
                and coalesce(pg_get_expr(x.indpred, x.indrelid), '') not like '%%superseded_at IS NOT NULL%%'
            order by 1, 2""";

    /**
     * One index.
     *
     * @param drop how it is taken away
     * @param create how it is made
     * @param partlyUnique whether some rows must differ in it
     */
    record Index(String drop, String create, boolean partlyUnique) {}

    /**
     * Of the tables.
     *
     * @param tables trusted names
     */
    static TableIndexes of(Connection connection, List<String> tables) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        String names = String.join(", ", tables.stream().map(t -> "'" + t + "'").toList());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FIND.formatted(names))) {
            while (rows.next()) {
                String constraint = rows.getString(5);
                indexes.add(
                        constraint == null
                                ? new Index("drop index " + rows.getString(3), rows.getString(4), rows.getBoolean(6))
                                : new Index(
                                        "alter table " + rows.getString(1) + " drop constraint " + rows.getString(2),
                                        "alter table " + rows.getString(1) + " add constraint " + rows.getString(2)
                                                + " " + constraint,
                                        false));
            }
        }
        return new TableIndexes(List.copyOf(indexes));
    }

    /** Makes those again in which some rows must differ, or the others. */
    void create(Connection connection, boolean partlyUnique) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Index index : indexes) {
                if (index.partlyUnique() == partlyUnique) {
                    statement.execute(index.create());
                }
            }
        }
    }

    void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Index index : indexes) {
                statement.execute(index.drop());
            }
        }
    }
}
