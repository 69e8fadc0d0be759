package org.uphold.report.html;

import java.util.ArrayList;
import java.util.List;
import org.uphold.rates.tables.FunnelCurve;
import org.uphold.rates.tables.FunnelCurve.Limit;
import org.uphold.report.html.TableView.Row;

/**
 * Specialties against their size, within limits of chance that narrow as they grow.
 *
 * @param rows those with a rate, the largest first
 * @param limits curves around the overall rate, the very limits that the table holds at its groups' sizes
 */
record FunnelChart(List<Row> rows, FunnelCurve limits) implements Canvas.Drawing {

    private static final String TITLE = "Uphold rate of each specialty by its effective number of items";
    private static final int STEPS = 60;
    private static final int MOST_FLAGS = 8;
    private static final int MOST_LARGE = 3;
    private static final int TOP = 16;
    private static final int BOTTOM = 350;

    /** Where the plot lies. */
    private record Frame(double left, double right, double smallest, double largest, Scale x, Scale y) {}

    @Override
    public Svg on(Canvas canvas) {
        Svg svg = new Svg(canvas, "funnel", BOTTOM + 46, TITLE, description());
        Frame frame = frame(canvas);
        axes(svg, canvas, frame);
        svg.path("band3", band(frame, Limit.THREE_SIGMA_LOWER, Limit.THREE_SIGMA_UPPER));
        svg.path("band2", band(frame, Limit.TWO_SIGMA_LOWER, Limit.TWO_SIGMA_UPPER));
        double target = frame.y().at(limits.target());
        svg.line("overall", frame.left(), target, frame.right(), target);
        double outer = frame.y().at(limits.at(frame.largest(), Limit.THREE_SIGMA_LOWER));
        double inner = frame.y().at(limits.at(frame.largest(), Limit.TWO_SIGMA_LOWER));
        svg.text("axis", "start", frame.right() + 4, Math.min(inner, outer - 13) + 4, "2σ")
                .text("axis", "start", frame.right() + 4, outer + 4, "3σ");
        rows.forEach(row -> point(svg, frame, row));
        labels(svg, canvas, frame);
        return svg;
    }

    private Frame frame(Canvas canvas) {
        double left = canvas.pick(60, 44);
        double right = canvas.width() - 25.0;
        double largest = rows.get(0).numberOr("funnel_n", 1) * 1.08;
        double smallest = Math.max(0.5, rows.get(rows.size() - 1).numberOr("funnel_n", 1) * 0.8);
        List<Double> rates = new ArrayList<>();
        rows.forEach(r -> rates.add(r.numberOr("uphold_rate", 1)));
        double middle = rows.get(rows.size() / 2).numberOr("funnel_n", 1);
        rates.add(limits.at(middle, Limit.THREE_SIGMA_UPPER));
        rates.add(limits.at(middle, Limit.THREE_SIGMA_LOWER));
        return new Frame(
                left,
                right,
                smallest,
                largest,
                new Scale(Math.sqrt(smallest), Math.sqrt(largest), left, right),
                Scale.rates(rates, BOTTOM, TOP));
    }

    private static void axes(Svg svg, Canvas canvas, Frame frame) {
        for (double tick : frame.y().ticks(6)) {
            double y = frame.y().at(tick);
            svg.line("grid", frame.left(), y, frame.right(), y);
            svg.text("axis", "end", frame.left() - 8, y + 4, Words.number(tick * 100, 0) + " %");
        }
        double last = -100;
        for (double n : new double[] {
            1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1e6
        }) {
            double at = frame.x().at(Math.sqrt(n));
            if (n >= frame.smallest() && n <= frame.largest() && at - last > 42) {
                svg.line("tick", at, BOTTOM, at, BOTTOM + 5);
                svg.text("axis", "middle", at, BOTTOM + 20, Words.count(n));
                last = at;
            }
        }
        svg.text(
                "axis",
                "middle",
                (frame.left() + frame.right()) / 2,
                BOTTOM + 41,
                canvas.pick(
                        "effective number of items (spaced by square root)", "effective items (square-root scale)"));
    }

    private static void point(Svg svg, Frame frame, Row row) {
        svg.point(
                Svg.shape(row),
                "dot " + row.text("funnel_flag"),
                x(frame, row),
                y(frame, row),
                4.5,
                row.key() + ": " + Words.percent(row.number("uphold_rate")) + " of "
                        + Words.plural(Math.round(row.numberOr("items", 0)), "item", "items"));
    }

    private static double x(Frame frame, Row row) {
        return frame.x().at(Math.sqrt(row.numberOr("funnel_n", 0)));
    }

    private static double y(Frame frame, Row row) {
        return frame.y().at(row.numberOr("uphold_rate", 0));
    }

    /** Those that are flagged are named, and the largest so that one finds one's way; none over another's name. */
    private void labels(Svg svg, Canvas canvas, Frame frame) {
        List<Row> named = new ArrayList<>(rows.stream()
                .filter(r -> !r.text("funnel_flag").isEmpty())
                .limit(MOST_FLAGS)
                .toList());
        rows.stream().limit(MOST_LARGE).filter(r -> !named.contains(r)).forEach(named::add);
        List<double[]> taken = new ArrayList<>();
        for (Row row : named) {
            String text = Svg.fit(row.key(), canvas.pick(40, 22));
            boolean left = x(frame, row) > (frame.left() + frame.right()) / 2;
            double start = left ? x(frame, row) - 9 - text.length() * 7 : x(frame, row) + 9;
            double line = y(frame, row) + (row.text("funnel_flag").equals("low") ? 15 : -8);
            double end = start + text.length() * 7;
            if (taken.stream().noneMatch(t -> start < t[1] && end > t[0] && Math.abs(line - t[2]) < 15)) {
                taken.add(new double[] {start, end, line});
                String style = row.text("funnel_flag").isEmpty() ? "axis halo" : "label halo";
                svg.text(style, left ? "end" : "start", left ? end : start, line, text);
            }
        }
    }

    private String band(Frame frame, Limit low, Limit high) {
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        double first = Math.sqrt(frame.smallest());
        double last = Math.sqrt(frame.largest());
        for (int i = 0; i <= STEPS; i++) {
            double root = first + (last - first) * i / STEPS;
            double n = root * root;
            String x = Svg.n(frame.x().at(root)) + " ";
            upper.add(x + Svg.n(frame.y().at(limits.at(n, high))));
            lower.add(0, x + Svg.n(frame.y().at(limits.at(n, low))));
        }
        return "M" + String.join("L", upper) + "L" + String.join("L", lower) + "Z";
    }

    private String description() {
        long inner = rows.stream()
                .filter(r -> r.numberOr("uphold_rate", 0) >= r.numberOr("funnel_2s_lower", 0)
                        && r.numberOr("uphold_rate", 0) <= r.numberOr("funnel_2s_upper", 1))
                .count();
        List<String> flagged = rows.stream()
                .filter(r -> !r.text("funnel_flag").isEmpty())
                .map(r -> r.key() + " (" + r.text("funnel_flag") + ", " + Words.percent(r.number("uphold_rate")) + ")")
                .toList();
        return Words.plural(rows.size(), "specialty", "specialties") + " around " + Words.percent(limits.target())
                + ", "
                + inner + " of them within the 2σ limits"
                + (rows.stream().anyMatch(r -> r.isTrue("funnel_adjusted"))
                        ? ", which are widened for over-dispersion. "
                        : ". ")
                + (flagged.isEmpty()
                        ? "None is flagged: there is no evidence of difference."
                        : "Flagged: " + String.join(", ", flagged) + ".");
    }
}
