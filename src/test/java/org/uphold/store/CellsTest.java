package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.schema.Tables.BUCKET_STATE;
import static org.uphold.schema.Tables.CELL;
import static org.uphold.schema.Tables.UNMATCHED_SERVICE;
import static org.uphold.store.Letters.item;
import static org.uphold.store.Letters.letter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.TestDatabase;
import org.uphold.cells.Aside;
import org.uphold.cells.Cells;
import org.uphold.cells.StoreTallies;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;

/** Sums that are kept by adding and taking out are those of counting anew. */
class CellsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final List<String> SERVICES = List.of(
            "Norco 10/325mg #90",
            "Therapy of a kind that nobody knows",
            "MRI of the lumbar spine",
            "Acupuncture 1x6",
            "Physical therapy 2x6",
            "Zorgle 5",
            "TENS unit");
    private static final List<String> GUIDELINES = List.of(
            "Decision based on MTUS Chronic Pain Medical Treatment 2016, and Low Back Complaints 2004.",
            "Decision based on MTUS Acupuncture Treatment 2007.",
            "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain (Chronic).",
            "The Expert Reviewer did not cite any medical evidence for its decision.");
    private static final List<List<String>> SPECIALTIES = List.of(
            List.of("Occupational Medicine"), List.of("Preventive Medicine", "Occupational Medicine"), List.of());

    private final Store store = Store.migrated(DATABASE.dataSource());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void cells_kept_over_nights_of_new_changed_and_late_letters_are_those_of_a_recount(long seed) throws SQLException {
        DSLContext dsl = store.dsl();
        clear(dsl);
        Random random = new Random(seed);
        Letters letters = new Letters(store);
        for (int night = 0; night < 4; night++) {
            long run =
                    new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");
            for (int bundle = 0; bundle < 2; bundle++) {
                letters.load(run, random(random, 12));
            }
            bringUpToDate();
        }
        List<String> kept = cells(dsl);
        dsl.execute("truncate uphold.cell, uphold.bucket_state, uphold.unmatched_service");
        dsl.execute(
                "insert into uphold.cell_change select id, 1 from uphold.determination where superseded_at is null");
        bringUpToDate();
        assertThat(kept).isEqualTo(cells(dsl)).isNotEmpty();
    }

    /** Edges of a few days, of most of a month, both at once, and within one month. */
    private static final List<DateRange> WINDOWS = List.of(
            DateRange.ALL,
            DateRange.inclusive(LocalDate.of(2017, 2, 1), LocalDate.of(2017, 3, 31)),
            DateRange.inclusive(LocalDate.of(2017, 1, 15), LocalDate.of(2017, 3, 10)),
            DateRange.inclusive(LocalDate.of(2017, 1, 5), LocalDate.of(2017, 3, 27)),
            DateRange.inclusive(LocalDate.of(2017, 1, 28), LocalDate.of(2017, 2, 20)),
            DateRange.inclusive(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 30)),
            DateRange.inclusive(LocalDate.of(2017, 2, 2), LocalDate.of(2017, 2, 28)),
            DateRange.inclusive(LocalDate.of(2017, 2, 3), LocalDate.of(2017, 2, 26)),
            DateRange.inclusive(LocalDate.of(2017, 2, 5), LocalDate.of(2017, 2, 12)));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void a_window_read_from_cells_and_edges_is_the_window_counted_from_letters(long seed) throws SQLException {
        DSLContext dsl = store.dsl();
        clear(dsl);
        Random random = new Random(seed);
        long run = new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");
        new Letters(store).load(run, random(random, 60));
        bringUpToDate();
        OffsetDateTime later = OffsetDateTime.now(ZoneOffset.UTC).plusYears(1);
        for (DateRange window : WINDOWS) {
            for (LocalDate openFrom : Arrays.asList(null, LocalDate.of(2017, 3, 1))) {
                WindowTallies fromCells = read(window, null, openFrom);
                WindowTallies fromLetters = read(window, later, openFrom);
                assertThat(sorted(fromCells))
                        .as("%s, open from %s", window, openFrom)
                        .isEqualTo(sorted(fromLetters));
                assertThat(fromCells.dispositions()).isEqualTo(fromLetters.dispositions());
                assertThat(fromCells.timeliness()).isEqualTo(fromLetters.timeliness());
                assertThat(fromCells.undated()).isEqualTo(fromLetters.undated());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void texts_that_no_rule_matched_are_listed_from_sums_and_edges_as_from_items(long seed) throws SQLException {
        DSLContext dsl = store.dsl();
        clear(dsl);
        Random random = new Random(seed);
        for (int night = 0; night < 3; night++) {
            long run =
                    new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");
            new Letters(store).load(run, random(random, 30));
            bringUpToDate();
        }
        for (DateRange window : WINDOWS) {
            String within = window.isUnbounded()
                    ? "true"
                    : "d.decided_from >= '" + window.from() + "' and d.decided_to < '" + window.to() + "'";
            for (String[] kind : new String[][] {{"service", "= 'none'"}, {"unsure service", "like '%~weak'"}}) {
                Long expected = dsl.fetchSingle(
                                "select count(*) from uphold.item i join uphold.determination d on d.id = i.determination"
                                        + " where i.service_rule " + kind[1] + " and d.superseded_at is null and "
                                        + within)
                        .get(0, Long.class);
                assertThat(new Evidence(dsl)
                                .unmapped(Basis.DECISION, window).stream()
                                        .filter(unmatched -> unmatched.kind().equals(kind[0]))
                                        .mapToLong(Evidence.Unmatched::count)
                                        .sum())
                        .as(kind[0] + " of " + window)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_letter_is_one_case_in_every_group_its_items_touch() throws SQLException {
        DSLContext dsl = store.dsl();
        clear(dsl);
        long run = new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");
        new Letters(store)
                .load(
                        run,
                        letter(
                                "CM17-1",
                                LocalDate.of(2017, 2, 3),
                                item(1, "Norco", Outcome.UPHELD),
                                item(2, "Tramadol 50mg", Outcome.OVERTURNED),
                                item(3, "MRI of the lumbar spine", Outcome.UNKNOWN)));
        bringUpToDate();
        WindowTallies window = read(DateRange.ALL, null, null);
        assertThat(window.overall()).isEqualTo(Tally.ofLetter(1, 1, 0, 1));
        List<Cell> categories = window.groups().get(Grouping.of(Dimension.SERVICE_CATEGORY));
        assertThat(categories)
                .extracting(cell -> cell.key().get(0), Cell::tally)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Pharmaceuticals", Tally.ofLetter(1, 1, 0, 0)),
                        org.assertj.core.groups.Tuple.tuple("Diagnostic Testing", Tally.ofLetter(0, 0, 0, 1)));
    }

    private WindowTallies read(DateRange window, @Nullable OffsetDateTime asOf, @Nullable LocalDate openFrom)
            throws SQLException {
        try (Connection connection = store.begin()) {
            DSLContext dsl = Store.dsl(connection);
            return new StoreTallies(dsl, Aside.none(dsl), Basis.DECISION, window, asOf, openFrom)
                    .read(Grouping.STANDARD);
        }
    }

    private static List<String> sorted(WindowTallies window) {
        List<String> all = new ArrayList<>();
        all.add("overall " + window.overall());
        window.groups()
                .forEach((grouping, cells) -> cells.forEach(cell -> all.add(grouping.code() + " " + cell.key() + " "
                        + cell.tally() + " " + new java.util.TreeMap<>(cell.mix()))));
        window.concordance().forEach(cell -> all.add("concordance " + cell.key() + " " + cell.tally()));
        return all.stream().sorted().toList();
    }

    private void bringUpToDate() throws SQLException {
        try (Connection connection = store.begin()) {
            new Cells(Store.dsl(connection)).bringUpToDate();
            connection.commit();
        }
    }

    private static void clear(DSLContext dsl) {
        dsl.execute(
                "truncate uphold.withdrawal, uphold.determination, uphold.item, uphold.problem, uphold.rejection, uphold.source_path, uphold.source_file, uphold.run, uphold.cell, uphold.cell_change, uphold.bucket_state, uphold.unmatched_service cascade");
    }

    private static List<String> cells(DSLContext dsl) {
        List<String> all = new ArrayList<>(dsl.selectFrom(CELL)
                .orderBy(CELL.GROUPING, CELL.BUCKET, CELL.KEY)
                .fetch(CellsTest::text));
        all.addAll(dsl.selectFrom(BUCKET_STATE).orderBy(BUCKET_STATE.BUCKET).fetch(CellsTest::text));
        all.addAll(dsl.selectFrom(UNMATCHED_SERVICE)
                .orderBy(UNMATCHED_SERVICE.BUCKET, UNMATCHED_SERVICE.DIGEST)
                .fetch(CellsTest::text));
        return all;
    }

    private static String text(Record row) {
        return java.util.Arrays.deepToString(row.intoArray());
    }

    private static Determination[] random(Random random, int count) {
        Determination[] letters = new Determination[count];
        for (int i = 0; i < count; i++) {
            DisputedItem[] items = new DisputedItem[1 + random.nextInt(4)];
            for (int j = 0; j < items.length; j++) {
                items[j] = item(
                        j + 1,
                        SERVICES.get(random.nextInt(SERVICES.size())),
                        Outcome.values()[random.nextInt(6)],
                        random.nextInt(5) == 0 ? null : GUIDELINES.get(random.nextInt(GUIDELINES.size())));
            }
            LocalDate day = LocalDate.of(2017, 1, 1).plusDays(random.nextInt(100));
            PartialDate date = switch (random.nextInt(10)) {
                case 0 -> null;
                case 1 -> PartialDate.of(YearMonth.from(day));
                case 2 -> PartialDate.ofYear(day.getYear());
                default -> PartialDate.of(day);
            };
            letters[i] = Letters.dated(
                    "CM17-" + random.nextInt(40), date, SPECIALTIES.get(random.nextInt(SPECIALTIES.size())), items);
        }
        return letters;
    }
}
