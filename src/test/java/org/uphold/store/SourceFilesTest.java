package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.uphold.TestDatabase;
import org.uphold.store.SourceFiles.Known;
import org.uphold.store.SourceFiles.Listing;

class SourceFilesTest {

    private static final int FILES = 3_000;

    private final TestDatabase database = TestDatabase.create();
    /** One connection, so that all it did is counted when it asks. */
    private final SingleConnectionDataSource connection;

    private final Store store;
    private final SourceFiles files;

    SourceFilesTest() throws SQLException {
        connection = new SingleConnectionDataSource(database.dataSource().getConnection(), true);
        store = Store.migrated(connection);
        files = new SourceFiles(store);
    }

    @BeforeEach
    void files() {
        store.dsl()
                .execute("insert into uphold.run (job, code_version, taxonomy_version, settings_hash)"
                        + " values ('test', '1', '1', '1')");
        add(0, 1);
    }

    @AfterEach
    void close() {
        connection.destroy();
        database.close();
    }

    @Test
    void a_listing_is_known_by_path_reading_size_and_time() {
        Listing known = listing(0);
        Listing read = new Listing(known.path(), "another", known.bytes(), known.modified());
        assertThat(files.byListing(List.of(known, listing(1), read))).containsExactly(Map.entry(known, file(0)));
        Listing longer = new Listing(known.path(), known.reading(), 2, known.modified());
        assertThat(files.byListing(List.of(longer))).isEmpty();
        Listing later =
                new Listing(known.path(), known.reading(), 1, known.modified().plusMillis(1));
        assertThat(files.byListing(List.of(later))).isEmpty();
    }

    @Test
    void content_is_known_by_hash_and_reading() {
        assertThat(files.byContent(Set.of(hash(0), hash(1)), "letter")).containsExactly(Map.entry(hash(0), file(0)));
        assertThat(files.byContent(hash(0), "table")).isNull();
    }

    @Test
    void right_after_many_files_came_a_bundle_is_looked_up_without_reading_all_of_them() {
        store.dsl().execute("analyze uphold.source_file, uphold.source_path");
        add(1, FILES);
        List<Listing> bundle = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            bundle.add(listing(i * 40));
        }
        long before = scans();
        assertThat(files.byListing(bundle)).hasSize(64);
        assertThat(files.byContent(Set.of(hash(5), hash(50), hash(500)), "letter"))
                .hasSize(3);
        assertThat(scans()).isEqualTo(before);
    }

    private void add(int from, int to) {
        DSLContext dsl = store.dsl();
        dsl.execute(
                "insert into uphold.source_file (sha256, reading, kind, bytes, name, run, accepted, rejected, unchanged)"
                        + " select lpad(n::text, 64, '0'), 'letter', 'letter', 1, '/letters/' || n, 1, 1, 0, 0"
                        + " from generate_series({0}, {1} - 1) n",
                from, to);
        dsl.execute(
                "insert into uphold.source_path (path, reading, system, bytes, modified_at, said_at, source_file)"
                        + " select name, reading, 'letter', bytes, t, t, id"
                        + " from (values (timestamptz '2026-01-02 03:04:05Z')) v (t), uphold.source_file"
                        + " where id > {0}",
                from);
    }

    /** Readings of a whole table so far. */
    private long scans() {
        store.dsl().fetch("select pg_stat_force_next_flush()");
        return store.dsl()
                .fetchSingle(
                        "select sum(seq_scan) from pg_stat_user_tables where relname in ('source_file', 'source_path')")
                .get(0, Long.class);
    }

    private static Listing listing(int n) {
        return new Listing("/letters/" + n, "letter", 1, Instant.parse("2026-01-02T03:04:05Z"));
    }

    private static Known file(int n) {
        return new Known(n + 1, hash(n), 1, 1, 0, 0, "letter", null);
    }

    private static String hash(int n) {
        return "0".repeat(64 - Integer.toString(n).length()) + n;
    }
}
