package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.TestDatabase;

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
        }
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
        }
    }
}
