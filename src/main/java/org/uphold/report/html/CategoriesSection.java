package org.uphold.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.report.html.TableView.Row;

/** Service categories, each with its interval: a caterpillar plot. */
final class CategoriesSection implements Section {

    private static final int MOST = 40;
    private static final int LABEL = 250;
    private static final int RIGHT = 640;
    private static final int ROW = 26;

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
        List<Row> shown = table.stream()
                .flatMap(t -> t.rows().stream())
                .filter(r -> r.number("uphold_rate") != null)
                .sorted(TableView.MOST_ITEMS)
                .limit(MOST)
                .sorted(Comparator.comparingDouble((Row r) -> -r.numberOr("uphold_rate", 0))
                        .thenComparing(Row::key))
                .toList();
        if (table.isEmpty() || shown.isEmpty()) {
            out.element("p", "No service category has a rate that may be shown.");
            return;
        }
        String title = "Uphold rate of each service category with its 95 % interval";
        Figure.write(
                out,
                "caterpillar",
                title,
                chart(title, shown, report.overallRate()),
                "Dot: the rate. Bar: its 95 % interval. Dashed line: all items. A bar that crosses the line gives no"
                        + " evidence of difference; the order of categories whose bars overlap means little."
                        + " Triangles mark categories outside the funnel's limits after correction for many comparisons."
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

    private static Svg chart(String title, List<Row> rows, @Nullable Double overall) {
        int height = rows.size() * ROW + 56;
        Svg svg = new Svg("caterpillar", 760, height, title, description(rows, overall));
        List<Double> ends = rows.stream()
                .flatMap(r -> Stream.of(r.numberOr("ci95_lower", rate(r)), r.numberOr("ci95_upper", rate(r))))
                .toList();
        Scale x = Scale.rates(ends, LABEL + 10, RIGHT);
        double bottom = height - 40.0;
        for (double tick : x.ticks(6)) {
            svg.line("grid", x.at(tick), 14, x.at(tick), bottom);
            svg.text("axis", "middle", x.at(tick), bottom + 18, Words.number(tick * 100, 0) + " %");
        }
        svg.text("axis", "end", 750, bottom + 18, "items");
        if (overall != null) {
            svg.line("overall", x.at(overall), 14, x.at(overall), bottom);
            svg.text("axis strong", "middle", x.at(overall), 10, "all " + Words.percent(overall));
        }
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), x, 14 + ROW * (i + 0.5));
        }
        svg.text("axis", "middle", (LABEL + RIGHT) / 2.0, height - 4.0, "uphold rate");
        return svg;
    }

    private static double rate(Row row) {
        return row.numberOr("uphold_rate", 0);
    }

    private static void row(Svg svg, Row row, Scale x, double y) {
        double rate = row.numberOr("uphold_rate", 0);
        Double lower = row.number("ci95_lower");
        Double upper = row.number("ci95_upper");
        svg.text("label", "end", LABEL, y + 4.5, Svg.fit(row.key(), 33));
        if (lower != null && upper != null) {
            svg.line("interval", x.at(lower), y, x.at(upper), y);
            svg.line("interval", x.at(lower), y - 4, x.at(lower), y + 4);
            svg.line("interval", x.at(upper), y - 4, x.at(upper), y + 4);
        }
        String flag = row.text("funnel_flag");
        svg.point(
                flag.equals("high") ? "up" : flag.equals("low") ? "down" : "circle",
                flag.isEmpty() ? "dot" : "dot " + flag,
                x.at(rate),
                y,
                5,
                row.key() + ": " + Words.percent(rate) + ", " + Words.interval(row));
        svg.text("axis", "end", 750, y + 4.5, Words.count(row.number("items")));
    }

    private static String description(List<Row> rows, @Nullable Double overall) {
        List<String> flagged = new ArrayList<>();
        for (Row row : rows) {
            if (!row.text("funnel_flag").isEmpty()) {
                flagged.add(row.key() + " (" + row.text("funnel_flag") + ")");
            }
        }
        return Words.plural(rows.size(), "category", "categories") + " against " + Words.percent(overall)
                + " overall. Highest: " + named(rows.get(0)) + ". Lowest: " + named(rows.get(rows.size() - 1)) + ". "
                + (flagged.isEmpty()
                        ? "None differs from the overall rate by more than chance would explain."
                        : "Outside the limits of chance: " + String.join(", ", flagged) + ".");
    }

    private static String named(Row row) {
        return row.key() + ", " + Words.percent(row.number("uphold_rate")) + ", interval " + Words.interval(row);
    }
}
