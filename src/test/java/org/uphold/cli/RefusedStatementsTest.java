package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uphold.TestDatabase;

/** Statements in sql/reports whose results may be in no package: the run ends, says where and what to do, and publishes nothing. */
class RefusedStatementsTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    private static Path base;

    private static Installation here;

    @BeforeAll
    static void a_case() throws IOException {
        here = new Installation(base, DATABASE);
        here.job("nightly", "description: every night", "sources:", "  - path: in", "window: all");
        here.arrives("first.csv", "A-1,1,2017-02-01,Norco 10/325mg,UPHELD");
        Files.createDirectories(base.resolve("sql/reports"));
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            odd     |               | select decided from letters                  | column decided is a date, and no exact date of a case may be in a package
            odd     |               | select array_agg(letter) as n from letters   | column n is of type _int8
            odd     |               | select case_number from determination        | line 3: relation "determination" does not exist
            odd     |               | select lettr from letters                    | line 3: column "lettr" does not exist
            odd     |               | with gone as (delete from pg_type returning 1) select 1 as one | cannot execute SELECT in a read-only transaction
            odd     |               | select lo_create(0)::text as number          | cannot execute lo_create() in a read-only transaction
            odd     |               | select count(*) as "Letters" from letters    | column 1 is named 'Letters'
            odd     |               | select letter, letter from letters           | column 2 is named 'letter'
            odd     |               | select n from generate_series(1, 200000) n   | gives more than 100000 rows
            odd     | -- Seconds: 1 | select pg_sleep(20)::text as nothing         | took longer than 1 seconds
            odd     | -- Key: two   | select 1 as one                              | -- Key names two, but the columns are one
            odd     | -- Column b: y | select 1 as one                             | -- Column names b, but the columns are one
            odd     | -- Key: n     | select 1 as n from generate_series(1, 2)     | -- Key: n does not tell rows apart
            summary |               | select 1 as one                              | a package has a table of that name already
            """)
    void what_no_package_may_hold_is_refused(String name, String head, String sql, String message) throws IOException {
        Path file = base.resolve("sql/reports/" + name + ".sql");
        Files.writeString(file, "-- Title: Odd one\n" + (head == null ? "" : head) + "\n" + sql + "\n");
        Installation.Ended ended = here.uphold("run", "nightly");
        Files.delete(file);
        assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err())
                .contains("nothing was published: sql/reports/" + name + ".sql: " + message)
                .doesNotContain("Exception");
        assertThat(here.packages("nightly")).isEmpty();
    }
}
