package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.uphold.store.Letters.item;
import static org.uphold.store.Letters.letter;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.TestDatabase;
import org.uphold.cells.Cells;
import org.uphold.cells.SentSums;
import org.uphold.copy.NamedRows;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;

/** A table that goes straight to its place leaves what one leaves that is staged and merged. */
class FirstLoadTest {

    private static final List<String> SERVICES =
            List.of("Norco 10/325mg #90", "MRI of the lumbar spine", "Acupuncture 1x6", "Zorgle 5");

    private static final List<String> BLOCKS = List.of(
            "Decision based on MTUS Chronic Pain Medical Treatment 2016.",
            "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee.",
            "The Expert Reviewer used the same guideline.");

    private final TestDatabase straight = TestDatabase.create();
    private final TestDatabase staged = TestDatabase.create();

    @AfterEach
    void drop() {
        straight.close();
        staged.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void cases_in_pieces_again_and_contradicting_end_as_they_do_when_merged(long seed) throws SQLException {
        List<Reading> readings = readings(new Random(seed), 80);
        LoadCounts counts = first(straight, readings);
        assertThat(counts).isEqualTo(merged(staged, readings));
        assertThat(counts.rejected()).isPositive();
        assertThat(dump(straight)).isEqualTo(dump(staged)).isNotEmpty();
    }

    @Test
    void a_table_of_different_cases_is_not_staged_and_its_sums_are_kept() throws SQLException {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            readings.add(accepted(
                    letter(
                            "CM17-" + i,
                            i % 7 == 0 ? null : LocalDate.of(2017, 1, 1).plusDays(i),
                            item(1, SERVICES.get(i % 4), Outcome.values()[i % 4])),
                    i + 2));
        }
        List<String> indexes = indexes(straight);
        assertThat(first(straight, readings)).isEqualTo(new LoadCounts(50, 0, 0, 0, 50));
        merged(staged, readings);
        assertThat(dump(straight)).isEqualTo(dump(staged));
        assertThat(indexes(straight)).isEqualTo(indexes).isNotEmpty();
        assertThat(Store.migrated(straight.dataSource()).dsl().fetchValue("select count(*) from uphold.cell_change"))
                .isEqualTo(0L);
        assertThat(Store.migrated(straight.dataSource()).dsl().fetchValue("""
                        select array_agg(grouping || bucket || key::text order by ctid)
                            = array_agg(grouping || bucket || key::text order by grouping collate "C", bucket, key collate "C")
                        from uphold.cell"""))
                .as("neighbours in the index stand beside each other")
                .isEqualTo(true);
    }

    @Test
    void a_load_that_is_given_up_leaves_an_empty_store_with_its_indexes() throws SQLException {
        leavesNothing((store, load) -> {});
    }

    @Test
    void a_copy_that_the_server_gives_up_leaves_an_empty_store_with_its_indexes() throws SQLException {
        leavesNothing((store, load) -> {
            assertThat(store.dsl()
                            .fetchValue("select count(pg_cancel_backend(pid)) from pg_stat_activity"
                                    + " where datname = current_database() and query like 'copy uphold.item %'"))
                    .isEqualTo(1L);
            assertThatExceptionOfType(StoreException.class).isThrownBy(load::commit);
        });
    }

    private void leavesNothing(BiConsumer<Store, FirstLoad> end) throws SQLException {
        List<String> indexes = indexes(straight);
        List<String> before = dump(straight);
        Store store = Store.migrated(straight.dataSource());
        long run = run(store);
        Determinations determinations = new Determinations(store);
        try (Sums sums = new Sums(store);
                FirstLoad load = determinations.first(run, table(), sums).orElseThrow()) {
            Encoder.Chunk chunk =
                    determinations.encoder(Letters.CLASSIFIER, load).chunk();
            chunk.add(0, accepted(letter("CM17-1", LocalDate.of(2017, 2, 3), item(1, "Norco", Outcome.UPHELD)), 2));
            load.add(chunk.done());
            end.accept(store, load);
        }
        assertThat(dump(straight)).isEqualTo(before);
        assertThat(indexes(straight)).isEqualTo(indexes);
    }

    @Test
    void rows_that_wait_for_their_copy_are_sent_however_few_may_wait() throws SQLException {
        List<Reading> readings = readings(new Random(4), 60);
        for (int i = 0; i < 40; i++) {
            readings.add(rejected(200 + i));
        }
        assertThat(first(straight, readings, 1)).isEqualTo(merged(staged, readings));
        assertThat(dump(straight)).isEqualTo(dump(staged));
    }

    @Test
    void what_was_rejected_before_stays_beside_what_a_first_load_rejects() throws SQLException {
        List<String> indexes = indexes(straight);
        List<Reading> rejected = List.of(rejected(2), rejected(3));
        List<Reading> readings = readings(new Random(5), 30);
        for (TestDatabase database : List.of(straight, staged)) {
            merged(
                    database,
                    new LoadedFile(Sha256.NOTHING, "test", "ca-dwc", "items-csv", 1, "a.csv", null, true),
                    rejected);
        }
        LoadCounts counts = first(straight, readings);
        assertThat(counts).isEqualTo(merged(staged, readings));
        assertThat(dump(straight)).isEqualTo(dump(staged));
        assertThat(indexes(straight)).isEqualTo(indexes);
        assertThat(Store.migrated(straight.dataSource())
                        .dsl()
                        .fetchValue("select count(distinct id) from uphold.rejection"))
                .isEqualTo(2 + counts.rejected());
    }

    @Test
    void unmatched_services_too_many_to_count_while_they_are_sent_are_counted_all_the_same() throws SQLException {
        String long200k = "Zorgle " + "x".repeat(200_000);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            // Some cases come again, with another item.
            readings.add(accepted(
                    letter(
                            "CM17-" + i % 55,
                            LocalDate.of(2017, 1, 1).plusDays(i % 55),
                            item(1 + i / 55, long200k + i, Outcome.UPHELD)),
                    i + 2));
        }
        assertThat(first(straight, readings)).isEqualTo(merged(staged, readings));
        assertThat(dump(straight)).isEqualTo(dump(staged));
        assertThat(Store.migrated(straight.dataSource())
                        .dsl()
                        .fetchValue("select sum(items)::bigint from uphold.unmatched_service"))
                .isEqualTo(60L);
    }

    @Test
    void a_store_that_holds_something_or_is_being_read_is_left_to_other_loads() throws SQLException {
        Store store = Store.migrated(straight.dataSource());
        long run = run(store);
        Determinations determinations = new Determinations(store);
        try (Sums sums = new Sums(store)) {
            try (Connection reader = store.begin()) {
                Store.dsl(reader).fetch("select count(*) from uphold.determination");
                assertThat(determinations.first(run, table(), sums)).isEmpty();
            }
            try (Connection reader = store.begin()) {
                Store.dsl(reader).fetch("select count(*) from uphold.rejection");
                assertThat(determinations.first(run, table(), sums)).isEmpty();
            }
            new Letters(store).load(run, letter("CM17-1", null, item(1, "Norco", Outcome.UPHELD)));
            assertThat(determinations.first(run, table(), sums)).isEmpty();
        }
    }

    private static LoadCounts first(TestDatabase database, List<Reading> readings) throws SQLException {
        return first(database, readings, FirstCopies.MOST_WAITING);
    }

    private static LoadCounts first(TestDatabase database, List<Reading> readings, int mostWaiting)
            throws SQLException {
        Store store = Store.migrated(database.dataSource());
        long run = run(store);
        Determinations determinations = new Determinations(store);
        LoadCounts counts;
        try (Sums sums = new Sums(store);
                FirstLoad load = FirstLoad.begin(store.begin(), run, table(), sums, mostWaiting)
                        .orElseThrow()) {
            Encoder encoder = determinations.encoder(Letters.CLASSIFIER, load);
            for (int from = 0; from < readings.size(); from += 17) {
                Encoder.Chunk chunk = encoder.chunk();
                readings.subList(from, Math.min(readings.size(), from + 17)).forEach(r -> chunk.add(0, r));
                load.add(chunk.done());
            }
            counts = load.commit();
        }
        bringUpToDate(store);
        return counts;
    }

    private static LoadCounts merged(TestDatabase database, List<Reading> readings) throws SQLException {
        return merged(database, table(), readings);
    }

    private static LoadCounts merged(TestDatabase database, LoadedFile file, List<Reading> readings)
            throws SQLException {
        Store store = Store.migrated(database.dataSource());
        long run = run(store);
        Determinations determinations = new Determinations(store);
        LoadCounts counts;
        try (Load load = determinations.load(run)) {
            load.file(file);
            Encoder.Chunk chunk = determinations.encoder(Letters.CLASSIFIER).chunk();
            readings.forEach(r -> chunk.add(0, r));
            load.add(chunk.done());
            counts = load.commit();
        }
        bringUpToDate(store);
        return counts;
    }

    private static void bringUpToDate(Store store) throws SQLException {
        try (Connection connection = store.begin()) {
            new Cells(Store.dsl(connection)).bringUpToDate();
            connection.commit();
        }
    }

    private static long run(Store store) {
        return new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");
    }

    private static LoadedFile table() {
        return new LoadedFile(
                Sha256.of("table".getBytes(StandardCharsets.UTF_8)),
                "test",
                "ca-dwc",
                "items-csv",
                1,
                "table.csv",
                null,
                true);
    }

    private record Sums(Connection words, SentSums sums) implements FirstRows, AutoCloseable {

        private Sums(Store store) {
            this(store.begin());
        }

        private Sums(Connection words) {
            this(words, new SentSums(Store.dsl(words)));
        }

        @Override
        public void came(NamedRows determinations, NamedRows items) {
            sums.add(determinations, items);
        }

        @Override
        public void ended() {
            sums.order();
        }

        @Override
        public void went(Connection connection, String ids) {
            sums.takeOut(Store.dsl(connection), ids);
        }

        @Override
        public void complete(Connection connection) {
            sums.write(Store.dsl(connection));
        }

        @Override
        public void close() throws SQLException {
            words.close();
        }
    }

    private static Reading rejected(long line) {
        return new Reading.Rejected(
                new Problem(ProblemCode.BAD_DATE, "a date", Place.line(line)), Place.line(line), Sha256.NOTHING);
    }

    private static Reading accepted(Determination letter, long line) {
        return new Reading.Accepted(
                letter,
                "test",
                Place.line(line),
                Map.of(),
                line % 5 == 0 ? List.of(new Problem(ProblemCode.UNDATED, "something", Place.line(line))) : List.of());
    }

    /** Some cases in pieces, some of them saying one thing here and another there, some twice. */
    private static List<Reading> readings(Random random, int count) {
        List<Reading> readings = new ArrayList<>();
        for (int line = 2; line < count + 2; line++) {
            int number = random.nextInt(60);
            Outcome outcome = random.nextInt(20) == 0 ? Outcome.OVERTURNED : Outcome.values()[number % 4];
            LocalDate date = LocalDate.of(2017, 1, 1).plusDays(number + (random.nextInt(20) == 0 ? 1 : 0));
            DisputedItem[] items = new DisputedItem[1 + random.nextInt(3)];
            int first = 1 + random.nextInt(3);
            for (int i = 0; i < items.length; i++) {
                items[i] = item(first + i, SERVICES.get((number + first + i) % 4), outcome, BLOCKS.get(number % 3));
            }
            List<String> specialties = List.of(number % 2 == 0 ? "Pain Medicine" : "Family Practice", "Anesthesiology");
            readings.add(
                    random.nextInt(15) == 0
                            ? rejected(line)
                            : accepted(
                                    letter("CM17-" + number, number % 9 == 0 ? null : date, specialties, items), line));
        }
        return readings;
    }

    private static List<String> indexes(TestDatabase database) {
        return Store.migrated(database.dataSource())
                .dsl()
                .fetch("select indexdef from pg_indexes where schemaname = 'uphold' order by indexname")
                .map(row -> String.valueOf(row.get(0)));
    }

    /** Everything but the times, and texts in place of their numbers. */
    private static List<String> dump(TestDatabase database) {
        DSLContext dsl = Store.migrated(database.dataSource()).dsl();
        List<String> rows = new ArrayList<>();
        for (String query : List.of(
                "select (to_jsonb(d) - 'loaded_at' - 'superseded_at' - '{specialties_as_printed,licensure_as_printed}'::text[])::text,"
                        + " d.superseded_at is null, s.text, l.text from uphold.determination d"
                        + " join uphold.printed s on s.id = d.specialties_as_printed"
                        + " join uphold.printed l on l.id = d.licensure_as_printed order by d.id",
                "select (to_jsonb(i) - '{claims_administrator_guideline,reviewer_guideline}'::text[])::text, c.text, r.text"
                        + " from uphold.item i left join uphold.printed c on c.id = i.claims_administrator_guideline"
                        + " left join uphold.printed r on r.id = i.reviewer_guideline order by determination, number",
                "select text from uphold.printed order by text collate \"C\"",
                "select (to_jsonb(p))::text from uphold.problem p order by determination, line, code",
                "select (to_jsonb(r) - 'id')::text from uphold.rejection r order by line, code, record_sha256",
                "select (to_jsonb(f) - 'loaded_at')::text from uphold.source_file f order by id",
                "select (to_jsonb(c))::text from uphold.cell c order by grouping, bucket, key",
                "select (to_jsonb(s))::text from uphold.bucket_state s order by bucket",
                "select (to_jsonb(u))::text from uphold.unmatched_service u order by bucket, digest")) {
            dsl.fetch(query).forEach(row -> rows.add(Arrays.toString(row.intoArray())));
        }
        return rows;
    }
}
