package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.store.Letters.item;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.uphold.TestDatabase;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.determination.Determination;
import org.uphold.determination.Outcome;

/** How the server goes about comparing an edition with the one before. */
class EditionPlanTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final int CASES = 400;

    /** A step of a plan that reads the new edition, and how often it ran. */
    private static final Pattern READS = Pattern.compile("Scan on stage_determination[^\\n]*actual[^\\n]*loops=(\\d+)");

    private final Store store = Store.migrated(DATABASE.dataSource());
    private final long run =
            new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void the_new_edition_of_a_table_is_not_read_again_for_each_row_of_the_one_before() throws SQLException {
        new Letters(store)
                .loadTable(
                        run,
                        "table",
                        IntStream.range(0, CASES)
                                .mapToObj(i -> Letters.letter(
                                        "CM17-%07d".formatted(i),
                                        LocalDate.parse("2017-01-02"),
                                        item(1, "MRI of the lumbar spine", Outcome.UPHELD)))
                                .toArray(Determination[]::new));

        List<Integer> loops = new ArrayList<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            new Merging(connection, run, null).begin();
            statement.execute("""
                    insert into stage_file (file, system, name, said_at, is_table, edition, whole, path, old_said_at, again)
                    select 0, system, path, said_at, true, 'READ', false, id, said_at, false from uphold.source_path""");
            statement.execute("""
                    insert into stage_determination (seq, file, case_key, case_number, case_hash, content_hash, bucket,
                        specialties, specialties_as_printed, licensure, licensure_as_printed, form)
                    select row_number() over (order by id), 0, case_key, case_number, '', sha256(content_hash), 0,
                        '{}', '', '{}', '', ''
                    from uphold.determination""");
            for (String sql : Merge.ANALYZE) {
                statement.execute(sql);
            }
            try (ResultSet plan =
                    statement.executeQuery("explain (analyze, costs off, timing off) " + Stated.STATE_EDITIONS)) {
                while (plan.next()) {
                    Matcher reads = READS.matcher(plan.getString(1));
                    if (reads.find()) {
                        loops.add(Integer.valueOf(reads.group(1)));
                    }
                }
            }
            connection.rollback();
        }

        assertThat(loops).isNotEmpty().allMatch(times -> times <= 2);
    }
}
