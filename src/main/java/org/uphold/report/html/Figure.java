package org.uphold.report.html;

/** A chart in its frame, drawn for wide and for narrow screens, with its table behind it. */
final class Figure {

    private Figure() {}

    /** Caption in one sentence or two: how to read the chart. */
    static void write(Markup out, String id, Canvas.Drawing chart, String caption, HtmlTable table) {
        out.open("figure", "aria-labelledby", id + "-c");
        for (Canvas canvas : Canvas.values()) {
            out.open("div", "class", canvas.isNarrow() ? "chart narrow" : "chart wide");
            out.trusted(chart.on(canvas).finish().toString()).close("div");
        }
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
