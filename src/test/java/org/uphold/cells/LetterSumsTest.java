package org.uphold.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.uphold.schema.Tables.DETERMINATION;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.TestDatabase;
import org.uphold.determination.Basis;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.CaseDates;
import org.uphold.determination.DateRange;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Priority;
import org.uphold.determination.Reviewer;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.WindowTallies.TimelinessMeasure;
import org.uphold.rates.sums.KeptGroupings;
import org.uphold.rates.sums.LetterSums;
import org.uphold.store.Letters;
import org.uphold.store.RunVersions;
import org.uphold.store.Runs;
import org.uphold.store.Store;

/** The sums that are kept in one pass over letters are those of the statements that are published. */
class LetterSumsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private static final List<String> SERVICES = List.of(
            "Norco 10/325mg #90",
            "Soma 350mg #60",
            "MRI of the lumbar spine",
            "Acupuncture 1x6",
            "Physical therapy 2x6",
            "Zorgle 5",
            "TENS unit");
    private static final List<String> BLOCKS = List.of(
            "Decision based on MTUS Chronic Pain Medical Treatment 2016, and Low Back Complaints 2004.",
            "Decision based on MTUS Acupuncture Treatment 2007.",
            "Decision based on MTUS Chronic Pain Medical Treatment 2016. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain (Chronic), and ACOEM Guidelines.",
            "The Expert Reviewer did not cite any medical evidence for its decision.",
            "Mumble.");
    private static final List<List<String>> SPECIALTIES = List.of(
            List.of("Occupational Medicine"),
            List.of("Preventive Medicine", "Occupational Medicine"),
            List.of("Pain Medicine", "Anesthesiology", "Occupational Medicine"),
            List.of());

    private final Store store = Store.migrated(DATABASE.dataSource());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void one_pass_over_letters_gives_what_the_statements_give_by_every_dimension_and_pair(long seed)
            throws SQLException {
        Random random = new Random(seed);
        Letters letters = new Letters(store);
        for (int load = 0; load < 3; load++) {
            long run =
                    new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");
            letters.load(run, random(random, 40));
        }
        try (Connection connection = store.begin()) {
            DSLContext dsl = Store.dsl(connection);
            StoredKeys keys = new StoredKeys(EnumSet.allOf(Dimension.class));
            Map<String, Select<? extends Record>> statements = new LinkedHashMap<>();
            statements.put(KeptGroupings.OVERALL, GroupSums.of(List.of(), signed()));
            for (Grouping grouping : everyDimensionAndPair()) {
                statements.put(grouping.code(), GroupSums.of(grouping.dimensions(), signed()));
            }
            statements.put(KeptGroupings.DISPOSITION, GroupSums.dispositions(signed()));
            List<String> names = new ArrayList<>(statements.keySet());
            names.add(KeptGroupings.DAYS);
            LetterSums sums = new LetterSums(names, keys);
            new ChangedLetters(dsl, keys).read(changes(), sums::add);

            Map<String, Map<String, String>> cells = cells(sums);
            statements.forEach(
                    (name, statement) -> assertThat(cells.get(name)).as(name).isEqualTo(rows(dsl, statement)));
            Map<String, String> everyMeasure = new TreeMap<>();
            for (TimelinessMeasure measure : TimelinessMeasure.values()) {
                everyMeasure.putAll(rows(dsl, GroupSums.days(measure, signed())));
            }
            assertThat(cells.get(KeptGroupings.DAYS)).isEqualTo(everyMeasure).isNotEmpty();
            assertThat(sums.states().isTaken()).isTrue();
        }
    }

    /** Those that are current came; of those that were superseded, some went. */
    private static Select<? extends Record> changes() {
        return select(
                        DETERMINATION.ID.as("id"),
                        org.jooq
                                .impl
                                .DSL
                                .when(DETERMINATION.SUPERSEDED_AT.isNull(), inline(1))
                                .otherwise(inline(-1))
                                .as("sign"))
                .from(DETERMINATION)
                .where(DETERMINATION
                        .SUPERSEDED_AT
                        .isNull()
                        .or(DETERMINATION.ID.mod(2L).eq(0L)));
    }

    private static Select<? extends Record> signed() {
        return LetterRows.signed(
                changes().asTable("change"),
                org.jooq.impl.DSL.field(org.jooq.impl.DSL.name("change", "id"), Long.class),
                org.jooq.impl.DSL.field(org.jooq.impl.DSL.name("change", "sign"), Integer.class));
    }

    private static List<Grouping> everyDimensionAndPair() {
        List<Grouping> all = new ArrayList<>();
        for (Dimension one : Dimension.values()) {
            all.add(Grouping.of(one));
            for (Dimension other : Dimension.values()) {
                if (one != other && java.util.Collections.disjoint(one.columns(), other.columns())) {
                    all.add(Grouping.of(one, other));
                }
            }
        }
        all.add(Grouping.of(Dimension.SERVICE_CATEGORY, Dimension.GUIDELINE_SOURCE, Dimension.SPECIALTY));
        return all;
    }

    private static Map<String, Map<String, String>> cells(LetterSums sums) {
        Map<String, Map<String, String>> cells = new TreeMap<>();
        sums.cells()
                .forEach(cell -> cells.computeIfAbsent(cell.grouping(), grouping -> new TreeMap<>())
                        .put(
                                cell.bucket() + " " + cell.key(),
                                Arrays.toString(cell.tally().sums())));
        return cells;
    }

    private static Map<String, String> rows(DSLContext dsl, @Nullable Select<? extends Record> statement) {
        Map<String, String> rows = new TreeMap<>();
        for (Record row : dsl.fetch(java.util.Objects.requireNonNull(statement))) {
            long[] sums = new long[GroupSums.SUMS.size()];
            for (int i = 0; i < sums.length; i++) {
                Field<Long> sum = GroupSums.SUMS.get(i);
                sums[i] = row.get(sum.getName(), Long.class);
            }
            if (Arrays.stream(sums).anyMatch(sum -> sum != 0)) {
                rows.put(
                        row.get(GroupSums.BUCKET) + " " + Arrays.asList(row.get(GroupSums.KEY)), Arrays.toString(sums));
            }
        }
        return rows;
    }

    private static Determination[] random(Random random, int count) {
        Determination[] letters = new Determination[count];
        for (int i = 0; i < count; i++) {
            List<DisputedItem> items = new ArrayList<>();
            int size = 1 + random.nextInt(5);
            boolean drugs = random.nextInt(3) == 0;
            for (int number = 1; number <= size; number++) {
                String service = SERVICES.get(random.nextInt(drugs ? 2 : SERVICES.size()));
                items.add(new DisputedItem(
                        number,
                        service,
                        service,
                        random.nextInt(4) == 0
                                ? Outcome.values()[random.nextInt(Outcome.values().length)]
                                : Outcome.values()[random.nextInt(2)],
                        block(random),
                        block(random),
                        null));
            }
            LocalDate decided = LocalDate.of(2017, 1, 1).plusDays(random.nextInt(100));
            String key = "CM17-" + random.nextInt(90);
            letters[i] = new Determination(
                    key,
                    key,
                    new CaseDates(
                            date(random, decided),
                            null,
                            null,
                            random.nextInt(4) == 0 ? null : decided.minusDays(10 + random.nextInt(9)),
                            random.nextInt(4) == 0 ? null : decided.minusDays(random.nextInt(9))),
                    random.nextBoolean() ? null : Priority.values()[random.nextInt(2)],
                    null,
                    new Reviewer(SPECIALTIES.get(random.nextInt(SPECIALTIES.size())), List.of("California")),
                    new CaseAttributes(
                            random.nextBoolean() ? null : "Insurer " + random.nextInt(3),
                            random.nextBoolean() ? null : "CA",
                            null,
                            null,
                            null),
                    items);
        }
        return letters;
    }

    private static @Nullable String block(Random random) {
        return random.nextInt(5) == 0 ? null : BLOCKS.get(random.nextInt(BLOCKS.size()));
    }

    private static @Nullable PartialDate date(Random random, LocalDate decided) {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> new PartialDate(decided.getYear(), null, null);
            case 2 -> new PartialDate(decided.getYear(), decided.getMonthValue(), null);
            default -> PartialDate.of(decided);
        };
    }
}
