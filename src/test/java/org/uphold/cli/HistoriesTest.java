package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.uphold.TestDatabase;
import org.uphold.cli.SourcesStory.Counts;

/** That a store which was fed night by night publishes the bytes of a fresh one that reads what the sources say at the end. */
class HistoriesTest {

    private static final int HISTORIES = Integer.getInteger("histories", 20);
    private static final int SIDE_BY_SIDE = Integer.getInteger("histories.side.by.side", 20);
    private static final long SEED = Long.getLong("histories.seed", 22);
    private static final boolean ALL_TABLES = Boolean.getBoolean("histories.all.tables");
    private static final int NIGHTS = 4;

    private static final List<String> DIALECTS = List.of(
            "dialects:",
            "  numbered:",
            "    columns: {case_number: Number, decision_date: When, service: What, outcome: How}",
            "    recognised_by: [[Number, When, What, How]]",
            "  rows:",
            "    key: row",
            "    columns: {decision_date: When, service: What, outcome: How}",
            "    recognised_by: [[Mark, When, What, How]]",
            ALL_TABLES ? "formats: [csv, sql, html, xlsx]" : "tables: [month]",
            ALL_TABLES ? "" : "formats: [csv, sql, html]",
            "gates: {max-withdrawn-rate: 1, max-reject-rate: 1, max-unknown-rate: 1}");

    @TempDir
    private Path base;

    static IntStream stories() {
        return IntStream.range(0, (HISTORIES + SIDE_BY_SIDE - 1) / SIDE_BY_SIDE);
    }

    private static void job(Installation here, List<String> sources) throws IOException {
        List<String> lines = new ArrayList<>(List.of("sources:"));
        lines.addAll(sources);
        lines.addAll(DIALECTS);
        here.job("night", lines.toArray(String[]::new));
    }

    private static String source(String path, String system) {
        return "  - {path: '" + path + "', system: " + system + (path.contains("/whole") ? ", edition: whole}" : "}");
    }

    private static void run(Installation here) {
        Installation.Ended ended = here.uphold("run", "night");
        assertThat(ended.exit()).as(ended.err()).isIn(0, 4);
    }

    /** Takes cases out, or puts them back; each a system, a blank and the number. */
    private static void byHand(Installation here, Set<String> cases, boolean out) {
        for (String system : SourcesStory.SYSTEMS) {
            List<String> words = new ArrayList<>(List.of("withdraw", "--system", system));
            words.addAll(out ? List.of("--reason", "entered twice") : List.of("--undo"));
            int before = words.size();
            cases.stream()
                    .filter(key -> key.startsWith(system + " "))
                    .forEach(key -> words.add(key.substring(system.length() + 1)));
            if (words.size() > before) {
                Installation.Ended ended = here.uphold(words.toArray(String[]::new));
                assertThat(ended.exit()).as(ended.err()).isZero();
            }
        }
    }

    @ParameterizedTest(name = "of the seed, and {0}")
    @MethodSource("stories")
    void the_newest_package_of_many_nights_is_that_of_a_fresh_store_byte_for_byte(int number) throws IOException {
        Random random = new Random(SEED * 1_000_003 + number);
        Path in = base.resolve("in");
        for (String system : SourcesStory.SYSTEMS) {
            for (String folder : List.of("part", "whole", "rows")) {
                Files.createDirectories(in.resolve(system).resolve(folder));
            }
        }
        List<SourcesStory> stories = new ArrayList<>();
        for (int i = 0; i < Math.min(SIDE_BY_SIDE, HISTORIES - number * SIDE_BY_SIDE); i++) {
            stories.add(new SourcesStory(in, "h" + i, new Random(random.nextLong())));
        }
        try (TestDatabase database = TestDatabase.empty();
                TestDatabase other = TestDatabase.empty()) {
            Installation nightly = new Installation(base, database);
            job(
                    nightly,
                    SourcesStory.SYSTEMS.stream()
                            .flatMap(system -> Stream.of("part", "whole", "rows")
                                    .map(folder -> source("in/" + system + "/" + folder, system)))
                            .toList());
            for (int night = 0; night < NIGHTS; night++) {
                for (SourcesStory story : stories) {
                    story.night();
                }
                run(nightly);
                Set<String> out = new TreeSet<>();
                Set<String> back = new TreeSet<>();
                for (SourcesStory story : stories) {
                    String key = story.byHand();
                    if (key != null) {
                        (story.out().contains(key) ? out : back).add(key);
                    }
                }
                byHand(nightly, out, true);
                byHand(nightly, back, false);
            }
            run(nightly);

            Installation fresh = new Installation(base.resolve("fresh"), other);
            fresh(fresh, stories, in, random);

            Map<String, byte[]> published = newest(base.resolve("reports/night/all"));
            assertSame(published, newest(base.resolve("fresh/reports/night/all")));
            Counts counts = stories.stream().map(SourcesStory::counts).reduce(new Counts(0, 0, 0), Counts::plus);
            CSVRecord summary = summary(newestFolder(base.resolve("reports/night/all")));
            assertThat(List.of(summary.get("cases"), summary.get("upheld"), summary.get("superseded_letters")))
                    .as("cases, upheld, lost")
                    .isEqualTo(Stream.of(counts.cases(), counts.upheld(), counts.lost())
                            .map(String::valueOf)
                            .toList());
            // The first package of a folder lists all of them, the next ones what has lost since.
            Path apart = base.resolve("apart");
            assertThat(nightly.uphold("report", "--all", "--out", apart.toString(), "--format", "csv")
                            .exit())
                    .isIn(0, 4);
            assertThat(Files.readAllLines(apart.resolve("ad-hoc/all/v1.statements.csv")))
                    .as("listed beside the package")
                    .hasSize(1 + counts.lost());
        }
    }

    /** What there is at the end, its files in any order, on one night or two. */
    private static void fresh(Installation fresh, List<SourcesStory> stories, Path in, Random random)
            throws IOException {
        List<Path> files = new ArrayList<>(
                stories.stream().flatMap(s -> s.files().stream()).toList());
        Collections.shuffle(files, random);
        List<String> sources = files.stream()
                .map(file ->
                        source(file.toString(), in.relativize(file).getName(0).toString()))
                .toList();
        if (random.nextBoolean()) {
            job(fresh, sources.subList(0, 1 + random.nextInt(sources.size())));
            run(fresh);
        }
        job(fresh, sources);
        run(fresh);
        Set<String> out = new TreeSet<>();
        stories.forEach(story -> out.addAll(story.outAndStated()));
        if (!out.isEmpty()) {
            byHand(fresh, out, true);
            run(fresh);
        }
    }

    private static Path newestFolder(Path window) throws IOException {
        try (Stream<Path> all = Files.list(window)) {
            return all.filter(path -> path.getFileName().toString().matches("v[0-9]+"))
                    .max(Comparator.comparingInt(path ->
                            Integer.parseInt(path.getFileName().toString().substring(1))))
                    .orElseThrow();
        }
    }

    private static CSVRecord summary(Path folder) throws IOException {
        try (CSVParser rows = CSVParser.parse(
                Files.readString(folder.resolve("summary.csv")),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return rows.getRecords().get(0);
        }
    }

    private static Map<String, byte[]> newest(Path window) throws IOException {
        Path folder = newestFolder(window);
        Map<String, byte[]> bytes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString();
                if (!name.equals("manifest.json")) {
                    bytes.put(name, Files.readAllBytes(path));
                }
            }
        }
        return bytes;
    }

    private static void assertSame(Map<String, byte[]> published, Map<String, byte[]> fresh) {
        assertThat(published.keySet()).isEqualTo(fresh.keySet()).contains("summary.csv");
        List<String> different = published.keySet().stream()
                .filter(name -> !Arrays.equals(published.get(name), fresh.get(name)))
                .toList();
        if (!different.isEmpty()) {
            String first = different.contains("summary.csv") ? "summary.csv" : different.get(0);
            assertThat(new String(published.get(first), StandardCharsets.UTF_8))
                    .as(different.toString())
                    .isEqualTo(new String(fresh.get(first), StandardCharsets.UTF_8));
        }
        assertThat(different).isEmpty();
    }
}
