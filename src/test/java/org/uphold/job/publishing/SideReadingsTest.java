package org.uphold.job.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uphold.TestDatabase;
import org.uphold.store.Store;

class SideReadingsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String COUNT = "select count(*) from public.thing";

    private final Store store = Store.migrated(DATABASE.dataSource());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void one_thing() {
        store.dsl().execute("drop table if exists public.thing");
        store.dsl().execute("create table public.thing as select 1 as id");
    }

    @Test
    void all_see_the_state_that_the_caller_sees_whatever_is_committed_meanwhile() throws SQLException {
        try (Connection connection = SettledStore.open(store);
                SideReadings aside = new SideReadings(store, connection)) {
            store.dsl().execute("insert into public.thing values (2)");
            Supplier<Long> count = aside.read(dsl -> dsl.fetchOne(COUNT).get(0, Long.class));
            Supplier<Long> again = aside.read(dsl -> dsl.fetchOne(COUNT).get(0, Long.class));
            assertThat(count.get()).isEqualTo(1);
            assertThat(again.get()).isEqualTo(1);
        }
        assertThat(store.dsl().fetchOne(COUNT).get(0, Long.class)).isEqualTo(2);
    }

    @Test
    void they_go_on_at_the_same_time() throws SQLException {
        CountDownLatch both = new CountDownLatch(2);
        try (Connection connection = SettledStore.open(store);
                SideReadings aside = new SideReadings(store, connection)) {
            Supplier<Boolean> one = aside.read(dsl -> metOther(both));
            Supplier<Boolean> other = aside.read(dsl -> metOther(both));
            assertThat(one.get()).isTrue();
            assertThat(other.get()).isTrue();
        }
    }

    @Test
    void what_a_reading_throws_is_thrown_to_who_asks_for_its_result() throws SQLException {
        try (Connection connection = SettledStore.open(store);
                SideReadings aside = new SideReadings(store, connection)) {
            Supplier<Integer> failing = aside.read(dsl -> dsl.execute("select 1 / 0"));
            assertThatThrownBy(failing::get).hasMessageContaining("division by zero");
        }
    }

    @Test
    void what_needs_no_connection_is_worked_out_beside_too() throws SQLException {
        CountDownLatch both = new CountDownLatch(2);
        try (Connection connection = SettledStore.open(store);
                SideReadings aside = new SideReadings(store, connection)) {
            Supplier<Boolean> one = aside.compute(() -> metOther(both));
            Supplier<Boolean> other = aside.read(dsl -> metOther(both));
            Supplier<Boolean> failing = aside.compute(() -> {
                throw new IllegalArgumentException("not so");
            });
            assertThat(one.get()).isTrue();
            assertThat(other.get()).isTrue();
            assertThatThrownBy(failing::get).hasMessage("not so");
        }
    }

    @Test
    void it_is_closed_when_the_last_reading_is_over() throws SQLException {
        AtomicBoolean over = new AtomicBoolean();
        try (Connection connection = SettledStore.open(store);
                SideReadings aside = new SideReadings(store, connection)) {
            aside.read(dsl -> {
                dsl.execute("select count(*) from generate_series(1, 300000)");
                over.set(true);
                return true;
            });
        }
        assertThat(over).isTrue();
    }

    private static boolean metOther(CountDownLatch latch) {
        latch.countDown();
        try {
            return latch.await(30, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
