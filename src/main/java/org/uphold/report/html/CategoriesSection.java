package org.uphold.report.html;

import java.util.List;
import java.util.Optional;
import org.uphold.report.html.TableView.Row;

/** Service categories, each with its interval. */
final class CategoriesSection implements Section {

    @Override
    public String id() {
        return "categories";
    }

    @Override
    public String title() {
        return "By service category";
    }

    @Override
    public void write(Markup out, Report report) {
        Optional<TableView> table = report.table("uphold_by_service_category");
        List<Row> shown = table.map(Caterpillar::drawn).orElse(List.of());
        if (table.isEmpty() || shown.isEmpty()) {
            out.element("p", "No service category has a rate that may be shown.");
            return;
        }
        Figure.write(
                out,
                "caterpillar",
                new Caterpillar(
                        "caterpillar",
                        "Uphold rate of each service category with its 95 % interval",
                        shown,
                        report.overallRate(),
                        List.of("category", "categories")),
                "Dot: the rate. Bar: its 95 % interval. Dashed line: all items. A bar says where"
                        + " the rate of its own category lies; whether two categories differ it does not say, be they"
                        + " overlapping or apart. Triangles mark categories that differ from all items: outside the"
                        + " funnel's limits after correction for many comparisons. Without one there is no evidence of"
                        + " difference, and the order means little."
                        + (shown.stream().anyMatch(r -> r.isTrue("funnel_adjusted"))
                                ? " Those limits allow for how much categories vary anyway (over-dispersion)."
                                : "")
                        + hidden(table.get()),
                HtmlTable.ofRates(
                        "Uphold rates by service category",
                        table.get(),
                        table.get().rows()));
    }

    static String hidden(TableView table) {
        return table.hidden() == 0
                ? ""
                : " " + Words.plural(table.hidden(), "row is", "rows are") + " not shown, to protect people.";
    }
}
