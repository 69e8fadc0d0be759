package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.source.Sha256;

/** Folders with one file of every kind that arrives, and source tables as the manual describes them. */
class EveryKindTest {

    private static final Path ARRIVALS = Path.of("src/test/resources/arrivals");
    private static final Path LETTER = Path.of("src/test/resources/letters/written/a13-01.txt");
    private static final String TABLE = "case_number,item_number,decision_date,service,outcome\n";

    @TempDir
    private Path folder;

    @Test
    void a_folder_with_one_file_of_every_kind_publishes_the_good_letter_and_says_a_line_of_each() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.copy(LETTER, inbox.resolve("letter.txt"));
        Map<String, String> refused = new TreeMap<>();
        refused.put(copy(inbox, "14-xlsx/k-strict.xlsx"), "UNKNOWN_FORMAT");
        refused.put(copy(inbox, "14-xlsx/crash/missing-sheet-part.xlsx"), "DAMAGED_WORKBOOK");
        refused.put(copy(inbox, "29-other-tables/export.xls"), "UNKNOWN_FORMAT");
        refused.put(copy(inbox, "29-other-tables/password.xlsx"), "ENCRYPTED_FILE");
        refused.put(copy(inbox, "22-long-text/prose/specialty-10000.csv"), "BAD_VALUE");
        refused.put(
                write(inbox, "figures.parquet", "PAR1 and more".getBytes(StandardCharsets.UTF_8)), "UNKNOWN_FORMAT");
        refused.put(write(inbox, "letters.rar", "Rar! and more".getBytes(StandardCharsets.UTF_8)), "UNKNOWN_FORMAT");
        write(inbox, "empty.zip", "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        // Of an archive that gives no member there is the name alone.
        refused.put(Sha256.of(inbox.resolve("empty.zip").toString().getBytes(StandardCharsets.UTF_8)), "EMPTY_FILE");
        refused.put(write(inbox, "nothing.csv", new byte[0]), "EMPTY_FILE");
        byte[] packed = gzip(TABLE + "G-1,1,2017-02-09,Lumbar brace,Upheld\n");
        write(inbox, "packed.csv", packed);
        Files.write(inbox.resolve("cut.csv.gz"), Arrays.copyOf(gzip(TABLE.repeat(500)), 60));
        for (String name : List.of("~$letter.xlsx", "Thumbs.db", "desktop.ini", "upload.csv.part")) {
            Files.writeString(inbox.resolve(name), "nobody reads this");
        }
        try (Night night = new Night(folder.resolve("night"), inbox)) {
            assertThat(night.run()).as(night.said()).isEqualTo(4);
            List<String> rejects = Files.readAllLines(night.shelf().resolve("v1.rejects.csv"));
            refused.forEach((sha256, code) -> assertThat(rejects)
                    .filteredOn(line -> line.startsWith(sha256))
                    .as(code)
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("," + code + ",")));
            assertThat(rejects)
                    .filteredOn(line -> line.contains("DAMAGED_ARCHIVE"))
                    .as("the cut one too")
                    .hasSize(1);
            assertThat(rejects).hasSize(1 + refused.size() + 1);
            assertThat(night.ask("select case_key from uphold.determination where system = 'ca-dwc' order by 1"))
                    .contains("G-1", "L-2")
                    .hasSize(3);
            assertThat(night.said())
                    .contains("1 file was passed over as still being transferred")
                    .doesNotContain("Exception");
            assertThat(night.run()).as(night.said()).isZero();
        }
    }

    @Test
    void problems_of_accepted_cases_are_counted_by_kind_and_can_gate() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(
                inbox.resolve("rows.csv"),
                TABLE + "P-1,1,2017-02-09,Lumbar brace,Upheld\nP-2,1,2107-02-09,Lumbar brace,Upheld\n"
                        + "P-3,1,0217-02-09,Lumbar brace,\n");
        try (Night night = new Night(folder.resolve("night"), inbox)) {
            Path job = night.base.resolve("jobs/" + Night.JOB + ".yaml");
            String plain = Files.readString(job);

            Files.writeString(job, plain + "  max-problem-rate: 0.5\n");
            assertThat(night.run()).as(night.said()).isEqualTo(3);
            assertThat(night.said()).contains("max-problem-rate", "2 of 3");
            assertThat(night.run()).as("still refused, though nothing is new").isEqualTo(3);

            Files.writeString(job, plain);
            assertThat(night.run()).as(night.said()).isZero();
            Files.writeString(job, plain + "  warn-problems: 1\n");
            Files.writeString(inbox.resolve("more.csv"), TABLE + "P-4,1,2099-02-09,Lumbar brace,Upheld\n");
            assertThat(night.run()).as(night.said()).isEqualTo(4);
            assertThat(night.said()).contains("of the accepted 2 with problems: BAD_DATE 2, MISSING_OUTCOME 1");
            assertThat(night.said()).contains("1 accepted with problems: BAD_DATE 1");
        }
    }

    @Test
    void ingest_points_to_its_rejects_and_they_are_there() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Path bad = Files.writeString(inbox.resolve("bad.csv"), TABLE + "P-1,1,soon,Lumbar brace,Upheld\n");
        try (Night night = new Night(folder.resolve("night"), inbox)) {
            assertThat(night.command("ingest", inbox.toString())).isEqualTo(4);
            Matcher pointed =
                    Pattern.compile("'\\./uphold (show (\\d+) --rejects)'").matcher(night.said());
            assertThat(pointed.find()).as(night.said()).isTrue();
            assertThat(night.command(pointed.group(1).split(" "))).isZero();
            assertThat(night.said()).contains(Sha256.of(Files.readAllBytes(bad)) + ",\"line 2\",BAD_DATE,");
        }
    }

    @Test
    void extract_prints_the_cases_of_a_table_whose_rows_stand_apart() throws IOException {
        Path table = Files.writeString(
                folder.resolve("rows.csv"),
                TABLE + "E-1,1,2017-02-09,Lumbar brace,Upheld\nE-2,1,2017-02-09,Lumbar brace,Overturned\n"
                        + "E-1,2,2017-02-09,MRI of the lumbar spine,Overturned\n");
        try (Night night = new Night(folder.resolve("night"), folder)) {
            assertThat(night.command("extract", table.toString()))
                    .as(night.said())
                    .isZero();
            List<String> lines = night.said().lines().toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).contains("\"case_number\":\"E-2\"");
            assertThat(lines.get(1)).contains("\"case_number\":\"E-1\"", "\"number\":1", "\"number\":2");
            assertThat(night.command("extract", "--kind", "dmhc-csv", table.toString()))
                    .isEqualTo(4);
            assertThat(night.said()).contains("MISSING_COLUMN");
            assertThat(night.command("extract", "--kind", "cvs", table.toString()))
                    .isEqualTo(2);
        }
    }

    @Test
    void extract_prints_what_a_table_states_beside_the_review() throws IOException {
        Path table = Files.writeString(
                folder.resolve("rows.csv"),
                TABLE.strip() + ",claims_administrator,jurisdiction,age,sex,ur_action\n"
                        + "E-1,1,2017-02-09,Lumbar brace,Upheld,Sierra Crest Claims,California,41-50,Female,Modified\n"
                        + "E-2,1,2017-02-09,Lumbar brace,Upheld,,,,,\n");
        try (Night night = new Night(folder.resolve("night"), folder)) {
            assertThat(night.command("extract", table.toString()))
                    .as(night.said())
                    .isZero();
            List<String> lines = night.said().lines().toList();
            assertThat(lines.get(0))
                    .contains("\"attributes\":{\"claims_administrator\":\"Sierra Crest Claims\","
                            + "\"jurisdiction\":\"California\",\"age_range\":\"41-50\",\"sex\":\"Female\","
                            + "\"ur_action\":\"modified\"}");
            assertThat(lines.get(1)).doesNotContain("attributes");
        }
    }

    @Test
    void the_query_of_the_manual_is_read_in_its_zone() throws Exception {
        String manual = Files.readString(Path.of("src/site/markdown/tables.md"));
        Matcher yaml =
                Pattern.compile("(?s)```yaml\n((?:(?!```).)*query:.*?)```").matcher(manual);
        assertThat(yaml.find()).isTrue();
        try (Night night = new Night(folder.resolve("night"), folder)) {
            String own = yaml.group(1).replaceAll("(?m)^ +(?:url|user|password-file):.*\n", "");
            Files.writeString(night.base.resolve("jobs/claims.yaml"), own);
            execute(night, "create table review (reference text, closed_at timestamptz, boards text[])");
            execute(night, "create table review_item (review text, line integer, treatment text, result text)");
            execute(
                    night,
                    "insert into review values ('Q-1', '2017-03-01 04:30+00', '{Pain Management,Neurology}'),"
                            + " ('Q-2', null, '{}')");
            execute(
                    night,
                    "insert into review_item values ('Q-1', 1, 'Lumbar brace', 'Upheld'),"
                            + " ('Q-1', 2, 'MRI of the lumbar spine', 'Overturned'), ('Q-2', 1, 'Lumbar brace', 'Upheld')");

            assertThat(night.command("run", "claims")).as(night.said()).isZero();
            assertThat(night.ask("select case_key || ' ' || decided_from"
                            + " from uphold.determination where system = 'our-plan'"))
                    .containsExactly("Q-1 2017-02-28");
            assertThat(night.ask("select name from uphold.specialty"))
                    .contains("Neurology")
                    .hasSize(2);
            assertThat(night.command("run", "claims")).as(night.said()).isZero();

            Files.writeString(night.base.resolve("jobs/claims.yaml"), own.replace("from review r", "from reviews r"));
            assertThat(night.command("run", "claims")).isEqualTo(2);
            assertThat(night.said()).contains("check table: in the job's sources");
        }
    }

    @Test
    void a_date_pattern_that_means_something_else_is_told_before_anything_is_read() throws IOException {
        try (Night night = new Night(folder.resolve("night"), folder)) {
            for (String pattern : List.of("mm/dd/yyyy", "M/D/YYYY")) {
                Files.writeString(night.base.resolve("jobs/wrong.yaml"), """
                        sources: [{path: reviews.csv, dialect: mine}]
                        dialects:
                          mine:
                            columns: {case_number: Ref, decision_date: Closed, service: Treatment, outcome: Result}
                            dates: [%s]
                        """.formatted(pattern));
                assertThat(night.command("run", "wrong", "--dry-run")).isEqualTo(2);
                assertThat(night.said()).contains("wrong.yaml:3", pattern);
            }
            assertThat(night.said()).contains("write MM/dd/yyyy", "write M/d/yyyy");
        }
    }

    private static void execute(Night night, String sql) throws SQLException {
        try (Connection connection = night.database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String copy(Path inbox, String name) throws IOException {
        Path from = ARRIVALS.resolve(name);
        return write(inbox, from.getFileName().toString(), Files.readAllBytes(from));
    }

    /** Answers the hash of the bytes. */
    private static String write(Path inbox, String name, byte[] bytes) throws IOException {
        Files.write(inbox.resolve(name), bytes);
        return Sha256.of(bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
