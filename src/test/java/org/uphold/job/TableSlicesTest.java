package org.uphold.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.csv.Dialects;
import org.uphold.csv.Slice;
import org.uphold.csv.TableReader;
import org.uphold.source.Input;
import org.uphold.source.Inputs;
import org.uphold.source.Limits;
import org.uphold.source.SourceFile;

class TableSlicesTest {

    private final ExecutorService workers = Executors.newFixedThreadPool(1);

    @TempDir
    Path dir;

    private SourceFile file;
    private TableReader reader;

    @BeforeEach
    void table() throws Exception {
        StringBuilder table = new StringBuilder("case_number,item_number,decision_date,service,outcome\n");
        for (int i = 0; i < 2_000_000; i++) {
            table.append("CM17-").append(i).append(",1,2017-02-09,Norco 10/325mg,Upheld\n");
        }
        Path path = Files.writeString(dir.resolve("items.csv"), table);
        try (Inputs inputs = Inputs.of(List.of(path.toString()), Limits.DEFAULT)) {
            file = ((Input.Found) inputs.iterator().next()).file();
        }
        reader = new TableReader(Objects.requireNonNull(Dialects.builtIn().get("items-csv")), Limits.DEFAULT);
    }

    @AfterEach
    void shutDown() {
        workers.shutdownNow();
    }

    @Test
    void slices_found_before_and_after_somebody_takes_them_come_once_and_in_order() throws Exception {
        for (boolean before : new boolean[] {true, false}) {
            TableSlices slices = new TableSlices(reader, file, workers);
            ConcurrentLinkedQueue<Slice> taken = new ConcurrentLinkedQueue<>();
            if (before) {
                slices.start().get();
            }
            slices.handTo(taken::add);
            Future<?> search = slices.start();
            search.get();
            assertThat(slices.start()).isSameAs(search);
            assertThat(taken).extracting(Slice::index).containsExactly(0, 1, 2);
            assertThat(taken).last().extracting(Slice::to).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void slices_that_nobody_wants_are_not_looked_for_any_longer() {
        TableSlices slices = new TableSlices(reader, file, workers);
        slices.cancel();
        Future<?> search = slices.start();
        slices.cancel();
        assertThat(search.isCancelled() || search.isDone()).isTrue();
    }
}
