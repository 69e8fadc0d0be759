package org.uphold.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.rates.PublishedTable;
import org.uphold.report.Edition;
import org.uphold.report.Format;
import org.uphold.report.ManifestData;
import org.uphold.report.NamedQuery;
import org.uphold.report.PackageContent;
import org.uphold.report.PackageReader;
import org.uphold.report.PackageWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks of everything in the files of a package under a disclosure profile where it comes from: a cell of a table, or a constant that holds
 * for every package of that job, window and version. The rest is a leak.
 *
 * <p>Whatever is made of the tables is made again, from what their CSV files say and from these constants alone: every byte of the page, of
 * its charts, of the spreadsheet and of the SQL has to come out the same.
 */
final class Provenance {

    private static final Pattern QUERY = Pattern.compile("(?m)^-- ([^:\\n]+)\\n((?s:.*?))\\n?;$");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Places of the manifest that say what is true of a run, a job or a version, and not of a letter. */
    private static final Pattern CONSTANT = Pattern.compile("/manifest_version|/run/(id|store|started|finished)|/job"
            + "|/window/(from|to_exclusive|folder)|/basis|/provisional|/disclosure|/versions/(code|taxonomy)|/settings_sha256"
            + "|/systems/\\d+|/checks/\\d+/(name|passed)|/earlier_vintages/\\d+/(vintage|run|finished)");

    private static final Set<String> REASONS =
            Set.of("first", "changed", "taxonomy", "code", "settings", "final", "forced", "package missing or damaged");

    /** Cells of a hidden row that are the same whatever it counts. */
    private static final Set<String> OF_HIDDEN_ROWS =
            Set.of("annotation", "additive", "basis", "in_denominator", "label", "disposition");

    private final Path folder;
    private final JsonNode manifest;
    private final List<PublishedTable> tables;
    private final List<String> leaks = new ArrayList<>();

    private Provenance(Path folder) throws IOException {
        this.folder = folder;
        this.manifest = JsonMapper.shared().readTree(folder.resolve("manifest.json"));
        this.tables = new PackageReader().tables(folder);
    }

    /** File and place of everything that comes from nowhere. */
    static List<String> leaks(Path folder, Path scratch) throws IOException {
        Provenance provenance = new Provenance(folder);
        provenance.manifest("", provenance.manifest);
        provenance.files(scratch);
        provenance.statements();
        provenance.tables.forEach(provenance::hiddenRows);
        provenance.disclosure();
        return provenance.leaks;
    }

    private void manifest(String place, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(e -> manifest(place + "/" + e.getKey(), e.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                manifest(place + "/" + i, value.get(i));
            }
        } else if (!known(place, value)) {
            leaks.add("manifest.json " + place + ": " + value);
        }
    }

    private boolean known(String place, JsonNode value) {
        if (place.startsWith("/headline/")) {
            return Objects.equals(cell("summary", place.substring("/headline/".length())), value.asString());
        }
        if (place.startsWith("/outputs/")) {
            return true; // compared with the files themselves
        }
        if (place.startsWith("/notes/")) {
            // Of a profile's name only.
            return !NUMBER.matcher(value.asString()).find();
        }
        return place.contains("/reasons/")
                ? REASONS.contains(value.asString())
                : CONSTANT.matcher(place).matches();
    }

    private @Nullable String cell(String table, String column) {
        return table(table)
                .filter(t -> t.indexOf(column) >= 0 && t.rows().size() == 1)
                .map(t -> t.rows().get(0).get(t.indexOf(column)))
                .map(Provenance::written)
                .orElse(null);
    }

    private static String written(Object value) {
        return value instanceof Double d
                ? JsonMapper.shared()
                        .readTree(new java.math.BigDecimal(d)
                                .setScale(6, java.math.RoundingMode.HALF_UP)
                                .toPlainString())
                        .asString()
                : value.toString();
    }

    private Optional<PublishedTable> table(String name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** Made again from the tables as they are read, and compared byte by byte. */
    private void files(Path scratch) throws IOException {
        Set<Format> formats = EnumSet.of(Format.CSV);
        Map.of("load.sql", Format.SQL, "report.xlsx", Format.XLSX, "report.html", Format.HTML)
                .forEach((file, format) -> {
                    if (Files.exists(folder.resolve(file))) {
                        formats.add(format);
                    }
                });
        if (Files.exists(folder.resolve("summary.parquet"))) {
            formats.add(Format.PARQUET);
        }
        Path again = new PackageWriter()
                .write(scratch, "again", "w", formats, content())
                .folder();
        Set<String> names = new TreeSet<>();
        for (Path one : List.of(folder, again)) {
            try (Stream<Path> files = Files.list(one)) {
                files.forEach(f -> names.add(f.getFileName().toString()));
            }
        }
        names.remove("manifest.json");
        for (String name : names) {
            if (!Files.exists(again.resolve(name))
                    || !Files.exists(folder.resolve(name))
                    || Files.mismatch(folder.resolve(name), again.resolve(name)) >= 0) {
                leaks.add(name + " is not what its tables and the package's constants make");
            }
        }
        new PackageReader().mismatches(folder).forEach(m -> leaks.add(m.file() + " " + m.problem()));
    }

    private PackageContent content() throws IOException {
        JsonNode window = manifest.path("window");
        Edition edition = new Edition(
                manifest.path("job").asString(),
                new DateRange(day(window.path("from")), day(window.path("to_exclusive"))),
                Arrays.stream(Basis.values())
                        .filter(b -> b.code().equals(manifest.path("basis").asString()))
                        .findFirst()
                        .orElseThrow(),
                manifest.path("disclosure").asString(),
                manifest.path("versions").path("taxonomy").asString(),
                manifest.path("versions").path("code").asString(),
                manifest.path("systems").valueStream().map(JsonNode::asString).toList());
        ManifestData nobody = new ManifestData(
                "0",
                "0",
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                "",
                new ManifestData.Counts(0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        List<String> notes =
                manifest.path("notes").valueStream().map(JsonNode::asString).toList();
        return new PackageContent(edition, tables, null, queries(), notes, nobody);
    }

    private static @Nullable LocalDate day(JsonNode day) {
        return day.isNull() || day.isMissingNode() ? null : LocalDate.parse(day.asString());
    }

    private List<NamedQuery> queries() throws IOException {
        List<NamedQuery> queries = new ArrayList<>();
        if (Files.exists(folder.resolve("queries.sql"))) {
            String text = Files.readString(folder.resolve("queries.sql"));
            Matcher found = QUERY.matcher(text.substring(text.indexOf("\n\n")));
            while (found.find()) {
                queries.add(new NamedQuery(found.group(1), "", found.group(2)));
            }
        }
        return queries;
    }

    /** A statement knows the window and the open month, and no list of what lies in it. */
    private void statements() throws IOException {
        Set<String> known = new TreeSet<>(List.of("0", "1", "2", "100"));
        LocalDate run =
                LocalDate.parse(manifest.path("run").path("finished").asString().substring(0, 10));
        JsonNode window = manifest.path("window");
        List<LocalDate> days = new ArrayList<>(List.of(run.withDayOfMonth(1)));
        for (String end : List.of("from", "to_exclusive")) {
            LocalDate day = day(window.path(end));
            if (day != null) {
                days.addAll(List.of(
                        day, day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1)));
            }
        }
        for (LocalDate day : days) {
            known.add(Integer.toString(day.getYear() * 100 + day.getMonthValue()));
            known.add(Integer.toString(day.getYear() * 100));
            known.add(Integer.toString((day.getYear() + 1) * 100));
            known.add(day.toString());
        }
        for (NamedQuery query : queries()) {
            List<String> found = new ArrayList<>();
            DATE.matcher(query.sql()).results().forEach(r -> found.add(r.group()));
            NUMBER.matcher(DATE.matcher(query.sql()).replaceAll("")).results().forEach(r -> found.add(r.group()));
            found.stream()
                    .filter(n -> !known.contains(n))
                    .forEach(n -> leaks.add("queries.sql, " + query.name() + ": " + n));
        }
    }

    private void hiddenRows(PublishedTable table) {
        int annotation = table.indexOf("annotation");
        for (List<@Nullable Object> row : table.rows()) {
            for (int i = 0; annotation >= 0 && row.get(annotation) != null && i < row.size(); i++) {
                boolean constant = table.columns().get(i).key()
                        || OF_HIDDEN_ROWS.contains(table.columns().get(i).name());
                boolean itemsOnly = table.name().equals("dispositions") && isShownInSummary(row, table);
                if (row.get(i) != null && !constant && !itemsOnly) {
                    leaks.add(table.name() + ".csv, " + row.subList(0, 2) + ", "
                            + table.columns().get(i).name() + ": " + row.get(i));
                }
            }
        }
    }

    /** Items of an outcome whose letters are not shown: those that the summary shows. */
    private boolean isShownInSummary(List<@Nullable Object> row, PublishedTable table) {
        String outcome = String.valueOf(row.get(table.indexOf("disposition"))).toLowerCase(java.util.Locale.ROOT);
        return row.get(table.indexOf("letters")) == null
                && Objects.equals(cell("summary", outcome), String.valueOf(row.get(table.indexOf("items"))));
    }

    /** What is said of each table's rows can be counted in the table. */
    private void disclosure() {
        PublishedTable said = table("disclosure").orElseThrow();
        for (List<@Nullable Object> row : said.rows()) {
            PublishedTable of = table(String.valueOf(row.get(0))).orElseThrow();
            int annotation = of.indexOf("annotation");
            long rows = of.rows().size();
            long hidden =
                    of.rows().stream().filter(r -> r.get(annotation) != null).count();
            boolean withheld = "withheld".equals(row.get(said.indexOf("released")));
            if (!Objects.equals(row.get(said.indexOf("rows")), withheld ? null : rows)
                    || !Objects.equals(row.get(said.indexOf("hidden_rows")), withheld ? null : hidden)) {
                leaks.add("disclosure.csv, " + row.get(0) + ": other rows than its table has");
            }
        }
    }
}
