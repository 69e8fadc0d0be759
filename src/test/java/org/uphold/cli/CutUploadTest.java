package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;

/** Tables that were caught while somebody wrote them, and tables that only look like it. */
class CutUploadTest {

    private static final String HEADER = "item_number,decision_date,service,outcome,case_number\n";

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path base;

    private Installation here;

    @BeforeEach
    void install() throws IOException {
        here = new Installation(base, database);
        here.job("nightly", "sources:", "  - path: in", "window: all", "formats: [csv]");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void what_a_half_file_stated_is_gone_once_the_whole_one_is_there() throws Exception {
        StringBuilder whole = new StringBuilder(HEADER);
        for (int i = 1; i <= 10; i++) {
            whole.append(String.format(
                    "1,2017-02-%02d,Lumbar brace,%s,CM17-%07d%n", i, i % 2 == 1 ? "Upheld" : "Overturned", i));
        }
        String text = whole.toString().replace("\r\n", "\n");
        write(text.substring(0, text.indexOf("CM17-0000007") + "CM17-0000".length()));
        assertThat(rate()).isEqualTo("4 of 7");
        assertThat(here.select(
                        "select case_key from uphold.problem p join uphold.determination d on d.id = p.determination"
                                + " where p.code = 'CUT_ROW'"))
                .containsExactly("CM17-0000");

        write(text);
        assertThat(rate()).isEqualTo("5 of 10");
        assertThat(current()).hasSize(10).doesNotContain("CM17-0000");
    }

    @Test
    void a_whole_file_without_a_line_end_at_its_end_still_gives_its_last_row_also_when_another_comes_in_its_place()
            throws Exception {
        write(HEADER + "1,2017-02-01,Lumbar brace,Upheld,CM17-0000001\n1,2017-02-02,Lumbar brace,Upheld,CM17-0000002");
        assertThat(rate()).isEqualTo("2 of 2");
        write(HEADER + "1,2017-02-03,Lumbar brace,Overturned,CM17-0000003");
        assertThat(rate()).as("a part adds to what there is").isEqualTo("2 of 3");
        assertThat(current()).containsExactly("CM17-0000001", "CM17-0000002", "CM17-0000003");
    }

    private void write(String text) throws IOException {
        Files.writeString(base.resolve("in/rows.csv"), text);
    }

    private List<String> current() throws Exception {
        return here.select("select case_key from uphold.determination where superseded_at is null order by 1");
    }

    private String rate() {
        Installation.Ended ended = here.uphold("run", "nightly", "--json");
        assertThat(ended.exit()).as(ended.err()).isZero();
        return ended.json().path("upheld").asInt() + " of "
                + ended.json().path("determined").asInt();
    }
}
