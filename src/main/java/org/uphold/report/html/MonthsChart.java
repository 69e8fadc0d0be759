package org.uphold.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.tables.MonthRuns;
import org.uphold.report.html.TableView.Row;

/**
 * Months in their order: the rate with its interval, and the items below.
 *
 * @param rows months that have a rate, in their order
 * @param overall rate of all items
 */
record MonthsChart(List<Row> rows, double overall) implements Canvas.Drawing {

    private static final String TITLE = "Uphold rate by month with its 95 % interval, and items below";

    private static final int WHISKERS_UP_TO = 36;
    private static final int TOP = 16;
    private static final int FOOT = 226;
    private static final int COLUMNS = 330;

    /** Where the plot lies; months are numbers since year 0. */
    private record Frame(int first, int last, double left, double right, Scale x, Scale y) {

        double month() {
            return (right - left) / Math.max(1, last - first + 1);
        }
    }

    /** Months in a row on one side of the rate of all of them, more than chance makes; first and last as month numbers. */
    private record Run(int first, int last, int months, boolean above) {}

    /** Few months have an interval each; many have a band. */
    static boolean hasWhiskers(List<Row> rows) {
        return number(rows.get(rows.size() - 1)) - number(rows.get(0)) < WHISKERS_UP_TO;
    }

    @Override
    public Svg on(Canvas canvas) {
        List<Run> runs = runs();
        Svg svg = new Svg(canvas, "months-chart", COLUMNS + 44, TITLE, description(runs));
        Frame frame = frame(canvas);
        for (double tick : frame.y().ticks(5)) {
            double y = frame.y().at(tick);
            svg.line("grid", frame.left(), y, frame.right(), y);
            svg.text("axis", "end", frame.left() - 8, y + 4, Words.number(tick * 100, 0) + " %");
        }
        columns(svg, frame);
        if (hasWhiskers(rows)) {
            rows.forEach(row -> whisker(svg, frame, row));
        } else {
            bands(svg, frame);
            // A month between two gaps has no band to speak of.
            alone().forEach(row -> whisker(svg, frame, row));
        }
        double level = frame.y().at(overall);
        svg.line("overall", frame.left(), level, frame.right(), level);
        svg.path("rate-line", line(frame));
        rows.forEach(row -> mark(svg, frame, row));
        for (Run run : runs) {
            double left = frame.x().at(run.first() - 0.4);
            double right = frame.x().at(run.last() + 0.4);
            svg.rect("run", left, FOOT + 12, right - left, 4);
            svg.text("axis", "middle", (left + right) / 2, FOOT + 31, run.above() ? "above" : "below");
        }
        axis(svg, frame);
        return svg;
    }

    private Frame frame(Canvas canvas) {
        int first = number(rows.get(0));
        int last = number(rows.get(rows.size() - 1));
        double left = canvas.pick(60, 44);
        double right = canvas.width() - canvas.pick(15.0, 8.0);
        // A few months do not fill the whole width.
        double margin = Math.max(0.5, (6 - (last - first + 1)) / 2.0);
        List<Double> ends = new ArrayList<>(List.of(overall));
        rows.forEach(r -> ends.add(r.numberOr("uphold_rate", 1)));
        if (hasWhiskers(rows)) {
            rows.forEach(r -> {
                ends.add(r.numberOr("ci95_lower", 1));
                ends.add(r.numberOr("ci95_upper", 0));
            });
        }
        return new Frame(
                first,
                last,
                left,
                right,
                new Scale(first - margin, last + margin, left, right),
                Scale.rates(ends, FOOT, TOP));
    }

    private void columns(Svg svg, Frame frame) {
        double most =
                rows.stream().mapToDouble(r -> r.numberOr("items", 0)).max().orElse(1);
        Scale height = new Scale(0, Math.max(1, most), 0, 56);
        double width = Math.min(46, frame.month());
        for (Row row : rows) {
            double h = height.at(row.numberOr("items", 0));
            svg.rect("column", frame.x().at(number(row)) - width * 0.4, COLUMNS - h, width * 0.8, h);
        }
        svg.text("axis", "end", frame.left() - 8, COLUMNS - 50, Words.count(most));
        svg.text("axis", "end", frame.left() - 8, COLUMNS - 25, "items");
        svg.text("axis", "end", frame.left() - 8, COLUMNS, "0");
        svg.line("grid", frame.left(), COLUMNS, frame.right(), COLUMNS);
    }

    private static void whisker(Svg svg, Frame frame, Row row) {
        Double lower = row.number("ci95_lower");
        Double upper = row.number("ci95_upper");
        if (lower != null && upper != null) {
            double x = frame.x().at(number(row));
            svg.line("whisker", x, frame.y().at(lower), x, frame.y().at(upper));
        }
    }

    private List<Row> alone() {
        List<Row> alone = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean after = i > 0 && number(rows.get(i - 1)) == number(rows.get(i)) - 1;
            boolean before = i < rows.size() - 1 && number(rows.get(i + 1)) == number(rows.get(i)) + 1;
            if (!after && !before) {
                alone.add(rows.get(i));
            }
        }
        return alone;
    }

    /** A month without a figure is a gap, not a band or a line drawn over it. */
    private void bands(Svg svg, Frame frame) {
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        int before = Integer.MIN_VALUE;
        for (Row row : rows) {
            int month = number(row);
            if (month != before + 1 && !upper.isEmpty()) {
                band(svg, upper, lower);
            }
            upper.add(point(frame, month, row.numberOr("ci95_upper", 1)));
            lower.add(0, point(frame, month, row.numberOr("ci95_lower", 0)));
            before = month;
        }
        band(svg, upper, lower);
    }

    private static void band(Svg svg, List<String> upper, List<String> lower) {
        svg.path("band2", "M" + String.join("L", upper) + "L" + String.join("L", lower) + "Z");
        upper.clear();
        lower.clear();
    }

    private String line(Frame frame) {
        StringBuilder line = new StringBuilder();
        int before = Integer.MIN_VALUE;
        for (Row row : rows) {
            int month = number(row);
            line.append(month == before + 1 ? "L" : "M").append(point(frame, month, row.numberOr("uphold_rate", 0)));
            before = month;
        }
        return line.toString();
    }

    private static String point(Frame frame, int month, double rate) {
        return Svg.n(frame.x().at(month)) + " " + Svg.n(frame.y().at(rate));
    }

    private static void mark(Svg svg, Frame frame, Row row) {
        String hint = row.text("month") + ": " + Words.percent(row.number("uphold_rate")) + ", " + Words.interval(row)
                + ", " + Words.count(row.number("items")) + " items";
        boolean flagged = !row.text("funnel_flag").isEmpty();
        svg.point(
                Svg.shape(row),
                "dot " + row.text("funnel_flag"),
                frame.x().at(number(row)),
                frame.y().at(row.numberOr("uphold_rate", 0)),
                flagged ? 5.5 : Math.max(2, Math.min(4, frame.month() / 4)),
                hint);
    }

    private static void axis(Svg svg, Frame frame) {
        int step = 1;
        for (int longer : new int[] {3, 6, 12, 24, 36, 60, 120}) {
            double wide = step >= 12 ? 40 : 56;
            if (step * frame.month() < wide) {
                step = longer;
            }
        }
        for (int month = frame.first(); month <= frame.last(); month++) {
            if (month % step == 0) {
                String year = Integer.toString(month / 12);
                String text = step >= 12 ? year : year + "-" + (month % 12 < 9 ? "0" : "") + (month % 12 + 1);
                double x = frame.x().at(month);
                svg.line("tick", x, COLUMNS, x, COLUMNS + 5);
                svg.text("axis", "middle", x, COLUMNS + 20, text);
            }
        }
        svg.text("axis", "middle", (frame.left() + frame.right()) / 2, COLUMNS + 40, step >= 12 ? "year" : "month");
    }

    private List<Run> runs() {
        int signal = MonthRuns.signal(rows.size());
        double centre = centre();
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || side(rows.get(i), centre) != side(rows.get(start), centre)) {
                int side = side(rows.get(start), centre);
                if (i - start >= signal && side != 0) {
                    runs.add(new Run(number(rows.get(start)), number(rows.get(i - 1)), i - start, side > 0));
                }
                start = i;
            }
        }
        return runs;
    }

    /** The rate of all items that have a month. */
    private double centre() {
        double upheld = 0;
        double determined = 0;
        for (Row row : rows) {
            upheld += row.numberOr("upheld", 0);
            determined += row.numberOr("items", 0) - row.numberOr("unknown", 0);
        }
        return determined > 0 ? upheld / determined : overall;
    }

    private static int side(Row row, double centre) {
        return (int) Math.signum(row.numberOr("uphold_rate", centre) - centre);
    }

    /** Months since year 0. */
    private static int number(Row row) {
        String month = row.text("month");
        return Integer.parseInt(month.substring(0, 4)) * 12 + Integer.parseInt(month.substring(5)) - 1;
    }

    private String description(List<Run> runs) {
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
                        ? "No run of months on one side of the overall rate is longer than chance makes them."
                        : inRuns
                                + " months belong to runs on one side of the overall rate that chance seldom makes so long.");
    }

    private static String named(Row row) {
        return row.text("month") + " (" + Words.percent(row.number("uphold_rate")) + ")";
    }
}
