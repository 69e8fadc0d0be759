package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.STORE_CLOCK;
import static org.uphold.store.Letters.item;
import static org.uphold.store.Letters.letter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.uphold.TestDatabase;
import org.uphold.determination.Basis;
import org.uphold.determination.ContentHash;
import org.uphold.determination.DateRange;
import org.uphold.determination.Determination;
import org.uphold.determination.Outcome;
import org.uphold.source.Place;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;

/** What is seen was stamped before, what is not is stamped after. */
class StoreClockTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final Store store = Store.migrated(DATABASE.dataSource());
    private final long run =
            new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void a_load_that_began_before_a_reader_looked_and_ends_after_is_stamped_after() throws SQLException {
        new Letters(store).load(run, letter("CM17-1", day(1), item(1, "Norco", Outcome.UPHELD)));
        Determinations determinations = new Determinations(store);
        OffsetDateTime shown;
        try (Load load = determinations.load(run)) {
            Determination late = letter("CM17-2", day(2), item(1, "Norco", Outcome.UPHELD));
            String hash = Sha256.of(ContentHash.of(late));
            load.file(new LoadedFile(hash, "test", "ca-dwc", "letter", 1, hash, null, false));
            Encoder.Chunk chunk = determinations.encoder(Letters.CLASSIFIER).chunk();
            chunk.add(0, new Reading.Accepted(late, "test", Place.line(1), Map.of(), List.of()));
            load.add(chunk.done());
            try (Connection reader = store.begin()) {
                shown = StoreClock.shown(Store.dsl(reader));
            }
            load.commit();
        }
        assertThat(stamp("CM17-1")).isBeforeOrEqualTo(shown);
        assertThat(stamp("CM17-2")).isAfter(shown);
    }

    @Test
    void it_goes_on_though_the_machines_clock_is_set_back() {
        OffsetDateTime future = OffsetDateTime.parse("2199-01-01T00:00:00Z");
        store.dsl().update(STORE_CLOCK).set(STORE_CLOCK.CHANGED_AT, future).execute();
        new Letters(store).load(run, letter("CM17-3", day(3), item(1, "Norco", Outcome.UPHELD)));
        assertThat(stamp("CM17-3")).isAfter(future);
    }

    private OffsetDateTime stamp(String caseNumber) {
        return store.dsl()
                .fetchSingle(DETERMINATION, DETERMINATION.CASE_NUMBER.eq(caseNumber))
                .getLoadedAt();
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2017, 5, day);
    }
}
