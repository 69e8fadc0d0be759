package org.uphold.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.report.html.TableView.Row;

/**
 * Groups one below the other, the highest rate first, each with its interval: a caterpillar plot.
 *
 * @param id of the chart
 * @param title what it shows
 * @param rows groups that have a rate, the highest first
 * @param overall rate of all items
 * @param noun what one group is called, and several
 */
record Caterpillar(
        String id, String title, List<Row> rows, @Nullable Double overall, List<String> noun)
        implements Canvas.Drawing {

    private static final int MOST = 40;
    private static final int TOP = 22;

    /** Places that differ between the two canvases: where labels end, the plot lies, the figures end, and rows begin. */
    private record Layout(double label, double left, double right, double rate, double items, int row, double bar) {

        static Layout on(Canvas canvas) {
            return canvas.pick(new Layout(240, 256, 610, 690, 752, 26, 13), new Layout(0, 8, 334, 290, 342, 44, 32));
        }
    }

    /** Rows with a rate, those with the most items where there are too many to draw. */
    static List<Row> drawn(TableView table) {
        return table.rows().stream()
                .filter(r -> r.number("uphold_rate") != null)
                .sorted(TableView.MOST_ITEMS)
                .limit(MOST)
                .sorted(Comparator.comparingDouble((Row r) -> -r.numberOr("uphold_rate", 0))
                        .thenComparing(Row::key))
                .toList();
    }

    @Override
    public Svg on(Canvas canvas) {
        Layout at = Layout.on(canvas);
        int height = rows.size() * at.row() + TOP + 46;
        double bottom = height - 42.0;
        Svg svg = new Svg(canvas, id, height, title, description());
        Scale x = Scale.rates(ends(), at.left(), at.right());
        for (double tick : x.ticks(canvas.pick(6, 5))) {
            svg.line("grid", x.at(tick), TOP, x.at(tick), bottom);
            svg.text("axis", "middle", x.at(tick), bottom + 17, Words.number(tick * 100, 0) + canvas.pick(" %", ""));
        }
        if (overall != null) {
            for (double[] part : canvas.pick(List.of(new double[] {TOP, bottom}), besideBars(at))) {
                svg.line("overall", x.at(overall), part[0], x.at(overall), part[1]);
            }
            double edge = Math.min(x.at(overall), at.right() - canvas.pick(0, 34));
            svg.text("axis strong", "middle", edge, 14, "all " + Words.percent(overall));
        }
        svg.text(
                "axis",
                "middle",
                (at.left() + at.right()) / 2,
                height - 6.0,
                canvas.pick("uphold rate", "uphold rate, %"));
        if (!canvas.isNarrow()) {
            svg.text("axis", "end", at.rate(), bottom + 17, "rate")
                    .text("axis", "end", at.items(), bottom + 17, "items");
        }
        for (int i = 0; i < rows.size(); i++) {
            row(svg, canvas, at, rows.get(i), x, TOP + at.row() * i);
        }
        return svg;
    }

    /** On a narrow canvas words stand above the bars, and the line of all items would run through them. */
    private List<double[]> besideBars(Layout at) {
        List<double[]> parts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double y = TOP + at.row() * i + at.bar();
            parts.add(new double[] {y - 10, y + 10});
        }
        return parts;
    }

    private static void row(Svg svg, Canvas canvas, Layout at, Row row, Scale x, double top) {
        double rate = row.numberOr("uphold_rate", 0);
        Double lower = row.number("ci95_lower");
        Double upper = row.number("ci95_upper");
        double y = top + at.bar();
        double text = canvas.pick(y + 4.5, top + 17);
        svg.text(
                "label halo",
                canvas.pick("end", "start"),
                canvas.pick(at.label(), at.left()),
                text,
                Svg.fit(row.key(), canvas.pick(32, 30)));
        if (lower != null && upper != null) {
            svg.line("interval", x.at(lower), y, x.at(upper), y);
            svg.line("interval", x.at(lower), y - 4, x.at(lower), y + 4);
            svg.line("interval", x.at(upper), y - 4, x.at(upper), y + 4);
        }
        svg.point(
                Svg.shape(row),
                "dot " + row.text("funnel_flag"),
                x.at(rate),
                y,
                5,
                row.key() + ": " + Words.percent(rate) + ", " + Words.interval(row));
        String items = Words.count(row.number("items"));
        if (canvas.isNarrow()) {
            svg.text("axis halo", "end", at.items(), text, Words.percent(rate) + " of " + items);
        } else {
            svg.text("axis", "end", at.rate(), text, Words.percent(rate)).text("axis", "end", at.items(), text, items);
        }
    }

    private List<Double> ends() {
        return rows.stream()
                .flatMap(r -> {
                    Double rate = r.numberOr("uphold_rate", 0);
                    return Stream.of(r.numberOr("ci95_lower", rate), r.numberOr("ci95_upper", rate));
                })
                .toList();
    }

    private String description() {
        List<String> flagged = new ArrayList<>();
        for (Row row : rows) {
            if (!row.text("funnel_flag").isEmpty()) {
                flagged.add(row.key() + " (" + row.text("funnel_flag") + ")");
            }
        }
        return Words.plural(rows.size(), noun.get(0), noun.get(1)) + " against " + Words.percent(overall)
                + " overall. Highest: " + named(rows.get(0)) + ". Lowest: " + named(rows.get(rows.size() - 1)) + ". "
                + (flagged.isEmpty()
                        ? "None is flagged: no evidence of difference beyond chance" + allowed() + "."
                        : "Flagged, outside the limits of chance" + allowed() + ": " + String.join(", ", flagged)
                                + ".");
    }

    private String allowed() {
        return rows.stream().anyMatch(r -> r.isTrue("funnel_adjusted")) ? " and over-dispersion" : "";
    }

    private static String named(Row row) {
        return row.key() + ", " + Words.percent(row.number("uphold_rate")) + " of "
                + Words.plural(Math.round(row.numberOr("items", 0)), "item", "items") + ", interval "
                + Words.interval(row);
    }
}
