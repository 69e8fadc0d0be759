package org.uphold.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        Figure.write(
                out,
                "funnel",
                new FunnelChart(shown, limits),
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
}
