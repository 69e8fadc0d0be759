package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.csv.Tables.HEADER;
import static org.uphold.csv.Tables.ITEMS;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.source.Input;
import org.uphold.source.Inputs;
import org.uphold.source.Limits;
import org.uphold.source.Reading;
import org.uphold.source.SourceFile;

class SlicesTest {

    @TempDir
    Path dir;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void a_file_cut_anywhere_gives_the_readings_of_the_whole(long seed) throws Exception {
        Random random = new Random(seed);
        String text = (random.nextBoolean() ? "\uFEFF" : "") + messy(random, 200 + random.nextInt(300));
        Path path = Files.writeString(dir.resolve("a.csv"), text);
        for (Dialect dialect : List.of(ITEMS, byRow())) {
            SourceFile file = file(path);
            TableReader reader = new TableReader(dialect, Limits.DEFAULT);
            List<Reading> whole = new ArrayList<>();
            reader.read(file, whole::add);
            for (int target : new int[] {1, 50, 777}) {
                List<Reading> parts = new ArrayList<>();
                List<Slice> slices = slices(file, dialect, target);
                for (Slice slice : slices) {
                    reader.read(file, slice, parts::add);
                }
                assertThat(Tables.shown(parts))
                        .as("seed %d, %d slices of %s", seed, slices.size(), dialect)
                        .isEqualTo(Tables.shown(whole));
            }
        }
    }

    @Test
    void a_case_that_goes_on_and_on_costs_no_memory_for_each_of_its_rows() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int row = 1; row <= 20_000; row++) {
            text.append("A,").append(row).append(",2017-01-01,one of many,Upheld\n");
        }
        Path path = Files.writeString(dir.resolve("a.csv"), text);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(slices(file(path), ITEMS, 1)).hasSize(1);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64 << 20);
    }

    @Test
    void a_large_file_is_cut_into_as_many_slices_as_asked() throws Exception {
        Path path = Files.writeString(dir.resolve("a.csv"), messy(new Random(5), 150_000));
        TableReader reader = new TableReader(ITEMS, Limits.DEFAULT);
        SourceFile file = file(path);

        List<Slice> slices = new ArrayList<>();
        reader.slices(file, 4, slices::add);

        assertThat(slices).hasSize(4);
        assertThat(slices.get(3).to()).isEqualTo(Long.MAX_VALUE);
        List<Reading> whole = new ArrayList<>();
        reader.read(file, whole::add);
        List<Reading> parts = new ArrayList<>();
        slices.forEach(slice -> reader.read(file, slice, parts::add));
        assertThat(parts.equals(whole)).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void any_bytes_at_all_are_read_without_an_exception(long seed) {
        Random random = new Random(seed);
        String alphabet = "A,1\"\n\r;2017-01-01Upheld \t\u00E9";
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int j = random.nextInt(300); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Tables.read(ITEMS, Tables.file(text.toString(), StandardCharsets.ISO_8859_1));
        }
    }

    private static List<Slice> slices(SourceFile file, Dialect dialect, int target) throws IOException {
        CsvLayout layout = CsvLayout.of(file, dialect).orElseThrow();
        try (var in = TextStreams.open(file, null)) {
            long mark = TextStreams.encoding(file, null).mark();
            List<Slice> slices = new ArrayList<>();
            TableSplitter splitter = new TableSplitter(dialect, layout, slices::add);
            splitter.cut(new ByteArrayInputStream(in.readAllBytes()), mark, target, Integer.MAX_VALUE);
            splitter.end();
            return slices;
        }
    }

    private static SourceFile file(Path path) throws Exception {
        try (Inputs inputs = Inputs.of(List.of(path.toString()), Limits.DEFAULT)) {
            return ((Input.Found) inputs.iterator().next()).file();
        }
    }

    private static Dialect byRow() {
        return Dialect.parse(
                "by-row", Map.of("key", "row", "columns", Map.of("service", "service", "outcome", "outcome")));
    }

    /** Cases of several rows, texts of several lines, and everything that can be wrong. */
    private static String messy(Random random, int rows) {
        StringBuilder text = new StringBuilder(HEADER);
        int number = 0;
        for (int i = 0; i < rows; i++) {
            if (random.nextInt(3) > 0) {
                number++;
            }
            String service = switch (random.nextInt(12)) {
                case 0 -> "\"two\nlines\"";
                case 1 -> "\"with \"\"quotes\"\", commas\"";
                case 2 -> random.nextInt(10) == 0 ? "\"never closed" : "fine";
                case 3 -> random.nextInt(10) == 0 ? "\"closed\" too soon" : "good";
                case 4 -> "\"1,2,3\nC9,1,2017-01-01\n\"";
                case 5 -> "caf\u00E9";
                default -> "plain";
            };
            text.append('C')
                    .append(number)
                    .append(',')
                    .append(random.nextInt(4))
                    .append(",2017-01-");
            text.append(10 + (random.nextInt(30) == 0 ? 50 : number % 9))
                    .append(',')
                    .append(service);
            text.append(random.nextInt(20) == 0 ? "" : random.nextInt(3) == 0 ? ",Overturned" : ",Upheld");
            text.append(random.nextInt(15) == 0 ? "\r\n\r\n" : "\n");
        }
        return text.toString();
    }
}
