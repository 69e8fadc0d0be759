package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;
import org.uphold.cli.Installation.Ended;

/** A package is up to date by what it shows itself: in another folder, or of another store, lies another one under the same name. */
class OneFolderTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.empty();
    private final TestDatabase other = TestDatabase.empty();

    @AfterEach
    void drop() {
        database.close();
        other.close();
    }

    private static Ended report(Installation here, Path out) {
        return here.uphold("report", "--all", "--out", out.toString(), "--format", "csv");
    }

    private static void load(Installation here, String file, String... rows) throws IOException {
        here.arrives(file, rows);
        assertThat(here.uphold("ingest", here.base().resolve("in").resolve(file).toString())
                        .exit())
                .isZero();
    }

    private static String latest(Path out) throws IOException {
        return Files.readSymbolicLink(out.resolve("ad-hoc/latest")).toString();
    }

    @Test
    void the_first_of_two_folders_is_out_of_date_when_a_letter_came_before_the_second_was_written() throws IOException {
        Installation here = new Installation(folder, database);
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        load(here, "1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD");
        assertThat(report(here, first).err()).contains("done");
        load(here, "2.csv", "A2,1,2017-01-11,Acupuncture 1x6,OVERTURNED");
        assertThat(report(here, second).err()).contains("done");

        assertThat(report(here, first).err()).doesNotContain("up to date").contains("of 2 determined items");
        assertThat(here.packages(first, "ad-hoc")).containsExactly("all/v1", "all/v2");
        assertThat(report(here, first).err()).contains("up to date");
        assertThat(report(here, second).err()).contains("up to date");
        assertThat(here.packages(second, "ad-hoc")).containsExactly("all/v1");
    }

    @Test
    void months_are_touched_in_the_folder_that_shows_less_than_the_store_holds() throws IOException {
        Installation here = new Installation(folder, database);
        here.at("2018-12-01T12:00:00Z");
        here.job("monthly", "sources:", "  - path: in", "window: touched", "formats: [csv]");
        here.arrives("1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD");
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        here.uphold("run", "monthly", "--out", first.toString());
        here.arrives("2.csv", "A2,1,2017-01-11,Acupuncture 1x6,OVERTURNED");
        here.uphold("run", "monthly", "--out", second.toString());
        here.uphold("run", "monthly", "--out", first.toString());
        assertThat(here.packages(first, "monthly"))
                .containsExactly("2017-01-01_2017-01-31/v1", "2017-01-01_2017-01-31/v2");
        assertThat(here.packages(second, "monthly")).containsExactly("2017-01-01_2017-01-31/v1");
    }

    @Test
    void two_stores_in_one_folder_are_told_apart_and_the_run_says_so() throws IOException {
        Installation here = new Installation(folder.resolve("a"), database);
        Installation there = new Installation(folder.resolve("b"), other);
        Path out = folder.resolve("out");
        load(here, "1.csv", "A1,1,2017-01-10,Acupuncture 1x6,UPHELD");
        load(there, "1.csv", "B1,1,2017-01-10,Acupuncture 1x6,UPHELD", "B2,1,2017-01-10,Acupuncture 1x6,UPHELD");
        assertThat(report(here, out).err()).doesNotContain("another store");
        Ended second = report(there, out);
        assertThat(second.exit()).isZero();
        assertThat(second.err()).contains("of 2 determined items").contains("packages of another store");
        assertThat(latest(out)).isEqualTo("all/v2");

        Ended again = report(here, out);
        assertThat(again.err())
                .contains("up to date; packages of another store")
                .contains("of 1 determined items");
        assertThat(latest(out)).isEqualTo("all/v1");
        assertThat(here.packages(out, "ad-hoc")).containsExactly("all/v1", "all/v2");

        // The run of the same number in the other store made another package.
        assertThat(there.uphold("diff", "1", "1", "--out", out.toString()).exit())
                .isNotZero();
    }
}
