package org.uphold.job.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
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
        for (int i = 0; i < 100_000; i++) {
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
            TableSlices slices = new TableSlices(reader, file, workers, 1 << 20);
            ConcurrentLinkedQueue<Slice> taken = new ConcurrentLinkedQueue<>();
            if (before) {
                slices.start().get();
            }
            slices.handTo(taken::add);
            Future<?> search = slices.start();
            search.get();
            assertThat(slices.start()).isSameAs(search);
            assertThat(taken).extracting(Slice::index).containsExactly(0, 1, 2, 3, 4);
            assertThat(taken).last().extracting(Slice::to).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void a_search_that_nobody_wants_ends_with_its_next_slice() throws Exception {
        TableSlices slices = new TableSlices(reader, file, workers, 1 << 20);
        List<Slice> taken = new ArrayList<>();
        slices.handTo(slice -> {
            taken.add(slice);
            slices.cancel();
        });
        Future<?> search = slices.start();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(search::get)
                .withCauseInstanceOf(CancellationException.class);
        assertThat(taken).hasSize(1);
    }

    @Test
    void slices_of_a_file_that_was_written_to_since_are_looked_for_again() throws Exception {
        TableSlices slices = new TableSlices(reader, file, workers, 1 << 20);
        assertThat(slices.current()).isSameAs(slices);
        Files.writeString(dir.resolve("items.csv"), "case_number,service,outcome\n");
        assertThat(slices.current()).isNotSameAs(slices);
    }
}
