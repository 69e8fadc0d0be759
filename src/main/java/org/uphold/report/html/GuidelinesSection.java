package org.uphold.report.html;

import java.util.List;
import java.util.Optional;
import org.uphold.report.html.TableView.Row;

/** What both sides cite: rates by source, and who cites what against whom. */
final class GuidelinesSection implements Section {

    private static final int MOST = 9;

    @Override
    public String id() {
        return "guidelines";
    }

    @Override
    public String title() {
        return "Guidelines cited";
    }

    @Override
    public void write(Markup out, Report report) {
        Optional<TableView> sources = report.table("uphold_by_guideline_source");
        if (sources.isPresent()) {
            sources(out, report, sources.get());
        }
        Optional<TableView> pairs =
                report.table("guideline_concordance").filter(t -> !t.rows().isEmpty());
        if (pairs.isEmpty()) {
            out.element("p", "There is no concordance to show.");
            return;
        }
        matrix(out, pairs.get());
    }

    private static void sources(Markup out, Report report, TableView table) {
        HtmlTable behind =
                HtmlTable.ofRates("Uphold rates by guideline source the reviewer cites", table, table.rows());
        List<Row> shown = Caterpillar.drawn(table);
        if (shown.isEmpty()) {
            behind.write(out);
            return;
        }
        Figure.write(
                out,
                "sources",
                new Caterpillar(
                        "sources",
                        "Uphold rate by guideline source that the reviewer cites, with its 95 % interval",
                        shown,
                        report.overallRate(),
                        List.of("source", "sources")),
                "An item counts under every source that the reviewer mentions, so these groups overlap and do not add up."
                        + CategoriesSection.hidden(table),
                behind);
    }

    private static void matrix(Markup out, TableView pairs) {
        Matrix matrix = new Matrix(pairs, "claims_administrator_sources", "reviewer_sources", MOST, MOST);
        out.element("h3", "Do both sides cite the same sources?");
        out.element("p", description(pairs));
        out.open("figure", "aria-labelledby", "concordance-c");
        matrix.write(
                out, "concordance", "Items by the sources that both sides cite", "Administrator ↓ Reviewer →", FACE);
        out.element(
                "figcaption",
                "Rows: the exact set of sources in the claims administrator's block. Columns: in the reviewer's. Each cell:"
                        + " items, and the share of them upheld. Stronger colour: more items.",
                "id",
                "concordance-c");
        Figure.behind(out, HtmlTable.ofRates("Guideline sources of both sides", pairs, largest(pairs)));
        out.close("figure");
    }

    private static List<Row> largest(TableView pairs) {
        return pairs.rows().stream().sorted(TableView.MOST_ITEMS).limit(100).toList();
    }

    private static String description(TableView pairs) {
        double all = 0;
        double same = 0;
        double sameUpheld = 0;
        double sameDecided = 0;
        double otherUpheld = 0;
        double otherDecided = 0;
        for (Row row : pairs.rows()) {
            double items = row.numberOr("items", 0);
            double decided = items - row.numberOr("unknown", 0);
            all += items;
            if (row.isTrue("concordant")) {
                same += items;
                sameUpheld += row.numberOr("upheld", 0);
                sameDecided += decided;
            } else {
                otherUpheld += row.numberOr("upheld", 0);
                otherDecided += decided;
            }
        }
        if (all == 0 || sameDecided == 0 || otherDecided == 0) {
            return "Where a cell is empty, no item has that pair.";
        }
        return "Of the items shown, both sides cite exactly the same sources in " + Words.percent(same / all)
                + ". Where they do, " + Words.percent(sameUpheld / sameDecided) + " are upheld; where they do not, "
                + Words.percent(otherUpheld / otherDecided) + ".";
    }

    private static final Matrix.Face FACE = new Matrix.Face() {
        @Override
        public String figure(Row row) {
            return Words.count(row.number("items"));
        }

        @Override
        public String small(Row row) {
            return Words.percent(row.number("uphold_rate"));
        }

        @Override
        public int shade(Row row) {
            double share = row.numberOr("share_of_items", 0);
            return share >= 0.3
                    ? 6
                    : share >= 0.15
                            ? 5
                            : share >= 0.08 ? 4 : share >= 0.04 ? 3 : share >= 0.02 ? 2 : share >= 0.005 ? 1 : 0;
        }
    };
}
