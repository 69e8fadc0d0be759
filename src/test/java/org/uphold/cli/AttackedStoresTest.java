package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.TestDatabase;
import org.uphold.determination.DateRange;
import org.uphold.disclosure.Intruder;
import org.uphold.rates.PublishedTable;
import org.uphold.report.PackageReader;

/** Stores whose packages once gave people away: what their files say now, one by one and laid side by side. */
class AttackedStoresTest {

    private static final Path STORES = Path.of("../shared/data/disclosure");

    @TempDir
    private Path base;

    @BeforeAll
    static void the_stores_are_here() {
        assumeTrue(Files.isDirectory(STORES), STORES + " is not here");
    }

    /** Publishes windows under the profile one after the other; one that is not safe beside the others is refused. */
    private static List<Path> published(Installation here, Path out, List<String> windows) throws IOException {
        for (String window : windows) {
            List<String> words = new ArrayList<>(
                    List.of("report", "--disclosure", "cms11", "--format", "csv,html", "--out", out.toString()));
            words.addAll(List.of(window.split(" ", -1)));
            Installation.Ended ended = here.uphold(words.toArray(String[]::new));
            assertThat(ended.exit()).as(ended.err()).isIn(0, 5);
        }
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.walk(out, 3)) {
            return folders.filter(p -> p.getFileName().toString().matches("v[0-9]+"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    private static void demandNothingFollows(Installation here, List<Path> packages) {
        List<String> words = new ArrayList<>(List.of("verify"));
        packages.forEach(p -> words.add(p.toString()));
        Installation.Ended ended = here.uphold(words.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    }

    private static void ingest(Installation here, String file) {
        assertThat(here.uphold("ingest", STORES.resolve(file).toString()).exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "01, --month 2017-02 --by service_category",
        "02, --all --by specialty",
        "03, --all --by service_category"
    })
    void no_file_of_one_package_tells_of_few(String store, String window) throws IOException {
        try (TestDatabase database = TestDatabase.empty()) {
            Installation here = new Installation(base, database);
            ingest(here, store + "/items.csv");
            List<Path> packages = published(here, base.resolve("out"), List.of(window));
            assertThat(packages).hasSize(1);
            assertThat(Provenance.leaks(packages.get(0), base.resolve("again"))).isEmpty();
            demandNothingFollows(here, packages);
        }
    }

    @Test
    void months_their_quarter_and_a_day_more_do_not_tell_of_few_together() throws IOException {
        try (TestDatabase database = TestDatabase.empty()) {
            Installation here = new Installation(base, database);
            ingest(here, "05/items.csv");
            List<Path> packages = published(
                    here,
                    base.resolve("out"),
                    List.of(
                            "--month 2017-01 --by service_category",
                            "--month 2017-02 --by service_category",
                            "--month 2017-03 --by service_category",
                            "--quarter 2017-Q1 --by service_category",
                            "--from 2017-01-01 --to 2017-04-01 --by service_category"));
            assertThat(packages).hasSizeGreaterThan(1);
            demandNothingFollows(here, packages);
            assertThat(narrowed(here, packages)).isEmpty();
        }
    }

    /** Counts of few people that someone who has the packages and nothing else knows better than from 1 to 10. */
    private List<String> narrowed(Installation here, List<Path> packages) throws IOException {
        List<Intruder.Paper> papers = new ArrayList<>();
        PackageReader reader = new PackageReader();
        for (Path folder : packages) {
            DateRange window = reader.window(folder);
            papers.add(new Intruder.Paper(folder.toString(), window.from(), window.to(), reader.tables(folder)));
        }
        Map<String, List<PublishedTable>> truth = new HashMap<>();
        List<String> narrowed = new ArrayList<>();
        for (Intruder.Bound bound : Intruder.bounds(papers)) {
            List<PublishedTable> tables = truth.computeIfAbsent(
                    bound.from() + " " + bound.to(), days -> everything(here, bound.from(), bound.to()));
            if (bound.narrows(count(tables, bound))) {
                narrowed.add(bound.toString());
            }
        }
        return narrowed;
    }

    /** What there is in some days, nothing hidden. */
    private List<PublishedTable> everything(Installation here, LocalDate from, LocalDate to) {
        Path out = base.resolve("truth " + from + " " + to);
        Installation.Ended ended = here.uphold(
                "report",
                "--from",
                from.toString(),
                "--to",
                to.minusDays(1).toString(),
                "--by",
                "service_category",
                "--out",
                out.toString());
        assertThat(ended.exit()).as(ended.err()).isZero();
        try (Stream<Path> folders = Files.walk(out, 3)) {
            return new PackageReader()
                    .tables(folders.filter(p -> p.endsWith("v1")).findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(List<PublishedTable> tables, Intruder.Bound bound) {
        PublishedTable table = tables.stream()
                .filter(t -> t.name().equals(bound.table()))
                .findFirst()
                .orElseThrow();
        return table.rows().stream()
                .filter(row -> row.subList(0, bound.key().size()).equals(bound.key()))
                .map(row -> (Long) row.get(table.indexOf(bound.count())))
                .findFirst()
                .orElse(0L);
    }

    @Test
    void those_who_arrive_late_do_not_follow_from_two_folders() throws IOException {
        try (TestDatabase database = TestDatabase.empty()) {
            Installation here = new Installation(base, database);
            ingest(here, "11/items.csv");
            List<Path> packages = new ArrayList<>(published(here, base.resolve("a"), List.of("--month 2017-02")));
            ingest(here, "11/late.csv");
            packages.addAll(published(here, base.resolve("b"), List.of("--month 2017-02")));
            assertThat(packages).isNotEmpty();
            demandNothingFollows(here, packages);
            assertThat(fewMore(packages)).isEmpty();
        }
    }

    /** Counts of people that are shown twice and differ by few: those who came late. */
    private static List<String> fewMore(List<Path> packages) throws IOException {
        Map<String, Set<Long>> shown = new HashMap<>();
        for (Path folder : packages) {
            for (PublishedTable table : new PackageReader().tables(folder)) {
                for (String count : Intruder.PEOPLE) {
                    int column = table.indexOf(count);
                    for (List<@Nullable Object> row : column < 0 ? List.<List<@Nullable Object>>of() : table.rows()) {
                        if (row.get(column) instanceof Long value) {
                            StringBuilder name = new StringBuilder(table.name() + " " + count);
                            for (int i = 0; i < row.size(); i++) {
                                name.append(table.columns().get(i).key() ? " " + row.get(i) : "");
                            }
                            shown.computeIfAbsent(name.toString(), n -> new TreeSet<>())
                                    .add(value);
                        }
                    }
                }
            }
        }
        List<String> few = new ArrayList<>();
        shown.forEach((name, values) -> {
            for (long value : values) {
                if (values.stream().anyMatch(other -> other > value && other - value <= 10)) {
                    few.add(name);
                }
            }
        });
        return few;
    }
}
