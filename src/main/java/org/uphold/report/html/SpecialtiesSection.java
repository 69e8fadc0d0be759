package org.uphold.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.uphold.report.html.TableView.Row;

/** Reviewer specialties against their number of items: a funnel plot. */
final class SpecialtiesSection implements Section {

    private static final int STEPS = 60;

    @Override
    public String id() {
        return "specialties";
    }

    @Override
    public String title() {
        return "By reviewer specialty";
    }

    @Override
    public void write(Markup out, Report report) {
        Optional<TableView> table = report.table("uphold_by_specialty");
        List<Row> shown = table.stream()
                .flatMap(t -> t.rows().stream())
                .filter(r -> r.number("uphold_rate") != null && r.numberOr("n_eff", 0) > 0)
                .sorted(Comparator.comparingDouble((Row r) -> -r.numberOr("n_eff", 0))
                        .thenComparing(Row::key))
                .toList();
        FunnelLimits limits = FunnelLimits.of(report.overallRate(), shown);
        if (table.isEmpty() || shown.isEmpty() || limits == null) {
            out.element(
                    "p",
                    "There is no funnel to draw: no specialty has a rate that may be shown beside an overall one.");
            return;
        }
        String title = "Uphold rate of each specialty by its effective number of items";
        Figure.write(
                out,
                "funnel",
                title,
                chart(title, shown, limits),
                caption(limits) + CategoriesSection.hidden(table.get()),
                HtmlTable.ofRates(
                        "Uphold rates by specialty (each named; rows do not add up)",
                        table.get(),
                        table.get().rows()));
    }

    private static String caption(FunnelLimits limits) {
        return "Each dot is a specialty. Chance alone keeps 95 in 100 within the inner lines (2σ) and 998 in 1,000 within"
                + " the outer ones (3σ). "
                + (limits.adjusted()
                        ? "The specialties vary more than chance would make them (over-dispersion), so the limits are"
                                + " widened by what they have in common."
                        : "The specialties vary no more than chance would make them, so the limits are not widened.")
                + " Inside the lines there is no evidence of difference. A board and its subspecialty are two names of"
                + " one reviewer, and count under both.";
    }

    private static Svg chart(String title, List<Row> rows, FunnelLimits limits) {
        Svg svg = new Svg("funnel", 760, 420, title, description(rows, limits));
        double largest = rows.get(0).numberOr("n_eff", 1) * 1.08;
        double smallest = Math.max(0.5, rows.get(rows.size() - 1).numberOr("n_eff", 1) * 0.8);
        Scale x = new Scale(Math.sqrt(smallest), Math.sqrt(largest), 60, 735);
        List<Double> rates = new ArrayList<>();
        rows.forEach(r -> rates.add(r.numberOr("uphold_rate", 1)));
        double middle = rows.get(rows.size() / 2).numberOr("n_eff", 1);
        rates.add(limits.at(middle, FunnelLimits.THREE_SIGMA));
        rates.add(limits.at(middle, -FunnelLimits.THREE_SIGMA));
        Scale y = Scale.rates(rates, 370, 24);
        axes(svg, x, y, smallest, largest);
        svg.path("band3", band(limits, x, y, smallest, largest, FunnelLimits.THREE_SIGMA));
        svg.path("band2", band(limits, x, y, smallest, largest, FunnelLimits.TWO_SIGMA));
        svg.line("overall", 60, y.at(limits.target()), 735, y.at(limits.target()));
        double outer = y.at(limits.at(largest, -FunnelLimits.THREE_SIGMA));
        double inner = Math.min(y.at(limits.at(largest, -FunnelLimits.TWO_SIGMA)), outer - 13);
        svg.text("axis", "start", 738, inner + 4, "2σ").text("axis", "start", 738, outer + 4, "3σ");
        int labels = 0;
        for (Row row : rows) {
            String flag = row.text("funnel_flag");
            double px = x.at(Math.sqrt(row.numberOr("n_eff", 0)));
            double py = y.at(row.numberOr("uphold_rate", 0));
            svg.point(
                    flag.equals("high") ? "up" : flag.equals("low") ? "down" : "circle",
                    flag.isEmpty() ? "dot" : "dot " + flag,
                    px,
                    py,
                    4.5,
                    row.key() + ": " + Words.percent(row.number("uphold_rate")) + " of "
                            + Words.count(row.number("items")) + " items");
            if (!flag.isEmpty() && labels++ < 8) {
                boolean left = px > 540;
                svg.text(
                        "label halo",
                        left ? "end" : "start",
                        left ? px - 9 : px + 9,
                        py + (flag.equals("low") ? 14 : -7),
                        Svg.fit(row.key(), 34));
            }
        }
        return svg;
    }

    private static void axes(Svg svg, Scale x, Scale y, double smallest, double largest) {
        for (double tick : y.ticks(6)) {
            svg.line("grid", 60, y.at(tick), 735, y.at(tick));
            svg.text("axis", "end", 52, y.at(tick) + 4, Words.number(tick * 100, 0) + " %");
        }
        double last = -100;
        for (double n : new double[] {
            1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1e6
        }) {
            double at = x.at(Math.sqrt(n));
            if (n >= smallest && n <= largest && at - last > 42) {
                svg.line("tick", at, 370, at, 375);
                svg.text("axis", "middle", at, 390, Words.count(n));
                last = at;
            }
        }
        svg.text("axis", "middle", 397, 411, "effective number of items (spaced by square root)");
    }

    private static String band(FunnelLimits limits, Scale x, Scale y, double from, double to, double z) {
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double root = Math.sqrt(from) + (Math.sqrt(to) - Math.sqrt(from)) * i / STEPS;
            double n = root * root;
            upper.add(Svg.n(x.at(root)) + " " + Svg.n(y.at(limits.at(n, z))));
            lower.add(0, Svg.n(x.at(root)) + " " + Svg.n(y.at(limits.at(n, -z))));
        }
        return "M" + String.join("L", upper) + "L" + String.join("L", lower) + "Z";
    }

    private static String description(List<Row> rows, FunnelLimits limits) {
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
                + (limits.adjusted() ? ", which are widened for over-dispersion. " : ". ")
                + (flagged.isEmpty()
                        ? "None is flagged: there is no evidence of difference."
                        : "Flagged: " + String.join(", ", flagged) + ".");
    }
}
