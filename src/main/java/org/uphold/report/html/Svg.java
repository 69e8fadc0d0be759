package org.uphold.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.uphold.report.html.TableView.Row;

/** One chart: shapes that take their colours from the style sheet by class, a title and a description in words. */
final class Svg {

    private final Markup out = new Markup();

    /**
     * Starts a chart.
     *
     * @param canvas how wide
     * @param id of the chart; the canvas makes it unique in the page
     * @param title what it shows
     * @param description what one would tell somebody who cannot see it
     */
    Svg(Canvas canvas, String id, int height, String title, String description) {
        String unique = canvas.id(id);
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + canvas.width() + " " + height,
                "role",
                "img",
                "aria-labelledby",
                unique + "-t " + unique + "-d",
                canvas.isNarrow() ? "data-narrow-chart" : "data-chart",
                id);
        out.element("title", title, "id", unique + "-t");
        out.element("desc", description, "id", unique + "-d").line();
    }

    Svg line(String cssClass, double x1, double y1, double x2, double y2) {
        out.open("line", "class", cssClass, "x1", n(x1), "y1", n(y1), "x2", n(x2), "y2", n(y2))
                .close("line");
        return this;
    }

    Svg rect(String cssClass, double x, double y, double width, double height) {
        out.open(
                        "rect",
                        "class",
                        cssClass,
                        "x",
                        n(x),
                        "y",
                        n(y),
                        "width",
                        n(Math.max(0, width)),
                        "height",
                        n(Math.max(0, height)))
                .close("rect");
        return this;
    }

    Svg path(String cssClass, String d) {
        out.open("path", "class", cssClass, "d", d).close("path");
        return this;
    }

    /** A point with a text that appears under the pointer; shape: {@code circle}, {@code up}, {@code down}. */
    Svg point(String shape, String cssClass, double x, double y, double size, String hint) {
        out.open("g", "class", cssClass);
        out.element("title", hint);
        switch (shape) {
            case "up" -> out.open("path", "d", triangle(x, y, size, -1)).close("path");
            case "down" -> out.open("path", "d", triangle(x, y, size, 1)).close("path");
            default -> out.open("circle", "cx", n(x), "cy", n(y), "r", n(size)).close("circle");
        }
        out.close("g");
        return this;
    }

    /** How the point of a group looks: a triangle where it is outside the funnel's limits, so that colour is not all. */
    static String shape(Row row) {
        String flag = row.text("funnel_flag");
        return flag.equals("high") ? "up" : flag.equals("low") ? "down" : "circle";
    }

    private static String triangle(double x, double y, double size, int direction) {
        double tip = direction * size * 1.3;
        return "M" + n(x) + " " + n(y + tip) + "L" + n(x - size * 1.2) + " " + n(y - tip * 0.7) + "L"
                + n(x + size * 1.2) + " " + n(y - tip * 0.7) + "Z";
    }

    /** Anchor: {@code start}, {@code middle} or {@code end}. */
    Svg text(String cssClass, String anchor, double x, double y, String text) {
        out.element("text", text, "class", cssClass, "text-anchor", anchor, "x", n(x), "y", n(y));
        return this;
    }

    Markup finish() {
        return out.close("svg").line();
    }

    /** One decimal, the same on every machine. */
    static String n(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Text cut to fit; the whole of it stands in the table behind. */
    static String fit(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters - 1)).strip() + "…";
    }
}
