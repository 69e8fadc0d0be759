package org.uphold.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uphold.report.html.TableView.Row;

/** Month by month, with marks where something changed. */
final class MonthsSection implements Section {

    private static final int RUN = 7;

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
        String title = "Uphold rate by month with its 95 % interval, and items below";
        Figure.write(
                out,
                "months-chart",
                title,
                chart(title, shown, overall),
                "Line: the rate. Band: its 95 % interval. Columns: items. Triangles: months outside the limits of chance"
                        + " after correction for many comparisons. Bars along the foot: seven or more months in a row on"
                        + " one side of the overall rate, a sign that something changed."
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

    private static Svg chart(String title, List<Row> rows, double overall) {
        List<Run> runs = runs(rows, overall);
        Svg svg = new Svg("months-chart", 760, 380, title, description(rows, runs));
        int first = number(rows.get(0));
        int last = number(rows.get(rows.size() - 1));
        Scale x = new Scale(first - 0.5, last + 0.5, 60, 745);
        double narrow = Math.min(46, 685.0 / (last - first + 1));
        if (first == last) {
            x = new Scale(first - 3, last + 3, 60, 745);
        }
        List<Double> ends = new ArrayList<>();
        rows.forEach(r -> ends.add(r.numberOr("uphold_rate", 1)));
        if (rows.size() <= 36) {
            rows.forEach(r -> {
                ends.add(r.numberOr("ci95_lower", 1));
                ends.add(r.numberOr("ci95_upper", 0));
            });
        }
        Scale y = Scale.rates(ends, 236, 24);
        for (double tick : y.ticks(5)) {
            svg.line("grid", 60, y.at(tick), 745, y.at(tick));
            svg.text("axis", "end", 52, y.at(tick) + 4, Words.number(tick * 100, 0) + " %");
        }
        columns(svg, rows, x, narrow);
        rateLine(svg, rows, x, y);
        svg.line("overall", 60, y.at(overall), 745, y.at(overall));
        for (Row row : rows) {
            mark(svg, row, x, y, narrow);
        }
        for (Run run : runs) {
            double left = x.at(run.first() - 0.4);
            double right = x.at(run.last() + 0.4);
            svg.rect("run", left, 246, right - left, 4);
            svg.text("axis", "middle", (left + right) / 2, 264, run.above() ? "above" : "below");
        }
        monthAxis(svg, first, last, x);
        return svg;
    }

    private static void columns(Svg svg, List<Row> rows, Scale x, double width) {
        double most =
                rows.stream().mapToDouble(r -> r.numberOr("items", 0)).max().orElse(1);
        Scale height = new Scale(0, Math.max(1, most), 0, 62);
        for (Row row : rows) {
            double h = height.at(row.numberOr("items", 0));
            svg.rect("column", x.at(number(row)) - width * 0.4, 338 - h, width * 0.8, h);
        }
        svg.text("axis", "end", 52, 282, Words.count(most));
        svg.text("axis", "end", 52, 338, "0");
        svg.text("axis", "end", 52, 310, "items");
        svg.line("grid", 60, 338, 745, 338);
    }

    private static void rateLine(Svg svg, List<Row> rows, Scale x, Scale y) {
        StringBuilder line = new StringBuilder();
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        int before = Integer.MIN_VALUE;
        for (Row row : rows) {
            int month = number(row);
            // A month without a figure is a gap, not a line drawn over it.
            if (month != before + 1 && !upper.isEmpty()) {
                band(svg, upper, lower);
            }
            line.append(month == before + 1 ? "L" : "M");
            line.append(point(x.at(month), y.at(row.numberOr("uphold_rate", 0))));
            upper.add(point(x.at(month), y.at(row.numberOr("ci95_upper", 1))));
            lower.add(0, point(x.at(month), y.at(row.numberOr("ci95_lower", 0))));
            before = month;
        }
        band(svg, upper, lower);
        svg.path("rate-line", line.toString());
    }

    private static void band(Svg svg, List<String> upper, List<String> lower) {
        svg.path("band2", "M" + String.join("L", upper) + "L" + String.join("L", lower) + "Z");
        upper.clear();
        lower.clear();
    }

    private static String point(double x, double y) {
        return Svg.n(x) + " " + Svg.n(y);
    }

    private static void mark(Svg svg, Row row, Scale x, Scale y, double width) {
        String flag = row.text("funnel_flag");
        double at = x.at(number(row));
        String hint = row.text("month") + ": " + Words.percent(row.number("uphold_rate")) + ", " + Words.interval(row)
                + ", " + Words.count(row.number("items")) + " items";
        double size = flag.isEmpty() ? Math.max(1.6, Math.min(4, width / 4)) : 5.5;
        svg.point(
                flag.equals("high") ? "up" : flag.equals("low") ? "down" : "circle",
                flag.isEmpty() ? "dot" : "dot " + flag,
                at,
                y.at(row.numberOr("uphold_rate", 0)),
                size,
                hint);
    }

    private static void monthAxis(Svg svg, int first, int last, Scale x) {
        int months = last - first + 1;
        int step = months <= 13 ? 1 : months <= 26 ? 3 : months <= 60 ? 6 : 12;
        for (int month = first; month <= last; month++) {
            if (month % step == 0 || months <= 13) {
                String year = Integer.toString(month / 12);
                String text = step == 12 ? year : year + "-" + (month % 12 < 9 ? "0" : "") + (month % 12 + 1);
                svg.line("tick", x.at(month), 338, x.at(month), 343);
                svg.text("axis", "middle", x.at(month), 358, step == 1 ? text.substring(2) : text);
            }
        }
        svg.text("axis", "middle", 402, 376, months <= 13 ? "month (year-month)" : "month");
    }

    /** Seven or more months in a row on one side of the overall rate, first and last as month numbers. */
    private record Run(int first, int last, int months, boolean above) {}

    private static List<Run> runs(List<Row> rows, double overall) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || side(rows.get(i), overall) != side(rows.get(start), overall)) {
                int side = side(rows.get(start), overall);
                if (i - start >= RUN && side != 0) {
                    runs.add(new Run(number(rows.get(start)), number(rows.get(i - 1)), i - start, side > 0));
                }
                start = i;
            }
        }
        return runs;
    }

    private static int side(Row row, double overall) {
        return (int) Math.signum(row.numberOr("uphold_rate", overall) - overall);
    }

    /** Months since year 0. */
    private static int number(Row row) {
        String month = row.text("month");
        return Integer.parseInt(month.substring(0, 4)) * 12 + Integer.parseInt(month.substring(5)) - 1;
    }

    private static String description(List<Row> rows, List<Run> runs) {
        Row first = rows.get(0);
        Row last = rows.get(rows.size() - 1);
        TreeSet<String> flagged = new TreeSet<>();
        @Nullable Row highest = null;
        @Nullable Row lowest = null;
        for (Row row : rows) {
            double rate = row.numberOr("uphold_rate", 0);
            highest = highest == null || rate > highest.numberOr("uphold_rate", 0) ? row : highest;
            lowest = lowest == null || rate < lowest.numberOr("uphold_rate", 0) ? row : lowest;
            if (!row.text("funnel_flag").isEmpty()) {
                flagged.add(row.text("month"));
            }
        }
        long inRuns = runs.stream().mapToLong(Run::months).sum();
        return Words.plural(rows.size(), "month", "months") + " from " + named(first) + " to " + named(last)
                + "; lowest " + (lowest == null ? "" : named(lowest)) + ", highest "
                + (highest == null ? "" : named(highest)) + ". "
                + (flagged.isEmpty()
                        ? "No month is outside the limits of chance. "
                        : "Outside the limits of chance: " + String.join(", ", flagged) + ". ")
                + (inRuns == 0
                        ? "No seven months in a row lie on one side of the overall rate."
                        : inRuns + " months belong to runs of seven or more on one side of the overall rate.");
    }

    private static String named(Row row) {
        return row.text("month") + " (" + Words.percent(row.number("uphold_rate")) + ")";
    }
}
