package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The descriptions of the CSV files, by the rules of their standards. */
class StandardsTest {

    /** What the two standards call a value of these types; both write fractions and truth alike. */
    private static final Map<String, Pattern> LEXICAL = Map.of(
            "string", Pattern.compile("(?s).*"),
            "integer", Pattern.compile("[-+]?[0-9]+"),
            "decimal", Pattern.compile("[-+]?[0-9]+\\.[0-9]+"),
            "number", Pattern.compile("[-+]?[0-9]+\\.[0-9]+"),
            "boolean", Pattern.compile("true|false"));

    private static final Set<String> CSVW_TABLE = Set.of("url", "dc:title", "tableSchema");
    private static final Set<String> CSVW_COLUMN = Set.of("name", "titles", "dc:description", "datatype", "required");

    @TempDir
    private Path out;

    static Stream<PackageContent> packages() {
        return Stream.of(SmallPackage.content(), InventedWindow.content(300, 8, 30, 12));
    }

    private Path write(PackageContent content) {
        return new PackageWriter()
                .write(out, "nightly", "all", EnumSet.of(Format.CSV), content)
                .folder();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void datapackage_json_is_what_the_published_schema_of_frictionless_data_asks_for(PackageContent content)
            throws IOException {
        Path folder = write(content);
        List<Error> errors = schema().validate(Files.readString(folder.resolve("datapackage.json")), InputFormat.JSON);
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void every_cell_is_of_the_type_that_table_schema_says_and_keys_are_unique(PackageContent content)
            throws IOException {
        Path folder = write(content);
        int tables = 0;
        for (JsonNode resource : JsonMapper.shared()
                .readTree(folder.resolve("datapackage.json").toFile())
                .path("resources")) {
            JsonNode schema = resource.path("schema");
            check(
                    folder.resolve(resource.path("path").asString()),
                    list(schema.path("fields")),
                    "type",
                    names(schema.path("primaryKey")));
            tables++;
        }
        assertThat(tables).isEqualTo(content.tables().size());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void csv_metadata_json_says_nothing_that_csv_on_the_web_does_not_know_and_what_it_says_is_true(
            PackageContent content) throws IOException {
        Path folder = write(content);
        JsonNode metadata =
                JsonMapper.shared().readTree(folder.resolve("csv-metadata.json").toFile());
        assertThat(metadata.path("@context").path(0).asString()).isEqualTo("http://www.w3.org/ns/csvw");
        List<JsonNode> tables = list(metadata.path("tables"));
        assertThat(tables).hasSameSizeAs(content.tables());
        for (JsonNode table : tables) {
            assertThat(CSVW_TABLE).containsAll(table.propertyNames());
            List<JsonNode> columns = list(table.path("tableSchema").path("columns"));
            columns.forEach(column -> assertThat(CSVW_COLUMN).containsAll(column.propertyNames()));
            check(
                    folder.resolve(table.path("url").asString()),
                    columns,
                    "datatype",
                    names(table.path("tableSchema").path("primaryKey")));
        }
    }

    private static void check(Path csv, List<JsonNode> columns, String type, List<String> key) throws IOException {
        try (Reader in = Files.newBufferedReader(csv);
                CSVParser parser = CsvFiles.DIALECT.parse(in)) {
            List<CSVRecord> rows = parser.getRecords();
            List<String> header =
                    columns.stream().map(c -> c.path("name").asString()).toList();
            assertThat(rows.get(0).toList()).as("%s", csv).isEqualTo(header);
            Set<List<String>> keys = new HashSet<>();
            for (CSVRecord row : rows.subList(1, rows.size())) {
                List<String> values = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    String name = header.get(i);
                    assertThat(row.get(i))
                            .as("%s, %s", csv, name)
                            .satisfiesAnyOf(
                                    cell -> assertThat(cell).isEmpty(),
                                    cell -> assertThat(cell)
                                            .matches(LEXICAL.get(columns.get(header.indexOf(name))
                                                    .path(type)
                                                    .asString())));
                    if (key.contains(name)) {
                        assertThat(row.get(i)).as("%s, key %s", csv, name).isNotEmpty();
                        values.add(row.get(i));
                    }
                }
                assertThat(key.isEmpty() || keys.add(values))
                        .as("%s: %s twice", csv, values)
                        .isTrue();
            }
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    private static List<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = StandardsTest.class.getResourceAsStream("/frictionless/tabular-data-package.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(Objects.requireNonNull(in));
        }
    }
}
