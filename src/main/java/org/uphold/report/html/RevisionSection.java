package org.uphold.report.html;

/**
 * Where revisions are recorded. The log itself is in the manifest and on the index page: the same figures give the same
 * report, whenever and however often they are published.
 */
final class RevisionSection implements Section {

    @Override
    public String id() {
        return "revisions";
    }

    @Override
    public String title() {
        return "Revision log";
    }

    @Override
    public void write(Markup out, Report report) {
        out.open("p")
                .text("When these figures were made, whether the period is provisional, why, and which vintages came"
                        + " before stands in ");
        out.element("a", "manifest.json", "href", "manifest.json").text(" and, for all vintages side by side, on the ");
        out.element("a", "index of reports", "href", "../../../index.html")
                .text(". This file holds neither clock nor run number, so two vintages with the same hash are the same"
                        + " figures.")
                .close("p");
        report.summary()
                .map(r -> r.number("superseded_letters"))
                .ifPresent(
                        n -> out.element(
                                "p",
                                n == 0
                                        ? "No statement says anything else of the cases in this window."
                                        : Words.plural(Math.round(n), "statement", "statements")
                                                + " of cases in this window gave way to another of the same case, which is counted instead."));
    }
}
