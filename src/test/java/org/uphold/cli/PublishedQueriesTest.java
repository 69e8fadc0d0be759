package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.TestDatabase;
import org.uphold.rates.Column;
import org.uphold.rates.PublishedTable;
import org.uphold.report.PackageReader;

/** A sceptic runs queries.sql against the store, and finds the counts that were published. */
class PublishedQueriesTest {

    /** Columns of the sums, and the published column that is the same number. */
    private static final Map<String, String> SAME = Map.of(
            "letters", "cases",
            "items", "items",
            "upheld", "upheld",
            "overturned", "overturned",
            "partially_overturned", "partially_overturned",
            "unknown", "unknown",
            "cases_upheld", "cases_upheld",
            "cases_overturned", "cases_overturned");

    private static final Pattern QUERY = Pattern.compile("(?m)^-- (\\w+)(?:: [^\\n]*)?\\n((?s:.*?))\\n?;$");

    private static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    private static Path base;

    private static Installation here;

    @BeforeAll
    static void the_samples() throws IOException {
        here = new Installation(base, DATABASE);
        Path samples = Path.of("src", "samples").toAbsolutePath();
        here.job(
                "sample",
                "description: x",
                "sources:",
                "  - path: " + samples.resolve("letters"),
                "    kind: letter",
                "  - path: " + samples.resolve("items.csv"),
                "    kind: items-csv",
                "window: all");
        Path statements = Files.createDirectories(base.resolve("sql/reports"));
        try (Stream<Path> shipped = Files.list(Path.of("sql", "reports", "examples"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, statements.resolve(file.getFileName().toString()));
            }
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private static Path publish(String... window) {
        List<String> words = new ArrayList<>(List.of("run", "sample", "--json"));
        words.addAll(Arrays.asList(window));
        Installation.Ended ended = here.uphold(words.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isZero();
        return Path.of(ended.json().path("package").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all", "--year 2016", "--from 2015-03-17 --to 2017-05-09"})
    void its_statements_give_the_published_counts(String window) throws Exception {
        Path folder = publish(window.split(" ", -1));
        Map<String, String> queries = queries(folder);
        int compared = 0;
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            for (PublishedTable table : new PackageReader().tables(folder)) {
                String query = queries.get(table.name());
                if (query != null && table.name().matches("summary|uphold_by_.*|guideline_concordance")) {
                    assertThat(sums(statement, query)).as(table.name()).isEqualTo(published(table));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all", "--year 2016", "--from 2015-03-17 --to 2017-05-09"})
    void under_a_disclosure_profile_they_give_the_same_and_do_not_list_the_months_that_have_letters(String window)
            throws Exception {
        // Long after, so that no month is open.
        here.at("2026-11-10T12:00:00Z");
        Map<String, String> open = queries(publish(window.split(" ", -1)));
        List<String> words =
                new ArrayList<>(List.of("report", "--disclosure", "cms11", "--by", "service_category", "--json"));
        words.addAll(Arrays.asList(window.split(" ", -1)));
        Installation.Ended ended = here.uphold(words.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isZero();
        Map<String, String> shown = queries(Path.of(ended.json().path("package").asString()));
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("summary", "uphold_by_service_category", "guideline_concordance")) {
                String query = shown.getOrDefault(table, "");
                assertThat(query).contains("bucket % 100").doesNotContainPattern("bucket in \\(\\d+, ");
                assertThat(sums(statement, query)).as(table).isEqualTo(sums(statement, open.getOrDefault(table, "")));
            }
        }
    }

    @Test
    void those_of_ones_own_give_their_tables() throws Exception {
        Path folder = publish("--year", "2016");
        Map<String, String> queries = queries(folder);
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(queries.getOrDefault("letters", ""));
            statement.execute(queries.getOrDefault("items", ""));
            for (String name : List.of("reviews_by_items_in_letter", "reviews_by_reviewer_state")) {
                long upheld = 0;
                try (ResultSet rows = statement.executeQuery(queries.getOrDefault(name, ""))) {
                    while (rows.next()) {
                        upheld += rows.getLong("upheld");
                    }
                }
                PublishedTable table = new PackageReader()
                        .tables(folder).stream()
                                .filter(t -> t.name().equals(name))
                                .findFirst()
                                .orElseThrow();
                int column = table.indexOf("upheld");
                assertThat(upheld)
                        .as(name)
                        .isPositive()
                        .isEqualTo(table.rows().stream()
                                .mapToLong(row -> row.get(column) instanceof Long n ? n : 0)
                                .sum());
            }
        }
    }

    @Test
    void psql_runs_the_whole_file() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/psql")), "no psql is installed: queries.sql is run by JDBC only");
        Path folder = publish("--all");
        Path output = base.resolve("psql.txt");
        ProcessBuilder psql = new ProcessBuilder(
                "/usr/bin/psql",
                "-X",
                "-v",
                "ON_ERROR_STOP=1",
                "-d",
                DATABASE.jdbcUrl().replaceFirst("^jdbc:", "").replaceFirst("\\?.*", ""),
                "-U",
                DATABASE.user(),
                "-f",
                folder.resolve("queries.sql").toString());
        psql.environment().put("PGPASSWORD", DATABASE.password());
        Process process =
                psql.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        assertThat(output).content().contains("CREATE VIEW").contains("Pharmaceuticals");
    }

    private static Map<String, String> queries(Path folder) throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        Matcher query = QUERY.matcher(Files.readString(folder.resolve("queries.sql"), StandardCharsets.UTF_8));
        while (query.find()) {
            queries.put(query.group(1), query.group(2));
        }
        return queries;
    }

    private static Map<String, Map<String, Long>> sums(Statement statement, String query) throws Exception {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                Map<String, Long> counts = new TreeMap<>();
                for (Map.Entry<String, String> column : SAME.entrySet()) {
                    counts.put(column.getValue(), rows.getLong(column.getKey()));
                }
                String[] key = (String[]) rows.getArray("key").getArray();
                sums.put(String.join(" | ", key), counts);
            }
        }
        return sums;
    }

    private static Map<String, Map<String, Long>> published(PublishedTable table) {
        Map<String, Map<String, Long>> published = new TreeMap<>();
        for (var row : table.rows()) {
            List<String> key = new ArrayList<>();
            for (Column column : table.columns()) {
                if (column.key()) {
                    key.add(String.valueOf(row.get(table.indexOf(column.name()))));
                }
            }
            Map<String, Long> counts = new TreeMap<>();
            for (String column : SAME.values()) {
                counts.put(column, row.get(table.indexOf(column)) instanceof Long n ? n : (Long) (-1L));
            }
            published.put(String.join(" | ", key), counts);
        }
        return published;
    }
}
