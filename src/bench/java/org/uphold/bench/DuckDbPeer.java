package org.uphold.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A user who writes it in DuckDB, by its driver for Java.
 *
 * <pre>
 * DuckDbPeer load DATABASE PEERS OUT RULES CSV     an empty DATABASE is one in memory
 * DuckDbPeer report DATABASE PEERS OUT FROM TO     from the file that a load left
 * </pre>
 */
final class DuckDbPeer {

    private DuckDbPeer() {}

    public static void main(String[] args) throws IOException, SQLException {
        boolean load = args[0].equals("load");
        Path peers = Path.of(args[2]);
        String out = args[3];
        List<String> statements = new ArrayList<>();
        if (load) {
            String script = Files.readString(peers.resolve("duckdb/load.sql"))
                    .replaceAll("(?m)^ *--.*$", "")
                    .replace("${rules}", args[4])
                    .replace("${csv}", args[5])
                    .replace("${out}", out);
            statements.addAll(List.of(script.split(";\\s*\n")));
        }
        String where = load ? null : "where i.decided between date '" + args[4] + "' and date '" + args[5] + "'";
        statements.addAll(PeerSql.statements(false, peers, out, where));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[1]);
                Statement statement = connection.createStatement()) {
            boolean timed = System.getenv("BENCH_TIMES") != null;
            for (String sql : statements) {
                if (!sql.isBlank()) {
                    long start = System.nanoTime();
                    statement.execute(sql);
                    if (timed) {
                        System.err.printf("%6d ms %s%n", (System.nanoTime() - start) / 1_000_000, head(sql));
                    }
                }
            }
        }
    }

    private static String head(String sql) {
        String line = sql.strip().replace('\n', ' ');
        return line.substring(0, Math.min(60, line.length()));
    }
}
