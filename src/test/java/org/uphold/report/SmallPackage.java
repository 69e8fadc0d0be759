package org.uphold.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.PublishedTable;

/** A package small enough to read, with every kind of cell and text that is out for trouble. */
final class SmallPackage {

    static final String HASH = "a".repeat(64);

    private SmallPackage() {}

    static PackageContent content() {
        return content("3f2b8a52-5a0e-4c55-9f6e-0d8f8a1d7c11", Instant.parse("2026-01-02T03:04:05Z"));
    }

    /** The same figures from another run. */
    static PackageContent content(String runId, Instant started) {
        ManifestData.Counts counts = new ManifestData.Counts(5, 3, 1, 1);
        return new PackageContent(
                new Edition(
                        "nightly",
                        DateRange.inclusive(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 3, 31)),
                        Basis.DECISION,
                        "cms11",
                        "2026.1",
                        "0.1.0",
                        List.of("ca-dwc")),
                List.of(summary(), categories(), dictionary()),
                null,
                List.of(new NamedQuery(
                        "summary",
                        "Overall\nfigures",
                        "SELECT count(*)\r\nFROM item -- of the window\nWHERE note <> 'a;b'")),
                List.of("Rows of few people are not shown <script>alert(1)</script>."),
                new ManifestData(
                        runId,
                        "5f0c8f6e-1c6b-4d0e-9d3a-0a1b2c3d4e5f",
                        started,
                        started.plusSeconds(60),
                        true,
                        HASH,
                        counts,
                        List.of(
                                new ManifestData.Input(
                                        "b".repeat(64), "letter", 1200, new ManifestData.Counts(1, 0, 1, 0)),
                                new ManifestData.Input(HASH, "items-csv", 90, new ManifestData.Counts(4, 3, 0, 1))),
                        List.of(new ManifestData.Check("items add up", true, "30 = 30")),
                        List.of("first"),
                        List.of()));
    }

    /** The same without a disclosure profile: its manifest lists inputs and counts. */
    static PackageContent open() {
        PackageContent content = content();
        Edition edition = content.edition();
        return new PackageContent(
                new Edition(
                        edition.job(),
                        edition.window(),
                        edition.basis(),
                        "none",
                        edition.taxonomyVersion(),
                        edition.codeVersion(),
                        edition.systems()),
                content.tables(),
                content.previous(),
                content.queries(),
                content.notes(),
                content.manifest());
    }

    static PublishedTable summary() {
        return table(
                "summary",
                "Overall figures",
                List.of(
                        new Column("items", ColumnType.INTEGER, false, "Disputed items", ""),
                        new Column("uphold_rate", ColumnType.DECIMAL, false, "Share upheld", "U / (U + O + P)")),
                row(30L, 26 / 30.0));
    }

    static PublishedTable categories() {
        return table(
                "uphold_by_service_category",
                "Uphold rates by service category",
                List.of(
                        new Column("service_category", ColumnType.TEXT, true, "What was; asked\nfor -- or so", ""),
                        new Column("items", ColumnType.INTEGER, false, "Disputed items", ""),
                        new Column("upheld", ColumnType.INTEGER, false, "Upheld items", ""),
                        new Column("overturned", ColumnType.INTEGER, false, "Overturned items", ""),
                        new Column("partially_overturned", ColumnType.INTEGER, false, "Approved in part", ""),
                        new Column("uphold_rate", ColumnType.DECIMAL, false, "Share upheld", "U / (U + O + P)"),
                        new Column("additive", ColumnType.BOOLEAN, false, "Whether rows sum to the total", ""),
                        new Column("annotation", ColumnType.TEXT, false, "Code of a row that is not shown", "")),
                row("'=quoted before", 2L, 0L, 2L, 0L, 0.0, true, null),
                row("=HYPERLINK(\"http://x\")", 7L, 6L, 0L, 1L, 6 / 7.0, true, null),
                row("Drugs, \"strong\" & <b>bold</b>", 12L, 12L, 0L, 0L, 1.0, true, null),
                row("It's Ünïcode :from \\ ％ 治療", 9L, 8L, 1L, 0L, 8 / 9.0, true, null),
                row("Small", null, null, null, null, null, true, "S"));
    }

    static PublishedTable dictionary() {
        return table(
                "data_dictionary",
                "What every column means",
                List.of(
                        new Column("table", ColumnType.TEXT, true, "Table", ""),
                        new Column("column", ColumnType.TEXT, true, "Column", ""),
                        new Column("definition", ColumnType.TEXT, false, "Meaning", "")),
                row("summary", "items", "Disputed items"),
                row("summary", "uphold_rate", "Share upheld"));
    }

    @SafeVarargs
    static PublishedTable table(String name, String title, List<Column> columns, List<@Nullable Object>... rows) {
        return new PublishedTable(name, title, columns, List.of(rows));
    }

    static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
