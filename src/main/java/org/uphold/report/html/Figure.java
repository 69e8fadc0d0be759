package org.uphold.report.html;

/** A chart in its frame: it scrolls on narrow screens, and its table stands behind it. */
final class Figure {

    private Figure() {}

    /** Caption in one sentence or two: how to read the chart. */
    static void write(Markup out, String id, String title, Svg chart, String caption, HtmlTable table) {
        out.open("figure", "aria-labelledby", id + "-c");
        out.open("div", "class", "chart", "tabindex", "0", "role", "group", "aria-label", title);
        out.trusted(chart.finish().toString()).close("div");
        out.element("figcaption", caption, "id", id + "-c");
        behind(out, table);
        out.close("figure").line();
    }

    static void behind(Markup out, HtmlTable table) {
        out.open("details", "class", "behind").element("summary", "The figures in a table");
        table.write(out);
        out.close("details");
    }
}
