package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.store.Letters.item;
import static org.uphold.store.Letters.letter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.uphold.TestDatabase;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.determination.Outcome;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;

class EvidenceTest {

    private final TestDatabase database = TestDatabase.create();
    private final Store store = Store.migrated(database.dataSource());
    private final long run =
            new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void systems_are_those_of_files_that_gave_determinations() {
        Evidence evidence = new Evidence(store.dsl());
        assertThat(evidence.systems()).isEmpty();
        load("ny-dfs", "one", accepted("N-1"));
        load("ca-dwc", "two", accepted("C-1"));
        load("ca-dwc", "three", accepted("C-2"));
        load("tx-tdi", "four", rejected());
        load("aa-iro", "five", accepted("A-1"));
        assertThat(evidence.systems()).containsExactly("aa-iro", "ca-dwc", "ny-dfs");
    }

    @Test
    void a_system_whose_case_came_again_in_another_file_is_named_once() {
        load("ca-dwc", "one", accepted("C-1"));
        load("ca-dwc", "two", accepted("C-1"));
        assertThat(new Evidence(store.dsl()).systems()).containsExactly("ca-dwc");
    }

    private void load(String system, String name, Reading reading) {
        Determinations determinations = new Determinations(store);
        try (Load load = determinations.load(run)) {
            Encoder.Chunk chunk = determinations.encoder(Letters.CLASSIFIER).chunk();
            String hash = Sha256.of(name.getBytes(StandardCharsets.UTF_8));
            chunk.add(
                    load.file(new LoadedFile(hash, system + "/letter", system, "letter", 1, name, null, false)),
                    reading);
            load.add(chunk.done());
            load.commit();
        }
    }

    private static Reading accepted(String number) {
        return new Reading.Accepted(
                letter(number, LocalDate.of(2017, 2, 3), item(1, "Norco", Outcome.UPHELD)),
                "test",
                Place.line(1),
                Map.of(),
                List.of());
    }

    private static Reading rejected() {
        return new Reading.Rejected(
                new Problem(ProblemCode.BAD_DATE, "a date", Place.line(1)), Place.line(1), Sha256.NOTHING);
    }
}
