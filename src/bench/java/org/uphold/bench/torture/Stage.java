package org.uphold.bench.torture;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.uphold.bench.ItemsCsvGenerator;

/** Sets the scene for each act, and finds out what an undisturbed run of it leaves. */
final class Stage {

    private static final String ALL = "torture";
    private static final String MONTHS = "months";
    private static final String LARGE = "large";
    private static final long ROWS = 90_000;
    /** More than the 8 MiB from which on a table goes straight to its place. */
    private static final long ROWS_OF_LARGE = 21_000;

    private static final int AGAIN = 50;
    /** Decisions of four months of 2017, and of eight of the year before. */
    private static final Pattern FIRST = Pattern.compile("[^,]*,[^,]*,2017-0[1-4]-.*");

    private static final Pattern BEFORE = Pattern.compile("[^,]*,[^,]*,2016-0[1-8]-.*");

    private final Scene scene;
    private final Path letters;

    Stage(Scene scene, Path letters) {
        this.scene = scene;
        this.letters = letters;
    }

    /**
     * The acts: a first night; a later one with corrected and late letters and other classification tables; one that publishes
     * each touched month; one of a large table into an empty store.
     */
    List<Act> acts() throws Exception {
        inbox();
        scene.server();
        scene.save("first night");
        scene.restore("first night");
        scene.server();
        scene.train(ALL).waitFor();
        List<Act> acts = new ArrayList<>();
        acts.add(act("first night", ALL));
        later();
        scene.save("later night");
        acts.add(act("later night", ALL));
        scene.restore("first night");
        scene.save("touched months");
        acts.add(act("touched months", MONTHS));
        scene.restore("first night");
        large();
        scene.save("large table");
        acts.add(act("large table", LARGE));
        return acts;
    }

    private void inbox() throws IOException {
        Path inbox = Files.createDirectories(scene.path("inbox"));
        try (Stream<Path> files = Files.list(letters)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                Files.copy(file, inbox.resolve(file.getFileName()));
            }
        }
        Path tables = Files.createDirectories(inbox.resolve("tables"));
        rows(tables.resolve("rows.csv"), 7, FIRST, false);
        Path jobs = Files.createDirectories(scene.path("jobs"));
        Files.writeString(
                jobs.resolve(ALL + ".yaml"),
                "description: Everything\nsettle: off\nsources:\n  - path: inbox\nwindow: all\n");
        Files.writeString(
                jobs.resolve(MONTHS + ".yaml"),
                "description: Touched months\nsettle: off\nsources:\n  - path: inbox/tables\nwindow: touched\n");
    }

    /** Rows of some months, so that there are many for each, or those of them that are said otherwise later. */
    private static void rows(Path file, long seed, Pattern months, boolean corrected) throws IOException {
        StringWriter all = new StringWriter();
        new ItemsCsvGenerator(seed, 0.001).write(all, ROWS);
        try (BufferedReader in = new BufferedReader(new StringReader(all.toString()));
                BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.append(in.readLine()).append('\n');
            int number = 0;
            for (String row = in.readLine(); row != null; row = in.readLine()) {
                if (!months.matcher(row).matches()) {
                    continue;
                }
                number++;
                if (!corrected) {
                    out.append(row).append('\n');
                } else if (number % 40 == 0) {
                    out.append(row.replace(",Upheld,", ",Overturned,")).append('\n');
                }
            }
        }
    }

    /** A table of its own, some of whose cases come again at its end. */
    private void large() throws IOException {
        StringWriter all = new StringWriter();
        new ItemsCsvGenerator(13, 0.001).write(all, ROWS_OF_LARGE);
        Path folder = Files.createDirectories(scene.path(LARGE));
        Files.writeString(
                folder.resolve("rows.csv"),
                all + all.toString().lines().skip(1).limit(AGAIN).collect(Collectors.joining("\n", "", "\n")));
        Files.writeString(
                scene.path("jobs").resolve(LARGE + ".yaml"),
                "description: A large table\nsettle: off\nsources:\n  - path: large\nwindow: all\n");
    }

    /** What came in the day after the first night. */
    private void later() throws Exception {
        Path inbox = scene.path("inbox");
        Path tables = inbox.resolve("tables");
        rows(tables.resolve("corrected.csv"), 7, FIRST, true);
        rows(tables.resolve("late.csv"), 11, BEFORE, false);
        try (Stream<Path> files = Files.list(inbox)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt"))
                    .sorted()
                    .limit(5)
                    .toList()) {
                // Not all of them are UTF-8; this charset gives every byte back.
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                Files.writeString(
                        file, text.replaceAll("(?i)MRI|physical therapy", "acupuncture"), StandardCharsets.ISO_8859_1);
            }
        }
        Files.writeString(scene.path("own.csv"), """
                id,kind,pattern,unless,priority,category,subcategory,example,counter_example
                own-drug,words,norco|hydrocodone,,99,Pharmaceuticals,Other Drugs,Norco 10/325mg,MRI of the lumbar spine
                """);
        Files.writeString(
                scene.path("jobs").resolve(ALL + ".yaml"), "taxonomy: [own.csv]\n", StandardOpenOption.APPEND);
    }

    private Act act(String state, String job) throws Exception {
        scene.restore(state);
        scene.server();
        long last = lastStep();
        long from = System.nanoTime();
        int code = scene.start(job).waitFor();
        long all = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
        if (code != 4) {
            throw new IllegalStateException(
                    state + ": the undisturbed run ended with " + code + ", see " + scene.said());
        }
        Map<Phase, Long> millis = new EnumMap<>(Phase.class);
        long steps = 0;
        for (Phase phase : List.of(Phase.INGEST, Phase.AGGREGATE, Phase.PUBLISH)) {
            long took = Long.parseLong(scene.ask(
                    "select (extract(epoch from end_time - start_time) * 1000)::bigint from batch.batch_step_execution"
                            + " where step_execution_id > " + last + " and step_name = '" + phase.step() + "'"));
            millis.put(phase, took);
            steps += took;
        }
        // Most of what is no step is before the first.
        millis.put(Phase.START, Math.max(100, (all - steps) * 3 / 4));
        millis.put(Phase.END, Math.max(50, (all - steps) / 4));
        return new Act(state, job, code, scene.files(), scene.store(), millis);
    }

    private long lastStep() throws Exception {
        return scene.ask("select to_regclass('batch.batch_step_execution')").equals("null")
                ? 0
                : Long.parseLong(
                        scene.ask("select coalesce(max(step_execution_id), 0) from batch.batch_step_execution"));
    }
}
