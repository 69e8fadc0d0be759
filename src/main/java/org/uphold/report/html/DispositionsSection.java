package org.uphold.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.uphold.report.html.TableView.Row;

/** From received to decided: a flow. */
final class DispositionsSection implements Section {

    private static final int HEIGHT = 220;
    private static final int TOP = 26;
    private static final int GAP = 34;
    private static final int BAR = 16;

    /** Left edges of the three columns of bars. */
    private record Columns(double first, double second, double third) {

        static Columns on(Canvas canvas) {
            return canvas.pick(new Columns(10, 270, 520), new Columns(4, 100, 190));
        }

        double labels() {
            return third + BAR + 8;
        }
    }

    /** A bar of the flow: its name, items, and colour class. */
    private record Part(String name, double items, String cssClass) {}

    @Override
    public String id() {
        return "dispositions";
    }

    @Override
    public String title() {
        return "From received to decided";
    }

    @Override
    public void write(Markup out, Report report) {
        Optional<TableView> table = report.table("dispositions");
        if (table.isEmpty()) {
            out.element("p", "This package has no table of dispositions.");
            return;
        }
        HtmlTable behind = new HtmlTable(
                "What became of everything received",
                table.get(),
                table.get().rows(),
                List.of("label", "items", "letters", "share_of_items", "in_denominator"));
        List<Part> decided = new ArrayList<>();
        List<Part> left = new ArrayList<>();
        split(table.get(), decided, left);
        double received = sum(decided) + sum(left);
        if (received == 0 || table.get().hidden() > 0) {
            out.element("p", "Some dispositions are not shown, so there is no flow to draw.");
            behind.write(out);
            return;
        }
        String title = "Items from received to decided";
        Figure.write(
                out,
                "flow",
                canvas -> chart(canvas, title, decided, left),
                "Left: everything received. Middle: whether a reviewer decided. Right: how. Heights are in proportion to"
                        + " items. Only decided items enter the rate.",
                behind);
    }

    private static void split(TableView table, List<Part> decided, List<Part> left) {
        for (String code : List.of("UPHELD", "PARTIALLY_OVERTURNED", "OVERTURNED")) {
            for (Row row : table.rows()) {
                if (row.text("disposition").equals(code)) {
                    decided.add(part(row, code.toLowerCase(Locale.ROOT)));
                }
            }
        }
        for (Row row : table.rows()) {
            if (!row.isTrue("in_denominator") && row.numberOr("items", 0) > 0) {
                left.add(part(row, "left"));
            }
        }
        decided.removeIf(p -> p.items() == 0);
    }

    private static Part part(Row row, String cssClass) {
        return new Part(row.text("label"), row.numberOr("items", 0), cssClass);
    }

    private static double sum(List<Part> parts) {
        return parts.stream().mapToDouble(Part::items).sum();
    }

    private static Svg chart(Canvas canvas, String title, List<Part> decided, List<Part> left) {
        double received = sum(decided) + sum(left);
        int bars = decided.size() + left.size();
        Svg svg = new Svg(canvas, "flow", TOP + HEIGHT + GAP * bars + 4, title, description(decided, left));
        Columns x = Columns.on(canvas);
        double unit = HEIGHT / received;
        double middle = sum(decided) * unit;
        svg.text("axis strong", "start", x.first(), 15, canvas.pick("Received ", "In ") + Words.count(received));
        svg.rect("bar all", x.first(), TOP, BAR, HEIGHT);
        if (!decided.isEmpty()) {
            svg.text("axis strong", "start", x.second(), 15, "Decided " + Words.count(sum(decided)));
            svg.path("flow all", ribbon(x.first() + BAR, TOP, x.second(), TOP, middle));
            svg.rect("bar all", x.second(), TOP, BAR, middle);
        }
        double from = TOP;
        double to = TOP;
        for (Part part : decided) {
            double h = part.items() * unit;
            svg.path("flow " + part.cssClass(), ribbon(x.second() + BAR, from, x.third(), to, h));
            svg.rect("bar " + part.cssClass(), x.third(), to, BAR, Math.max(1, h));
            label(svg, canvas, part, sum(decided), to + h / 2);
            from += h;
            to += Math.max(h, 6) + GAP;
        }
        from = TOP + middle;
        for (Part part : left) {
            double h = part.items() * unit;
            svg.path("flow left", ribbon(x.first() + BAR, from, x.third(), to, h));
            svg.rect("bar left", x.third(), to, BAR, Math.max(1, h));
            label(svg, canvas, part, received, to + h / 2);
            from += h;
            to += Math.max(h, 6) + GAP;
        }
        return svg;
    }

    private static void label(Svg svg, Canvas canvas, Part part, double of, double y) {
        double x = Columns.on(canvas).labels();
        String whole = part.cssClass().equals("left") ? " of received" : " of decided";
        svg.text("label", "start", x, Math.max(y, TOP + 6) + 1, Svg.fit(part.name(), canvas.pick(30, 21)));
        svg.text(
                "axis",
                "start",
                x,
                Math.max(y, TOP + 6) + 16,
                Words.count(part.items()) + " · " + Words.percent(part.items() / of) + canvas.pick(whole, ""));
    }

    private static String ribbon(double x1, double y1, double x2, double y2, double h) {
        double m = (x1 + x2) / 2;
        double thick = Math.max(h, 1);
        return "M" + xy(x1, y1) + "C" + xy(m, y1) + " " + xy(m, y2) + " " + xy(x2, y2) + "L" + xy(x2, y2 + thick) + "C"
                + xy(m, y2 + thick) + " " + xy(m, y1 + thick) + " " + xy(x1, y1 + thick) + "Z";
    }

    private static String xy(double x, double y) {
        return Svg.n(x) + " " + Svg.n(y);
    }

    private static String description(List<Part> decided, List<Part> left) {
        double received = sum(decided) + sum(left);
        StringBuilder text = new StringBuilder();
        text.append("Of ")
                .append(Words.plural(Math.round(received), "item", "items"))
                .append(" received, ");
        text.append(Words.count(sum(decided))).append(" were decided:");
        for (Part part : decided) {
            text.append(' ').append(Words.count(part.items())).append(' ').append(part.name());
            text.append(part == decided.get(decided.size() - 1) ? "." : ",");
        }
        if (left.isEmpty()) {
            return text.append(" None left before a decision.").toString();
        }
        text.append(" Not decided:");
        for (Part part : left) {
            text.append(' ').append(Words.count(part.items())).append(' ').append(part.name());
            text.append(part == left.get(left.size() - 1) ? "." : ",");
        }
        return text.toString();
    }
}
