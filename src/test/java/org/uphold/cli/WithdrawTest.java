package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;

/** Cases that somebody takes out of the figures, and puts back. */
class WithdrawTest {

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path base;

    private Installation here;

    @BeforeEach
    void a_night() throws IOException {
        here = new Installation(base, database);
        here.job("nightly", "sources:", "  - path: in", "window: all", "formats: [csv]");
        here.arrives(
                "one.csv",
                "CM17-0000001,1,2017-02-01,Lumbar brace,Upheld",
                "CM17-0000002,1,2017-02-02,Lumbar brace,Overturned",
                "CM17-0000003,1,2017-03-03,Lumbar brace,Upheld");
        assertThat(rate()).isEqualTo("2 of 3");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void the_figures_change_by_exactly_them_and_diff_explain_reasons_and_log_book_know_it() throws IOException {
        Installation.Ended out = here.uphold("withdraw", "cm17–0000002", "--reason", "sealed by a court", "--json");
        assertThat(out.exit()).as(out.err()).isZero();
        assertThat(out.json().path("withdrawn").asInt()).isEqualTo(1);
        assertThat(rate()).isEqualTo("2 of 2");
        assertThat(here.reasons("nightly", "all/v2")).containsExactly("withdrawn");
        assertThat(here.uphold("show", "2").out()).contains("withdraw", "1 case taken out by hand");
        assertThat(here.uphold("runs").out()).doesNotContain("0000002");
        assertThat(here.uphold("diff", "1", "3").out())
                .contains("withdrawn")
                .contains("CM17-0000002")
                .contains("by hand: sealed by a court");
        assertThat(here.uphold("explain", package_(2), "summary").out())
                .contains("1 case of the store taken out by hand")
                .doesNotContain("CM17-0000002");
        assertThat(here.uphold("explain", package_(1), "summary").out())
                .as("as it was then")
                .contains("CM17-0000002")
                .doesNotContain("by hand");
        assertThat(here.uphold("withdraw", "--list").out())
                .contains("CM17-0000002", "sealed by a court", "1 case out of the figures");
    }

    @Test
    void they_stay_out_whatever_the_next_night_brings_and_come_back_as_they_are_by_then() throws IOException {
        here.uphold("withdraw", "CM17-0000002", "CM17-0000001", "--reason", "sealed");
        assertThat(rate()).isEqualTo("1 of 1");
        here.arrives(
                "two.csv",
                "CM17-0000001,1,2017-04-01,Lumbar brace,Overturned",
                "CM17-0000004,1,2017-04-04,Lumbar brace,Overturned");
        assertThat(rate()).isEqualTo("1 of 2");
        assertThat(here.uphold("withdraw", "CM17-0000001", "--undo").err()).contains("1 case put back");
        assertThat(rate()).as("with what was said meanwhile").isEqualTo("1 of 3");
        assertThat(here.uphold("diff", "4", "6").out()).contains("returned");
        assertThat(here.uphold("withdraw", "CM17-0000002", "CM17-0000001", "--undo")
                        .err())
                .contains("1 case put back, 1 that was not withdrawn; the next run publishes it");
        assertThat(rate()).isEqualTo("1 of 4");
        assertThat(here.uphold("withdraw", "--list").out()).contains("0 cases out of the figures");
    }

    @Test
    void what_is_so_already_is_said_and_nothing_is_published_for_it() {
        assertThat(here.uphold("withdraw", "CM17-0000001", "--undo").err())
                .contains("nothing was changed: the case is not withdrawn", "--list")
                .doesNotContain("the next run");
        here.uphold("withdraw", "CM17-0000001", "CM17-0000002", "--reason", "sealed");
        Installation.Ended again = here.uphold("withdraw", "CM17-0000001", "CM17-0000002", "--reason", "sealed");
        assertThat(again.exit()).isZero();
        assertThat(again.err())
                .contains("nothing was changed: the cases are withdrawn already")
                .doesNotContain("the next run");
    }

    @Test
    void back_and_forth_gives_the_bytes_of_before() throws Exception {
        List<String> sums = sums();
        here.uphold("withdraw", "CM17-0000003", "--reason", "sealed");
        assertThat(sums()).isNotEqualTo(sums);
        here.uphold("withdraw", "CM17-0000003", "--undo");
        assertThat(sums()).isEqualTo(sums);
        assertThat(rate()).isEqualTo("2 of 3");
    }

    @Test
    void a_case_that_nobody_states_is_told_and_nothing_is_changed() throws IOException {
        Installation.Ended out = here.uphold("withdraw", "CM17-0000001", "CM17-9", "--reason", "sealed");
        assertThat(out.exit()).isEqualTo(2);
        assertThat(out.err()).contains("nothing was changed", "CM17-9", "--system");
        assertThat(here.uphold("withdraw", "CM17-0000001", "--reason", "sealed", "--system", "ny-dfs")
                        .exit())
                .isEqualTo(2);
        assertThat(here.uphold("withdraw", "CM17-0000001").err()).contains("--reason TEXT is needed");
        assertThat(here.uphold("withdraw").err()).contains("which cases?");
        assertThat(rate()).isEqualTo("2 of 3");
    }

    private String package_(int vintage) {
        return base.resolve("reports/nightly/all/v" + vintage).toString();
    }

    private List<String> sums() throws Exception {
        return here.select("select c::text from uphold.cell c order by grouping, bucket, key");
    }

    private String rate() {
        Installation.Ended ended = here.uphold("run", "nightly", "--json");
        assertThat(ended.exit()).as(ended.err()).isZero();
        return ended.json().path("upheld").asInt() + " of "
                + ended.json().path("determined").asInt();
    }
}
