package org.uphold.report.html;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.report.html.TableView.Row;

/** What the figures do not know, and how much that could matter. */
final class QualitySection implements Section {

    /** A column of the summary, what it is called, and what it is a share of. */
    private record Gap(String column, String name, @Nullable String of, String meaning) {}

    private static final List<Gap> GAPS = List.of(
            new Gap(
                    "unknown",
                    "Outcome unknown",
                    "items",
                    "Missing, unreadable or contradictory. Counted, never guessed; not in the rate."),
            new Gap(
                    "unclassified_items",
                    "Service unclassified",
                    "items",
                    "No rule of the classification tables matched. Shown as its own category."),
            new Gap(
                    "undated_items",
                    "Undated items",
                    null,
                    "No date of the kind this report goes by. Counted only where the window is unbounded."),
            new Gap(
                    "superseded_letters",
                    "Superseded letters",
                    null,
                    "Lost to another statement of the same case, by its date or its file's; kept, not counted."));

    @Override
    public String id() {
        return "quality";
    }

    @Override
    public String title() {
        return "Data quality";
    }

    @Override
    public void write(Markup out, Report report) {
        Optional<Row> summary = report.summary();
        if (summary.isEmpty()) {
            out.element("p", "This package has no summary.");
            return;
        }
        Row row = summary.get();
        bounds(out, row);
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Gaps in the data");
        out.open("table", "data-plain", "yes", "data-chart", "quality");
        out.element("caption", "Gaps in the data").open("thead").open("tr");
        for (String header : List.of("Gap", "Number", "Share", "What it means")) {
            boolean number = header.equals("Number") || header.equals("Share");
            out.element("th", header, "scope", "col", "class", number ? "n" : null);
        }
        out.close("tr").close("thead").open("tbody");
        for (Gap gap : GAPS) {
            Double count = row.number(gap.column());
            Double of = gap.of() == null ? null : row.number(gap.of());
            Double share = count == null || of == null || of == 0 ? null : (Double) (count / of);
            out.open("tr").element("th", gap.name(), "scope", "row");
            out.element("td", Words.count(count), "class", "n").element("td", Words.percent(share), "class", "n");
            out.element("td", gap.meaning(), "class", "words").close("tr").line();
        }
        out.close("tbody").close("table").close("div");
        out.open("p").text("Letters and rows that could not be read are in no figure. ");
        if (report.content().edition().isProtected()) {
            out.text(
                    "How many a run refused, and each with its reason, stands in files beside the package that are not published.");
        } else {
            out.text("How many a run refused stands on the ");
            out.element("a", "index of reports", "href", "../../../index.html").text(" and in ");
            out.element("a", "manifest.json", "href", "manifest.json")
                    .text(
                            "; each is listed with its reason in the file of rejects beside the package, by hash and never by name.");
        }
        out.close("p");
        timeliness(out, report);
    }

    private static void bounds(Markup out, Row row) {
        Double lower = row.number("rate_if_unknown_not_upheld");
        Double upper = row.number("rate_if_unknown_upheld");
        if (lower != null && upper != null) {
            out.element(
                    "p",
                    row.numberOr("unknown", 0) == 0
                            ? "Every item has a known outcome."
                            : "Were every unknown outcome known, the rate would lie between " + Words.percent(lower)
                                    + " and " + Words.percent(upper) + ".");
        }
    }

    private static void timeliness(Markup out, Report report) {
        Optional<TableView> table = report.table("timeliness");
        if (table.isPresent() && !table.get().rows().isEmpty()) {
            out.element("h3", "How long reviews took");
            HtmlTable.whole("Days between the dates that letters state", table.get())
                    .write(out);
        }
    }
}
