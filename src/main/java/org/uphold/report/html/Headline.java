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
        fact(out, "Items", summary.map(r -> r.number("items")).orElse(null), unknown(summary));
        fact(out, "Cases", summary.map(r -> r.number("cases")).orElse(null), perCase(summary));
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
            out.element("p", upheld(summary), "class", "of");
            interval(out, summary.get());
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

    private static String upheld(Optional<Row> summary) {
        Double upheld = summary.map(r -> r.number("upheld")).orElse(null);
        Double items = summary.map(r -> r.number("items")).orElse(null);
        Double unknown = summary.map(r -> r.number("unknown")).orElse(null);
        return upheld == null || items == null || unknown == null
                ? "of decided items upheld"
                : "upheld: " + Words.count(upheld) + " of " + Words.count(items - unknown) + " decided items";
    }

    /** The interval on a scale from 0 to 100 %: it repeats what is written below it. */
    private static void interval(Markup out, Row row) {
        Double lower = row.number("ci95_lower");
        Double upper = row.number("ci95_upper");
        if (lower == null || upper == null) {
            return;
        }
        out.open("svg", "class", "gauge", "viewBox", "0 0 200 12", "aria-hidden", "true");
        out.open("rect", "class", "track", "x", "0", "y", "4", "width", "200", "height", "4", "rx", "2")
                .close("rect");
        out.open(
                        "rect",
                        "class",
                        "reach",
                        "x",
                        Svg.n(lower * 200),
                        "y",
                        "2",
                        "width",
                        Svg.n(Math.max(2, (upper - lower) * 200)),
                        "height",
                        "8",
                        "rx",
                        "2")
                .close("rect");
        out.open(
                        "rect",
                        "class",
                        "rate-mark",
                        "x",
                        Svg.n(row.numberOr("uphold_rate", 0) * 200 - 1.5),
                        "y",
                        "0",
                        "width",
                        "3",
                        "height",
                        "12")
                .close("rect");
        out.close("svg");
    }

    private static void fact(Markup out, String name, @Nullable Double value, String note) {
        out.open("div").element("dt", name).element("dd", Words.count(value));
        if (!note.isEmpty()) {
            out.element("dd", note, "class", "note");
        }
        out.close("div");
    }

    private static String perCase(Optional<Row> summary) {
        Double items = summary.map(r -> r.number("items_per_case")).orElse(null);
        return items == null ? "" : Words.number(items, 1) + " items in an average one";
    }

    private static @Nullable Double letters(Row row) {
        Double cases = row.number("cases");
        Double superseded = row.number("superseded_letters");
        return cases == null ? null : (Double) (cases + (superseded == null ? 0 : superseded));
    }

    private static String superseded(Optional<Row> summary) {
        Double superseded = summary.map(r -> r.number("superseded_letters")).orElse(null);
        return superseded == null
                ? ""
                : superseded == 0
                        ? "none superseded"
                        : Words.count(superseded) + " gave way to another of the same case";
    }

    private static String unknown(Optional<Row> summary) {
        Double unknown = summary.map(r -> r.number("unknown")).orElse(null);
        return unknown == null
                ? ""
                : unknown == 0
                        ? "disputed treatments, each with an outcome"
                        : Words.count(unknown) + " of unknown outcome, not in the rate";
    }

    private static void change(Markup out, Report report) {
        Comparison previous = report.content().previous();
        Row before = previous == null
                ? null
                : TableView.of(previous.summary()).rows().stream().findFirst().orElse(null);
        Double now = report.overallRate();
        Double then = before == null ? null : before.number("uphold_rate");
        out.open("div", "class", "wide").element("dt", "Change since the window before");
        if (previous == null || before == null || now == null || then == null) {
            out.element("dd", Words.NOTHING).element("dd", notCompared(report), "class", "note");
        } else {
            double points = (now - then) * 100;
            String sign = points > 0 ? "+" : points < 0 ? "−" : "±";
            out.element("dd", sign + Words.number(Math.abs(points), 1) + " points");
            out.element(
                    "dd",
                    "from " + Words.percent(then) + " (" + Words.interval(before) + ") in "
                            + previous.window().folderName().replace("_", " to ") + ". "
                            + difference(now - then, report.summary().orElse(before), before),
                    "class",
                    "note");
        }
        out.close("div");
    }

    /**
     * The interval of the difference of two rates, from theirs: {@code d − √((p₁−l₁)² + (u₂−p₂)²)} to {@code d + √((u₁−p₁)² + (p₂−l₂)²)}.
     * Newcombe, Statistics in Medicine 17 (1998) 873, method 10.
     */
    private static String difference(double d, Row now, Row before) {
        double low = d - Math.hypot(reach(now, "ci95_lower"), reach(before, "ci95_upper"));
        double high = d + Math.hypot(reach(now, "ci95_upper"), reach(before, "ci95_lower"));
        return "The change lies between " + points(low) + " and " + points(high) + " points (95 % interval): "
                + (low > 0 || high < 0 ? "more than chance explains." : "chance may explain it.");
    }

    private static double reach(Row row, String end) {
        double rate = row.numberOr("uphold_rate", 0);
        return row.numberOr(end, rate) - rate;
    }

    private static String points(double share) {
        return (share < 0 ? "−" : "+") + Words.number(Math.abs(share * 100), 1);
    }

    private static String notCompared(Report report) {
        if (!report.content().edition().disclosure().equals("none")) {
            return "not compared: the earlier figures would have to be protected too";
        }
        return report.content().edition().window().from() == null
                        || report.content().edition().window().to() == null
                ? "the window is open, so there is none of the same length before it"
                : "nothing was decided in the window before";
    }
}
