package org.uphold.report.html;

import java.util.List;
import java.util.Optional;
import org.uphold.rates.tables.MonthRuns;
import org.uphold.report.html.TableView.Row;

/** Month by month, with marks where something changed. */
final class MonthsSection implements Section {

    @Override
    public String id() {
        return "months";
    }

    @Override
    public String title() {
        return "Month by month";
    }

    @Override
    public void write(Markup out, Report report) {
        Optional<TableView> table = report.table("uphold_by_month");
        List<Row> shown = table.stream()
                .flatMap(t -> t.rows().stream())
                .filter(r -> r.number("uphold_rate") != null && r.text("month").matches("\\d{4}-\\d{2}"))
                .toList();
        Double overall = report.overallRate();
        if (table.isEmpty() || shown.isEmpty() || overall == null) {
            out.element("p", "No month has a rate that may be shown.");
            return;
        }
        out.element("p", trend(report));
        Figure.write(
                out,
                "months-chart",
                new MonthsChart(shown, overall),
                "Line: the rate. "
                        + (MonthsChart.hasWhiskers(shown) ? "Bars through its points" : "Band")
                        + ": its 95 % interval. Columns: items. Triangles: months outside the limits of chance"
                        + " after correction for many comparisons. Lines along the foot: "
                        + MonthRuns.signal(shown.size())
                        + " or more months in a row on one side of the overall rate, which in so many months chance makes"
                        + " in at most 5 of 100: a sign that something changed."
                        + CategoriesSection.hidden(table.get()),
                HtmlTable.ofRates(
                        "Uphold rates by month", table.get(), table.get().rows()));
    }

    private static String trend(Report report) {
        Row summary = report.summary().orElse(null);
        Double slope = summary == null ? null : summary.number("sen_slope");
        Double p = summary == null ? null : summary.number("mann_kendall_p");
        if (slope == null || p == null) {
            return "There are too few months to speak of a trend.";
        }
        String change = Words.number(Math.abs(slope) * 100, 2) + " points a month";
        return p <= 0.05
                ? "The rate " + (slope < 0 ? "falls" : "rises") + " by about " + change + " (Sen's slope; Mann-Kendall "
                        + Words.pValue(p) + ")."
                : "There is no evidence of a steady trend (Mann-Kendall " + Words.pValue(p) + ").";
    }
}
