package org.uphold.report.html;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.report.html.TableView.Row;

/** Service category by specialty: where the rates differ. */
final class HeatSection implements Section {

    private static final int ROWS = 20;
    private static final int COLUMNS = 8;
    private static final int FEW = 10;
    private static final int ROWS_BEHIND = 120;

    @Override
    public String id() {
        return "service-by-specialty";
    }

    @Override
    public String title() {
        return "Service by specialty";
    }

    @Override
    public void write(Markup out, Report report) {
        Optional<TableView> pairs = report.table("uphold_by_service_category_specialty")
                .filter(t -> !t.rows().isEmpty());
        if (pairs.isEmpty()) {
            out.element("p", "This package has no table of services by specialty.");
            return;
        }
        TableView table = pairs.get();
        Matrix matrix = new Matrix(table, "service_category", "specialty", ROWS, COLUMNS);
        out.element("p", description(table, matrix));
        out.open("figure", "aria-labelledby", "heat-c");
        matrix.write(out, "heat", "Uphold rate by service category and specialty", "Service ↓ Specialty →", new Heat());
        out.element(
                "figcaption",
                "Each cell: the share upheld, and the number of items. Stronger colour: fewer are upheld. Cells of fewer than "
                        + FEW
                        + " items are not shaded: their rates mean little. Shown are the services and specialties with the"
                        + " most items; all pairs are in uphold_by_service_category_specialty.csv."
                        + CategoriesSection.hidden(table),
                "id",
                "heat-c");
        Figure.behind(
                out,
                HtmlTable.ofRates(
                        "Pairs of service category and specialty with the most items",
                        table,
                        table.rows().stream()
                                .sorted(TableView.MOST_ITEMS)
                                .limit(ROWS_BEHIND)
                                .toList()));
        out.close("figure");
    }

    private static String description(TableView table, Matrix matrix) {
        Row lowest = null;
        Row highest = null;
        for (String service : matrix.rowNames()) {
            for (String specialty : matrix.columnNames()) {
                Row row = matrix.at(service, specialty);
                if (row != null && row.numberOr("items", 0) >= FEW && row.number("uphold_rate") != null) {
                    lowest = lowest == null || rate(row) < rate(lowest) ? row : lowest;
                    highest = highest == null || rate(row) > rate(highest) ? row : highest;
                }
            }
        }
        long flagged = table.rows().stream()
                .filter(r -> !r.text("funnel_flag").isEmpty())
                .count();
        String ends = lowest == null || highest == null
                ? "No pair shown has ten items. "
                : "Among the pairs shown with at least ten items, the lowest is " + named(lowest) + ", the highest "
                        + named(highest) + ". ";
        return ends
                + (flagged == 0
                        ? "No pair is flagged: no evidence of difference beyond chance."
                        : Words.plural(flagged, "pair is", "pairs are") + " flagged, outside the limits of chance.");
    }

    private static double rate(Row row) {
        return row.numberOr("uphold_rate", 0);
    }

    private static String named(@Nullable Row row) {
        return row == null ? "" : row.key() + " (" + Words.percent(row.number("uphold_rate")) + ")";
    }

    private static final class Heat implements Matrix.Face {

        @Override
        public String figure(Row row) {
            return Words.percent(row.number("uphold_rate"));
        }

        @Override
        public String small(Row row) {
            return Words.count(row.number("items"));
        }

        @Override
        public int shade(Row row) {
            Double rate = row.number("uphold_rate");
            if (rate == null || row.numberOr("items", 0) < FEW) {
                return -1;
            }
            return rate >= 0.95
                    ? 0
                    : rate >= 0.9 ? 1 : rate >= 0.85 ? 2 : rate >= 0.8 ? 3 : rate >= 0.7 ? 4 : rate >= 0.6 ? 5 : 6;
        }
    }
}
