package org.uphold.report.html;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code index.html}: every job, window and vintage, the newest first. */
public final class IndexPage {

    /**
     * One package, as its manifest tells.
     *
     * @param job name
     * @param window folder name
     * @param vintage N
     * @param link to its report, or to its folder where it has none; relative
     * @param finished when its figures were ready, ISO in UTC; empty where the manifest cannot be read
     * @param rate headline
     * @param lower end of its interval
     * @param upper end of its interval
     * @param items disputed items
     * @param read readings of its run
     * @param rejected those that were refused
     * @param disclosure its profile
     * @param latest whether it is the newest of its window
     * @param status {@code final}, {@code provisional}, or what is wrong with it
     * @param reasons why it was made
     */
    public record Entry(
            String job,
            String window,
            int vintage,
            String link,
            String finished,
            @Nullable Double rate,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double items,
            @Nullable Double read,
            @Nullable Double rejected,
            String disclosure,
            boolean latest,
            String status,
            List<String> reasons) {

        public Entry {
            reasons = List.copyOf(reasons);
        }
    }

    private static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(Entry::finished)
            .reversed()
            .thenComparing(Entry::window)
            .thenComparing(Comparator.comparingInt(Entry::vintage).reversed());

    /** The committed example; it stands last, so that nobody takes it for a report. */
    private static final String SAMPLE = "sample";

    private IndexPage() {}

    public static String of(List<Entry> entries) {
        Markup out = new Markup();
        String css = ReportPage.resource("report.css");
        String script = ReportPage.resource("report.js");
        ReportPage.head(out, "Uphold: all reports", css, script);
        out.open("header", "class", "top").element("p", "Independent medical review", "class", "kicker");
        out.element("h1", "All reports").close("header").open("main").line();
        if (entries.isEmpty()) {
            out.element("p", "Nothing has been published yet.");
        }
        Map<String, List<Entry>> jobs = entries.stream()
                .sorted(NEWEST_FIRST)
                .collect(Collectors.groupingBy(Entry::job, LinkedHashMap::new, Collectors.toList()));
        List<Entry> sample = jobs.remove(SAMPLE);
        jobs.forEach((job, packages) -> job(out, job, packages));
        if (sample != null) {
            job(out, SAMPLE, sample);
        }
        out.close("main");
        return out.trusted("\n<script>" + script + "</script>\n</body>\n</html>\n")
                .toString();
    }

    private static void job(Markup out, String job, List<Entry> packages) {
        out.open("section").element("h2", job);
        if (job.equals(SAMPLE)) {
            out.element("p", "Made from the invented letters that ship with the program.");
        }
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Reports of " + job);
        out.open("table", "data-filter", packages.size() > 12 ? "yes" : null);
        out.element("caption", "Reports of " + job + ", newest first")
                .open("thead")
                .open("tr");
        for (String header : List.of(
                "Window",
                "Vintage",
                "Published (UTC)",
                "Uphold rate",
                "95 % interval",
                "Items",
                "Refused",
                "Disclosure",
                "Status",
                "Why")) {
            boolean number =
                    List.of("Uphold rate", "95 % interval", "Items", "Refused").contains(header);
            out.element("th", header, "scope", "col", "class", number ? "n" : null);
        }
        out.close("tr").close("thead").line().open("tbody");
        packages.forEach(entry -> row(out, entry));
        out.close("tbody").close("table").close("div").close("section").line();
    }

    private static void row(Markup out, Entry entry) {
        out.open("tr", "class", entry.latest() ? null : "hidden").open("th", "scope", "row");
        out.element("a", entry.window().replace("_", " to "), "href", entry.link())
                .close("th");
        out.element("td", "v" + entry.vintage() + (entry.latest() ? "" : ", superseded"));
        String finished = entry.finished();
        out.element(
                "td",
                finished.length() < 16
                        ? Words.NOTHING
                        : finished.substring(0, 16).replace('T', ' '));
        out.element("td", Words.percent(entry.rate()), "class", "n");
        out.element("td", Words.interval(entry.lower(), entry.upper()), "class", "n");
        out.element("td", Words.count(entry.items()), "class", "n");
        out.element("td", refused(entry), "class", "n").element("td", entry.disclosure());
        out.open("td").element("span", entry.status(), "class", "badge").close("td");
        out.element("td", String.join(", ", entry.reasons())).close("tr").line();
    }

    /** Letters and rows that could not be read, of those that the run read; nothing where it read none. */
    private static String refused(Entry entry) {
        return entry.read() == null || entry.read() == 0
                ? Words.NOTHING
                : Words.count(entry.rejected()) + " of " + Words.count(entry.read());
    }
}
