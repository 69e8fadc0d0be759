package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;

/** Kinds of input are letters, tables, and the name of any dialect, shipped or a job's own. */
class KindsTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.empty();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_source_is_of_the_kind_of_the_jobs_own_dialect_and_read_again_when_that_changes() throws IOException {
        Installation here = new Installation(folder, database);
        Files.writeString(folder.resolve("in/rulings.csv"), "File,Request,Result\nR-1,Acupuncture 1x6,no\n");

        job(here, "UPHELD");
        Installation.Ended upheld = here.uphold("run", "own", "--json");
        assertThat(upheld.exit()).as(upheld.out() + upheld.err()).isZero();
        assertThat(upheld.json().path("upheld").asInt()).isEqualTo(1);

        job(here, "OVERTURNED");
        Installation.Ended overturned = here.uphold("run", "own", "--json");
        assertThat(overturned.json().path("upheld").asInt())
                .as(overturned.out())
                .isZero();
    }

    private static void job(Installation here, String outcome) throws IOException {
        here.job(
                "own",
                "sources:",
                "  - path: in",
                "    kind: Rulings",
                "window: all",
                "formats: [csv]",
                "dialects:",
                "  Rulings:",
                "    columns: {case_number: File, service: Request, outcome: Result}",
                "    values: {outcome: {\"no\": " + outcome + "}}");
    }

    @Test
    void a_kind_that_nobody_knows_is_refused_with_those_there_are() throws IOException {
        Installation here = new Installation(folder, database);
        for (String command : new String[] {"ingest", "extract", "rates"}) {
            Installation.Ended ended = here.uphold(command, "--kind", "itms-csv", folder.toString());
            assertThat(ended.exit()).as(command).isEqualTo(2);
            assertThat(ended.err()).as(command).contains("--kind", "items-csv");
        }
    }
}
