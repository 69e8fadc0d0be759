package org.uphold.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.uphold.rates.tables.FunnelCurve;
import org.uphold.report.html.TableView.Row;

/** Reviewer specialties against their number of items: a funnel plot. */
final class SpecialtiesSection implements Section {

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
                .filter(r -> r.number("uphold_rate") != null && r.numberOr("funnel_n", 0) > 0)
                .sorted(Comparator.comparingDouble((Row r) -> -r.numberOr("funnel_n", 0))
                        .thenComparing(Row::key))
                .toList();
        Double overall = report.overallRate();
        if (table.isEmpty() || shown.isEmpty() || overall == null || overall <= 0 || overall >= 1) {
            out.element(
                    "p",
                    "There is no funnel to draw: no specialty has a rate that may be shown beside an overall one.");
            return;
        }
        Figure.write(
                out,
                "funnel",
                new FunnelChart(shown, new FunnelCurve(overall)),
                caption(shown.stream().anyMatch(r -> r.isTrue("funnel_adjusted")))
                        + CategoriesSection.hidden(table.get()),
                HtmlTable.ofRates(
                        "Uphold rates by specialty (each named; rows do not add up)",
                        table.get(),
                        table.get().rows()));
    }

    private static String caption(boolean adjusted) {
        return "Each dot is a specialty. Chance alone keeps at least 95 in 100 within the inner lines (2σ) and 998 in 1,000"
                + " within the outer ones (3σ). "
                + (adjusted
                        ? "The specialties vary more than chance would make them (over-dispersion), so each counts as fewer"
                                + " items and the limits around it are wider."
                        : "The specialties vary no more than chance would make them, so the limits are not widened.")
                + " Inside the lines there is no evidence of difference. A board and its subspecialty are two names of"
                + " one reviewer, and count under both.";
    }
}
