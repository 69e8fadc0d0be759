package org.uphold.report.html;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.report.Comparison;
import org.uphold.report.Edition;
import org.uphold.report.html.TableView.Row;

/** The first screen: the window, the rate with its interval, what it counts, and what changed. */
final class Headline {

    private Headline() {}

    static void write(Markup out, Report report) {
        Edition edition = report.content().edition();
        Optional<Row> summary = report.summary();
        out.open("header", "class", "top");
        out.element("p", "Independent medical review · " + String.join(", ", edition.systems()), "class", "kicker");
        out.element("h1", "How often the denial was upheld");
        out.element("p", windowLine(edition), "class", "window");
        out.open("div", "class", "hero");
        rate(out, summary);
        out.open("dl", "class", "facts");
        fact(out, "Items decided", summary.map(Headline::decided).orElse(null), "disputed treatments with an outcome");
        fact(out, "Items", summary.map(r -> r.number("items")).orElse(null), unknown(summary));
        fact(out, "Cases", summary.map(r -> r.number("cases")).orElse(null), "one current letter each");
        fact(out, "Letters", summary.map(Headline::letters).orElse(null), superseded(summary));
        change(out, report);
        out.close("dl").close("div");
        out.element(
                "p",
                "The uphold rate is the share of disputed treatments for which the independent reviewer agreed with the"
                        + " denial. It describes the disputes that reached review: it says nothing about requests that"
                        + " were approved or never disputed, and it is no measure of whether care was right.",
                "class",
                "what");
        out.close("header").line();
    }

    private static String windowLine(Edition edition) {
        return Character.toUpperCase(edition.windowInWords().charAt(0))
                + edition.windowInWords().substring(1) + ", by the date of " + edition.basisInWords();
    }

    private static void rate(Markup out, Optional<Row> summary) {
        Double rate = summary.map(r -> r.number("uphold_rate")).orElse(null);
        out.open("div", "class", "rate");
        out.element("p", Words.percent(rate), "class", "big");
        if (rate == null) {
            out.element("p", "There is no rate to show: no item was decided, or the figure is not disclosed.");
        } else {
            out.element("p", "of decided items upheld", "class", "of");
            out.open("p", "class", "ci")
                    .text("95 % interval ")
                    .element(
                            "strong",
                            Words.interval(
                                    summary.map(r -> r.number("ci95_lower")).orElse(null),
                                    summary.map(r -> r.number("ci95_upper")).orElse(null)))
                    .close("p");
        }
        out.close("div");
    }

    private static void fact(Markup out, String name, @Nullable Double value, String note) {
        out.open("div").element("dt", name).element("dd", Words.count(value));
        if (!note.isEmpty()) {
            out.element("dd", note, "class", "note");
        }
        out.close("div");
    }

    private static @Nullable Double decided(Row row) {
        Double items = row.number("items");
        Double unknown = row.number("unknown");
        return items == null || unknown == null ? null : (Double) (items - unknown);
    }

    private static @Nullable Double letters(Row row) {
        Double cases = row.number("cases");
        Double superseded = row.number("superseded_letters");
        return cases == null ? null : (Double) (cases + (superseded == null ? 0 : superseded));
    }

    private static String superseded(Optional<Row> summary) {
        Double superseded = summary.map(r -> r.number("superseded_letters")).orElse(null);
        return superseded == null || superseded == 0
                ? "none superseded"
                : Words.count(superseded) + " superseded by a later one";
    }

    private static String unknown(Optional<Row> summary) {
        Double unknown = summary.map(r -> r.number("unknown")).orElse(null);
        return unknown == null ? "" : Words.count(unknown) + " of unknown outcome";
    }

    private static void change(Markup out, Report report) {
        Comparison previous = report.content().previous();
        Double now = report.overallRate();
        if (previous == null || now == null) {
            return;
        }
        TableView table = TableView.of(previous.summary());
        Double before = table.rows().isEmpty() ? null : table.rows().get(0).number("uphold_rate");
        if (before == null) {
            return;
        }
        double points = (now - before) * 100;
        String sign = points > 0 ? "+" : points < 0 ? "−" : "±";
        out.open("div", "class", "wide").element("dt", "Change");
        out.element("dd", sign + Words.number(Math.abs(points), 1) + " points");
        out.element(
                "dd",
                "from " + Words.percent(before) + " ("
                        + Words.interval(table.rows().get(0)) + ") in "
                        + previous.window().folderName().replace("_", " to "),
                "class",
                "note");
        out.close("div");
    }
}
