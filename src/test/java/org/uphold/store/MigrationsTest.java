package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uphold.TestDatabase;

/** Whether Flyway may be left out. */
class MigrationsTest {

    private final TestDatabase home = TestDatabase.empty();
    private final DataSource database = home.dataSource();

    @BeforeEach
    void migrate() {
        Store.open(database);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void a_migrated_store_needs_no_flyway() throws SQLException {
        assertThat(applied()).isTrue();
    }

    @Test
    void an_empty_database_needs_it() throws SQLException {
        change("drop schema uphold cascade");
        assertThat(applied()).isFalse();
    }

    @Test
    void a_script_that_is_missing_changed_failed_or_unknown_needs_it() throws SQLException {
        change("update uphold.flyway_schema_history set checksum = checksum + 1 where version = '3'");
        assertThat(applied()).isFalse();
        change("update uphold.flyway_schema_history set checksum = checksum - 1 where version = '3'");
        assertThat(applied()).isTrue();

        change("update uphold.flyway_schema_history set success = false where version = '2'");
        assertThat(applied()).isFalse();
        change("update uphold.flyway_schema_history set success = true where version = '2'");

        change("insert into uphold.flyway_schema_history select installed_rank + 100, '99', description, type,"
                + " 'V99__later.sql', checksum, installed_by, installed_on, execution_time, success"
                + " from uphold.flyway_schema_history where version = '1'");
        assertThat(applied()).isFalse();

        change("delete from uphold.flyway_schema_history where version in ('99', '1')");
        assertThat(applied()).isFalse();
    }

    @Test
    void what_a_store_of_before_printed_in_every_row_stands_once_and_reads_the_same() throws SQLException {
        change("drop schema uphold cascade");
        change("drop schema if exists batch cascade");
        migrate("6");
        change("insert into uphold.determination (id, system, case_key, content_hash, bucket, specialties,"
                + " specialties_as_printed, licensure, licensure_as_printed, form, source_file, run, loaded_at)"
                + " select n, 's', 'case ' || n, '', 0, '{}', case n when 1 then '{}' else '{Pain Medicine,Anesthesiology}'"
                + " end::text[], '{CA}', '{California}', 'f', 1, 1, now() from generate_series(1, 3) n");
        change("insert into uphold.item (determination, number, outcome, service_id, service, service_rule, adjunct,"
                + " claims_administrator_guideline, reviewer_guideline)"
                + " select n, 1, 'UPHELD', 1, 's', 'r', false, case when n > 1 then repeat('ODG ', 3000) end, 'MTUS'"
                + " from generate_series(1, 3) n");
        List<String> indexes = indexes();
        migrate("7");
        assertThat(indexes()).containsAll(indexes);

        Store.open(database);

        assertThat(query(
                        "select d.id, array_length(string_to_array(s.text, E'\\n'), 1), l.text from uphold.determination d"
                                + " join uphold.printed s on s.id = d.specialties_as_printed"
                                + " join uphold.printed l on l.id = d.licensure_as_printed order by 1"))
                .containsExactly("1|null|California", "2|2|California", "3|2|California");
        assertThat(query("select i.determination, length(c.text), r.text from uphold.item i"
                        + " left join uphold.printed c on c.id = i.claims_administrator_guideline"
                        + " join uphold.printed r on r.id = i.reviewer_guideline order by 1"))
                .containsExactly("1|null|MTUS", "2|12000|MTUS", "3|12000|MTUS");
        assertThat(query("select count(*) from uphold.printed")).containsExactly("5");
    }

    @Test
    void a_store_of_before_shows_the_same_and_reads_again_where_it_cannot_know_what_paths_say() throws SQLException {
        change("drop schema uphold cascade");
        change("drop schema if exists batch cascade");
        migrate("8");
        change(
                "insert into uphold.run (job, code_version, taxonomy_version, settings_hash) values ('j', '1', '1', '1')");
        change(
                "insert into uphold.source_file (sha256, reading, kind, bytes, name, run, accepted, rejected, unchanged)"
                        + " select repeat(n::text, 64), 'dwc/auto', kind, 1, name, 1, 1, 0, 0 from (values"
                        + " (1, 'items-csv', '/in/a.csv'), (2, 'items-csv', '/in/a.csv'), (3, 'letter', '/in/b.txt'),"
                        + " (4, 'letter', 'z.zip!/c.txt'), (5, 'table', 'reviews'), (6, 'unreadable', '/in/d.txt')) v (n, kind, name)");
        change("insert into uphold.source_path (path, reading, bytes, modified_at, source_file)"
                + " select path, 'dwc/auto', 1, timestamptz '2026-01-01 00:00:00Z', file from (values"
                + " ('/in/a.csv', 2), ('/in/b.txt', 3), ('/in/copy.txt', 3)) v (path, file)");
        // A: a date corrected backwards, which lost. B: a letter that lost against the archive's. C: of the table.
        change("insert into uphold.determination (id, system, case_key, content_hash, bucket, specialties,"
                + " specialties_as_printed, licensure, licensure_as_printed, form, source_file, run, loaded_at, superseded_at)"
                + " select n, 'dwc', key, n::text::bytea, 0, '{}', 1, '{}', 1, 'f', file, 1, now(),"
                + " case when lost then now() end from (values"
                + " (1, 'A', 1, false), (2, 'A', 2, true), (3, 'B', 3, true), (4, 'B', 4, false), (5, 'C', 5, false))"
                + " v (n, key, file, lost)");

        Store.open(database);

        assertThat(query("select d.id, p.path, d.superseded_at is null, d.replaced_at is null, d.lost_at is not null"
                        + " from uphold.determination d join uphold.source_path p on p.id = d.source_path order by 1"))
                .containsExactly(
                        "1|/in/a.csv|t|t|f",
                        "2|/in/a.csv|f|f|f",
                        "3|/in/b.txt|f|t|t",
                        "4|z.zip!/c.txt|t|t|f",
                        "5|reviews|t|t|f");
        assertThat(
                        query(
                                "select path, source_file, said_at > '9999-01-01' from uphold.source_path order by path collate \"C\""))
                .as("what was read twice under one name, or under another name, is read again")
                .containsExactly(
                        "/in/a.csv|null|f", "/in/b.txt|3|f", "/in/copy.txt|null|f", "reviews|5|t", "z.zip!/c.txt|4|f");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas("uphold", "batch")
                .defaultSchema("uphold")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private List<String> indexes() throws SQLException {
        return query("select indexdef from pg_indexes where schemaname = 'uphold' order by indexname");
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(String.join("|", row));
            }
            return all;
        }
    }

    private boolean applied() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Migrations.areApplied(connection);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
