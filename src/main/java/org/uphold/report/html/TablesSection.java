package org.uphold.report.html;

import java.util.List;
import java.util.Set;
import org.uphold.report.html.TableView.Row;

/** The tables that stand behind no chart. */
final class TablesSection implements Section {

    private static final int MOST_ROWS = 200;

    private static final Set<String> ELSEWHERE = Set.of(
            "summary",
            "data_dictionary",
            "uphold_by_service_category",
            "uphold_by_specialty",
            "uphold_by_month",
            "uphold_by_guideline_source",
            "uphold_by_service_category_specialty",
            "guideline_concordance",
            "dispositions",
            "timeliness");

    @Override
    public String id() {
        return "tables";
    }

    @Override
    public String title() {
        return "More tables";
    }

    @Override
    public void write(Markup out, Report report) {

        for (TableView table :
                report.content().tables().stream().map(TableView::of).toList()) {
            if (!ELSEWHERE.contains(table.table().name())) {
                table(out, table);
            }
        }
    }

    private static void table(Markup out, TableView table) {
        String file = table.table().name() + ".csv";
        out.open("details", "class", "behind")
                .element(
                        "summary",
                        table.table().title() + " (" + Words.plural(table.rows().size(), "row", "rows") + ")");
        List<Row> rows = table.rows();
        if (rows.size() > MOST_ROWS) {
            rows = rows.stream().sorted(TableView.MOST_ITEMS).limit(MOST_ROWS).toList();
            out.open("p").text("The " + MOST_ROWS + " rows with the most items. All are in ");
            out.element("a", file, "href", file).text(".").close("p");
        }
        HtmlTable html = table.has("uphold_rate")
                ? HtmlTable.ofRates(table.table().title(), table, rows)
                : new HtmlTable(
                        table.table().title(),
                        table,
                        rows,
                        table.table().columns().stream()
                                .map(c -> c.name())
                                .filter(c -> !c.equals("annotation"))
                                .toList());
        html.write(out);
        out.close("details").line();
    }
}
