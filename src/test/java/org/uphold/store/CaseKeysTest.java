package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.store.Letters.item;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uphold.TestDatabase;
import org.uphold.cells.Cells;
import org.uphold.determination.Basis;
import org.uphold.determination.CaseKey;
import org.uphold.determination.DateRange;
import org.uphold.determination.Determination;
import org.uphold.determination.Outcome;

/** Stores that were keyed by case numbers as printed. */
class CaseKeysTest {

    private static final String CURRENT = "select case_key || ' ' || encode(content_hash, 'hex') || ' ' || decided_from"
            + " from uphold.determination where superseded_at is null";

    @Test
    void a_store_of_before_holds_after_its_migration_what_a_fresh_one_does_and_lists_what_it_brought_together()
            throws Exception {
        List<Determination> printed = List.of(
                letter("CM16-0900706", 3, Outcome.UPHELD),
                letter("CM16\u20110900706", 1, Outcome.UPHELD),
                letter("cm16\u20130900706", 7, Outcome.OVERTURNED),
                letter("CM16-0900707", 3, Outcome.UPHELD),
                letter("cm16-0900708", 3, Outcome.UPHELD),
                letter("\u0421M16-0900706", 4, Outcome.UPHELD),
                letter("CM16 - 0900709", 5, Outcome.UPHELD),
                letter("CM16- 0900709", 6, Outcome.OVERTURNED));
        try (TestDatabase old = TestDatabase.create();
                TestDatabase fresh = TestDatabase.create()) {
            Store before = Store.migrated(old.dataSource());
            load(before, printed);
            execute(before, "insert into uphold.store_fact values ('case_keys', 'as printed')");
            assertThat(strings(before, CURRENT)).hasSize(8);
            bringUpToDate(before);

            CaseKeys.fold(before);
            bringUpToDate(before);

            Store after = Store.migrated(fresh.dataSource());
            load(after, printed.stream().map(CaseKeysTest::folded).toList());
            bringUpToDate(after);
            assertThat(strings(before, CURRENT))
                    .hasSize(5)
                    .containsExactlyInAnyOrderElementsOf(strings(after, CURRENT));
            assertThat(strings(before, "select c::text from uphold.cell c"))
                    .containsExactlyInAnyOrderElementsOf(strings(after, "select c::text from uphold.cell c"));
            assertThat(strings(before, "select case_number from uphold.determination where case_key = 'CM16-0900706'"))
                    .as("history is kept, as printed")
                    .containsExactlyInAnyOrder("CM16-0900706", "CM16\u20110900706", "cm16\u20130900706");
            assertThat(strings(before, "select printed from uphold.case_key_folded where merged"))
                    .containsExactlyInAnyOrder(
                            "CM16\u20110900706", "cm16\u20130900706", "CM16 - 0900709", "CM16- 0900709");
            assertThat(strings(before, "select printed from uphold.case_key_folded where not merged"))
                    .containsExactly("cm16-0900708");
            assertThat(strings(before, "select message from uphold.run where job = 'migration'"))
                    .singleElement()
                    .asString()
                    .startsWith("4 of 5 keys");

            load(before, printed.stream().map(CaseKeysTest::folded).toList());
            assertThat(strings(before, "select count(*) from uphold.cell_change"))
                    .as("the same read again changes no figure")
                    .containsExactly("0");
            CaseKeys.fold(before);
            assertThat(strings(before, "select id from uphold.run where job = 'migration'"))
                    .hasSize(1);
        }
    }

    private static Determination letter(String number, int day, Outcome outcome) {
        return Letters.letter(number, LocalDate.of(2016, 12, day), item(1, "Lumbar brace", outcome));
    }

    private static Determination folded(Determination d) {
        return new Determination(
                CaseKey.of(String.valueOf(d.caseNumber())),
                d.caseNumber(),
                d.dates(),
                d.priority(),
                d.caseOutcomeAsPrinted(),
                d.reviewer(),
                d.attributes(),
                d.items());
    }

    private static void load(Store store, List<Determination> letters) {
        long run = new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");
        new Letters(store).load(run, letters.toArray(Determination[]::new));
    }

    private static void bringUpToDate(Store store) throws SQLException {
        try (Connection connection = store.begin()) {
            StoreLocks.lockStore(connection);
            new Cells(Store.dsl(connection)).bringUpToDate();
            connection.commit();
        }
    }

    private static List<String> strings(Store store, String sql) {
        List<String> values = new ArrayList<>();
        store.dsl().fetch(sql).forEach(row -> values.add(String.valueOf(row.get(0))));
        return values;
    }

    private static void execute(Store store, String sql) {
        store.dsl().execute(sql);
    }
}
