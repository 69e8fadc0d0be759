package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;

/** Where an item is found whose table came again since. */
class EditionOfAnItemTest {

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path base;

    private Installation here;

    @BeforeEach
    void install() throws IOException {
        here = new Installation(base, database);
        here.job("night", "sources:", "  - path: in", "formats: [csv]");
        here.arrives("t.csv", "CM17-1,1,2017-02-01,Walker,Upheld", "CM17-2,1,2017-02-02,Walker,Upheld");
        assertThat(here.uphold("run", "night").exit()).isZero();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private String explained(String version) {
        return here.uphold(
                        "explain",
                        base.resolve("reports/night/all").resolve(version).toString(),
                        "uphold_by_service_category",
                        "DMEPOS")
                .out();
    }

    @Test
    void a_line_of_the_edition_that_stands_there_is_named_as_it_is() {
        assertThat(explained("v1"))
                .contains("CM17-2 (ca-dwc)", "in/t.csv, loaded by run")
                .doesNotContain("as it was then");
    }

    @Test
    void a_line_of_an_earlier_edition_is_said_to_be_of_that() throws IOException {
        here.arrives(
                "t.csv",
                "CM17-3,1,2017-02-03,Walker,Upheld",
                "CM17-1,1,2017-02-01,Walker,Overturned",
                "CM17-2,1,2017-02-02,Walker,Upheld");
        assertThat(here.uphold("run", "night").exit()).isZero();

        String lines = explained("v2");

        assertThat(lines.lines().filter(line -> line.startsWith("CM17-2")))
                .singleElement()
                .asString()
                .contains("in/t.csv as it was then, loaded by run");
        assertThat(lines.lines().filter(line -> line.startsWith("CM17-1") || line.startsWith("CM17-3")))
                .hasSize(2)
                .noneMatch(line -> line.contains("as it was then"));
    }
}
