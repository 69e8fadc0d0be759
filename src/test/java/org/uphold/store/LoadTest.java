package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.ITEM;
import static org.uphold.schema.Tables.PRINTED;
import static org.uphold.schema.Tables.REJECTION;
import static org.uphold.store.Letters.item;
import static org.uphold.store.Letters.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uphold.TestDatabase;
import org.uphold.determination.Basis;
import org.uphold.determination.ContentHash;
import org.uphold.determination.DateRange;
import org.uphold.determination.Determination;
import org.uphold.determination.Outcome;

/** What is current, what is history, what is refused. */
class LoadTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final LocalDate MAY = LocalDate.of(2017, 5, 10);
    private static final LocalDate JUNE = LocalDate.of(2017, 6, 10);

    private final Store store = Store.migrated(DATABASE.dataSource());
    private final DSLContext dsl = store.dsl();
    private Letters letters;
    private long run;
    private long nextRun;

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        dsl.execute(
                "truncate uphold.withdrawal, uphold.determination, uphold.item, uphold.problem, uphold.rejection, uphold.source_path, uphold.source_file, uphold.run, uphold.cell, uphold.cell_change, uphold.bucket_state, uphold.unmatched_service cascade");
        letters = new Letters(store);
        run = start();
        nextRun = start();
    }

    private long start() {
        return new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");
    }

    @Test
    void the_same_letter_again_changes_nothing() {
        Determination letter = letter("CM17-1", MAY, item(1, "Norco 10/325mg #90", Outcome.UPHELD));
        assertThat(letters.load(run, letter)).isEqualTo(new LoadCounts(1, 0, 0, 0, 1));
        assertThat(letters.load(nextRun, letter)).isEqualTo(new LoadCounts(0, 0, 1, 0, 0));
        assertThat(dsl.fetchCount(DETERMINATION)).isOne();
        assertThat(dsl.fetchCount(ITEM)).isOne();
    }

    @Test
    void a_later_decision_of_the_case_supersedes_the_earlier_which_is_kept() {
        letters.load(run, letter("CM17-1", MAY, item(1, "Norco", Outcome.UPHELD)));
        LoadCounts counts = letters.load(nextRun, letter("CM17-1", JUNE, item(1, "Norco", Outcome.OVERTURNED)));
        assertThat(counts.superseded()).isOne();
        assertThat(current()).containsExactly("CM17-1 OVERTURNED");
        var old = dsl.fetchSingle(DETERMINATION, DETERMINATION.SUPERSEDED_AT.isNotNull());
        assertThat(old.getSupersededBy())
                .isEqualTo(dsl.fetchSingle(DETERMINATION, DETERMINATION.SUPERSEDED_AT.isNull())
                        .getId());
    }

    @Test
    void an_earlier_decision_that_arrives_late_is_history_at_once() {
        letters.load(run, letter("CM17-1", JUNE, item(1, "Norco", Outcome.OVERTURNED)));
        LoadCounts counts = letters.load(nextRun, letter("CM17-1", MAY, item(1, "Norco", Outcome.UPHELD)));
        assertThat(counts).isEqualTo(new LoadCounts(1, 0, 0, 0, 1));
        assertThat(current()).containsExactly("CM17-1 OVERTURNED");
    }

    @Test
    void an_undated_letter_loses_against_a_dated_one_whichever_comes_first() {
        letters.load(run, letter("CM17-1", null, item(1, "Norco", Outcome.UPHELD)));
        letters.load(nextRun, letter("CM17-1", MAY, item(1, "Norco", Outcome.OVERTURNED)));
        letters.load(run, letter("CM17-2", MAY, item(1, "Norco", Outcome.OVERTURNED)));
        letters.load(nextRun, letter("CM17-2", null, item(1, "Norco", Outcome.UPHELD)));
        assertThat(current()).containsExactly("CM17-1 OVERTURNED", "CM17-2 OVERTURNED");
    }

    @Test
    void on_the_same_day_the_greater_path_wins_whichever_comes_first() {
        Determination a = letter("CM17-1", MAY, item(1, "Norco", Outcome.UPHELD));
        Determination b = letter("CM17-1", MAY, item(1, "Norco", Outcome.OVERTURNED));
        letters.loadTable(run, "b.csv", b);
        assertThat(letters.loadTable(nextRun, "a.csv", a)).isEqualTo(new LoadCounts(1, 0, 0, 0, 1));
        assertThat(current()).containsExactly("CM17-1 OVERTURNED");
    }

    @Test
    void within_a_run_neither_the_order_nor_the_bundle_decides() {
        Determination one = letter("CM17-1", MAY, item(1, "Norco", Outcome.UPHELD));
        Determination other = letter("CM17-1", MAY, item(1, "Norco", Outcome.OVERTURNED));
        letters.load(run, one, other);
        List<String> together = current();
        empty();
        letters.load(run, other, one);
        assertThat(current()).isEqualTo(together);
        empty();
        letters.load(run, one);
        letters.load(run, other);
        assertThat(current()).isEqualTo(together);
        empty();
        letters.load(run, other);
        letters.load(run, one);
        assertThat(current()).isEqualTo(together);
        assertThat(dsl.fetchCount(DETERMINATION)).isEqualTo(2);
    }

    @Test
    void rows_of_a_case_that_lie_apart_in_a_table_are_one_determination() {
        LoadCounts counts = letters.loadTable(
                run,
                "apart.csv",
                letter("CM17-1", MAY, item(2, "MRI lumbar spine", Outcome.UPHELD)),
                letter("CM17-2", MAY, item(1, "Norco", Outcome.UPHELD)),
                letter("CM17-1", MAY, item(1, "Norco", Outcome.OVERTURNED)),
                letter("CM17-1", MAY, item(2, "MRI lumbar spine", Outcome.UPHELD)));
        assertThat(counts).isEqualTo(new LoadCounts(2, 0, 0, 0, 3));
        Determination whole = letter(
                "CM17-1", MAY, item(1, "Norco", Outcome.OVERTURNED), item(2, "MRI lumbar spine", Outcome.UPHELD));
        assertThat(letters.load(nextRun, whole).unchanged())
                .as("put together, it has the content hash of a letter that says the same")
                .isOne();
    }

    @Test
    void a_table_that_says_all_of_its_cases_twice_has_each_once() {
        int cases = 3_000;
        Determination[] pieces = new Determination[2 * cases];
        for (int i = 0; i < cases; i++) {
            pieces[i] = letter("CM17-" + i, MAY, item(1, "Norco", Outcome.UPHELD), item(2, "Soma", Outcome.OVERTURNED));
            pieces[cases + i] = pieces[i];
        }
        assertThat(letters.loadTable(run, "twice", pieces)).isEqualTo(new LoadCounts(cases, 0, 0, 0, 2L * cases));
        byte[] once = ContentHash.of(pieces[0]);
        assertThat(dsl.fetchCount(
                        DETERMINATION, DETERMINATION.CASE_KEY.eq("CM17-0").and(DETERMINATION.CONTENT_HASH.eq(once))))
                .isEqualTo(1);
    }

    @Test
    void rows_of_a_case_that_contradict_each_other_are_rejected_together() {
        LoadCounts counts = letters.loadTable(
                run,
                "contradictory.csv",
                letter("CM17-1", MAY, item(1, "Norco", Outcome.UPHELD)),
                letter("CM17-2", MAY, item(1, "Norco", Outcome.UPHELD)),
                letter("CM17-1", JUNE, item(2, "Norco", Outcome.UPHELD)),
                letter("CM17-3", MAY, item(1, "Norco", Outcome.UPHELD)),
                letter("CM17-2", MAY, item(1, "Norco", Outcome.OVERTURNED)));
        assertThat(counts).isEqualTo(new LoadCounts(1, 4, 0, 0, 1));
        assertThat(current()).containsExactly("CM17-3 UPHELD");
        assertThat(dsl.select(REJECTION.LINE, REJECTION.CODE)
                        .from(REJECTION)
                        .orderBy(REJECTION.LINE)
                        .fetch(r -> r.value1() + " " + r.value2()))
                .containsExactly(
                        "2 CONTRADICTORY_CASE", "3 DUPLICATE_ITEM", "4 CONTRADICTORY_CASE", "6 DUPLICATE_ITEM");
    }

    @Test
    void two_letters_of_one_case_are_two_determinations_not_pieces_of_one() {
        letters.load(
                run,
                letter("CM17-1", MAY, item(1, "Norco", Outcome.UPHELD)),
                letter("CM17-1", JUNE, item(1, "Norco", Outcome.OVERTURNED)));
        assertThat(dsl.fetchCount(DETERMINATION)).isEqualTo(2);
        assertThat(current()).containsExactly("CM17-1 OVERTURNED");
    }

    @Test
    void a_load_that_is_not_committed_leaves_the_store_as_it_was() {
        try (Load load = new Determinations(store).load(run)) {
            load.file(new LoadedFile("0".repeat(64), "test", "ca-dwc", "letter", 1, "x", null, false));
        }
        assertThat(dsl.fetchCount(DETERMINATION)).isZero();
    }

    @Test
    void texts_survive_the_binary_format_whatever_they_hold() {
        String odd = "Naproxen 550 mg – “as needed”, ½ tablet, 日本, tab\there, quote \" and back\\slash, emoji 🙂";
        letters.load(run, letter("CM17-1", null, List.of(odd, "Pain Medicine"), item(1, odd, Outcome.UNKNOWN, null)));
        assertThat(dsl.fetchSingle(ITEM).getService()).isEqualTo(odd);
        int printed = dsl.fetchSingle(DETERMINATION).getSpecialtiesAsPrinted();
        assertThat(PrintedTexts.of(dsl, Set.of(printed)).list(printed)).containsExactly(odd, "Pain Medicine");
        assertThat(dsl.fetchSingle(DETERMINATION).getDecidedFrom()).isNull();
    }

    @Test
    void a_text_that_letters_share_stands_once_whichever_load_met_it_first() {
        String block = "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain.";
        letters.load(
                run,
                letter("CM17-1", MAY, item(1, "Norco", Outcome.UPHELD, block), item(2, "Soma", Outcome.UPHELD, block)),
                letter("CM17-2", MAY, item(1, "Norco", Outcome.UPHELD, null)));
        letters.load(nextRun, letter("CM17-3", JUNE, item(1, "Norco", Outcome.UPHELD, block)));
        assertThat(dsl.fetch("select t.text, count(*) from uphold.item i"
                        + " join uphold.printed t on t.id = i.reviewer_guideline group by t.id, t.text"))
                .extracting(r -> r.get(0, String.class), r -> r.get(1, Long.class))
                .containsExactly(tuple(block, 3L));
        assertThat(dsl.fetchCount(PRINTED, PRINTED.TEXT.eq(block))).isEqualTo(1);
        assertThat(dsl.fetchCount(ITEM, ITEM.REVIEWER_GUIDELINE.isNull())).isEqualTo(1);
    }

    @Test
    void no_two_lists_become_one_text() {
        letters.load(run, letter("CM17-1", MAY, List.of(), item(1, "Norco", Outcome.UPHELD)));
        int none = dsl.fetchSingle(DETERMINATION).getSpecialtiesAsPrinted();
        assertThat(PrintedTexts.of(dsl, Set.of(none)).list(none)).isEmpty();
        assertThat(PrintedTexts.join(List.of("Pain", "Medicine")))
                .isNotEqualTo(PrintedTexts.join(List.of("Pain Medicine")));
    }

    @Test
    void nothing_in_the_bulk_tables_dangles() {
        letters.load(
                run,
                letter("CM17-1", MAY, item(1, "Norco", Outcome.UPHELD)),
                letter("CM17-2", JUNE, item(1, "Acupuncture 1x6", Outcome.OVERTURNED)));
        letters.load(nextRun, letter("CM17-1", JUNE, item(1, "Norco", Outcome.OVERTURNED)));
        letters.loadTable(
                nextRun,
                "contradicting",
                letter("CM17-3", MAY, item(1, "Norco", Outcome.UPHELD)),
                letter("CM17-3", JUNE, item(2, "Norco", Outcome.UPHELD)));
        assertThat(dsl.fetchCount(REJECTION)).isPositive();
        assertThat(dsl.fetchOne("""
                                select (select count(*) from uphold.item i left join uphold.determination d on d.id = i.determination where d.id is null)
                                     + (select count(*) from uphold.item i left join uphold.service s on s.id = i.service_id where s.id is null)
                                     + (select count(*) from uphold.item i left join uphold.printed t on t.id = i.reviewer_guideline where t.id is null)
                                     + (select count(*) from uphold.item i left join uphold.printed t on t.id = i.claims_administrator_guideline where t.id is null)
                                     + (select count(*) from uphold.determination d left join uphold.printed t on t.id = d.specialties_as_printed where t.id is null)
                                     + (select count(*) from uphold.determination d left join uphold.printed t on t.id = d.licensure_as_printed where t.id is null)
                                     + (select count(*) from uphold.determination d left join uphold.source_file f on f.id = d.source_file where f.id is null)
                                     + (select count(*) from uphold.determination d left join uphold.run r on r.id = d.run where r.id is null)
                                     + (select count(*) from uphold.rejection j left join uphold.run r on r.id = j.run where r.id is null)
                                     + (select count(*) from uphold.rejection j left join uphold.source_file f on f.id = j.source_file where f.id is null)
                                     + (select count(*) from uphold.determination d left join uphold.determination b on b.id = d.superseded_by
                                        where d.superseded_by is not null and b.id is null)""")).extracting(r -> r.get(0, Long.class)).isEqualTo(0L);
    }

    private List<String> current() {
        return dsl.select(DETERMINATION.CASE_NUMBER, ITEM.OUTCOME)
                .from(DETERMINATION)
                .join(ITEM)
                .on(ITEM.DETERMINATION.eq(DETERMINATION.ID))
                .where(DETERMINATION.SUPERSEDED_AT.isNull())
                .orderBy(DETERMINATION.CASE_NUMBER, ITEM.NUMBER)
                .fetch(r -> r.value1() + " " + r.value2());
    }
}
