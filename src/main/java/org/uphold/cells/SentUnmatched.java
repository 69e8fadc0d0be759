package org.uphold.cells;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.uphold.schema.Tables.ITEM;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyBuffer;
import org.uphold.copy.CopyInto;
import org.uphold.copy.CopyRows;
import org.uphold.copy.NamedRows;
import org.uphold.determination.PublishedWords;

/**
 * Counts, of items that are sent, the service texts that no rule matched, or none that is sure, by month: few as a rule. Where they are not, as of a table in
 * another language, they are given up, and {@link UnmatchedServices} reads them back.
 */
final class SentUnmatched {

    private static final long MOST_BYTES = 16L << 20;
    private static final int PER_TEXT = 100;
    private static final byte[] NO_RULE = PublishedWords.NO_RULE.getBytes(UTF_8);
    private static final byte[] WEAK = PublishedWords.WEAK.getBytes(UTF_8);
    private static final List<String> COLUMNS = List.of("bucket", "service", "weak", "items");
    private static final int PIECE = 1 << 16;

    private final Map<Integer, Map<Text, Long>> counts = new HashMap<>();
    private long bytes;
    private boolean givenUp;

    /** A service as printed, and whether a rule matched it that is not sure. */
    private record Text(String service, boolean weak) {}

    /** Reads items of one kind of rows. */
    final class Reader {

        private final CopyRows rows;
        private final int rule;
        private final int service;
        private final int disputed;

        Reader(NamedRows items, CopyRows rows) {
            this.rows = rows;
            this.rule = items.index(ITEM.SERVICE_RULE.getName());
            this.service = items.index(ITEM.SERVICE.getName());
            this.disputed = items.index(ITEM.DISPUTED_SERVICE.getName());
        }

        /** Counts the row that was read last, unless a rule matched it for sure. */
        void item(int bucket) {
            if (givenUp) {
                return;
            }
            boolean weak = endsWith(WEAK);
            if (weak || rows.length(rule) == NO_RULE.length && endsWith(NO_RULE)) {
                count(bucket, new Text(rows.text(rows.isNull(disputed) ? service : disputed), weak));
            }
        }

        private boolean endsWith(byte[] end) {
            int behind = rows.start(rule) + rows.length(rule);
            return rows.length(rule) >= end.length
                    && Arrays.equals(rows.bytes(), behind - end.length, behind, end, 0, end.length);
        }
    }

    private void count(int bucket, Text text) {
        Long before = counts.computeIfAbsent(bucket, b -> new HashMap<>()).merge(text, 1L, Long::sum);
        if (before == 1) {
            bytes += PER_TEXT + 2L * text.service().length();
            givenUp = bytes > MOST_BYTES;
        }
        if (givenUp) {
            counts.clear();
        }
    }

    /** Whether there were too many to count. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** Writes bucket, text and count of all into a table of the transaction, and answers its name. */
    String stage(DSLContext dsl) {
        dsl.execute(
                "create temporary table sent_unmatched (bucket integer, service text, weak boolean, items bigint) on commit drop");
        String table = "pg_temp.sent_unmatched";
        dsl.connection(connection -> {
            try (CopyInto copy = Copy.into(connection, table, COLUMNS)) {
                CopyBuffer rows = new CopyBuffer(PIECE);
                for (Map.Entry<Integer, Map<Text, Long>> bucket : counts.entrySet()) {
                    send(bucket.getKey(), bucket.getValue(), rows, copy);
                }
                copy.write(rows);
                copy.end();
            }
        });
        return table;
    }

    private static void send(int bucket, Map<Text, Long> texts, CopyBuffer rows, CopyInto copy) throws SQLException {
        for (Map.Entry<Text, Long> text : texts.entrySet()) {
            rows.row(COLUMNS.size())
                    .int4(bucket)
                    .text(text.getKey().service())
                    .bool(text.getKey().weak())
                    .int8(text.getValue());
            if (rows.length() > PIECE) {
                copy.write(rows);
                rows.clear();
            }
        }
    }
}
