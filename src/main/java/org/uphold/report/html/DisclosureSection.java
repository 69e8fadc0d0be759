package org.uphold.report.html;

import java.util.List;

/** What may not be shown, and by which rule. */
final class DisclosureSection implements Section {

    @Override
    public String id() {
        return "disclosure";
    }

    @Override
    public String title() {
        return "Disclosure";
    }

    @Override
    public void write(Markup out, Report report) {
        String profile = report.content().edition().disclosure();
        out.open("p")
                .text("Profile ")
                .element("code", profile)
                .text(": " + meaning(profile))
                .close("p");
        List<TableView> hidden = report.content().tables().stream()
                .map(TableView::of)
                .filter(t -> t.hidden() > 0)
                .toList();
        if (hidden.isEmpty()) {
            out.element("p", "Nothing in this package is suppressed.");
        } else {
            out.open("ul");
            for (TableView table : hidden) {
                out.open("li").text(table.table().title() + ": ");
                out.text(table.hidden() + " of " + Words.plural(table.rows().size(), "row", "rows") + " not shown");
                out.close("li");
            }
            out.close("ul");
            out.element(
                    "p",
                    "All hidden rows carry one code, whether hidden for themselves or so that another cannot be worked out"
                            + " by subtraction.");
        }
        if (!report.content().notes().isEmpty()) {
            out.open("ul");
            report.content().notes().forEach(note -> out.element("li", note));
            out.close("ul");
        }
    }

    private static String meaning(String profile) {
        return switch (profile) {
            case "none" -> "every cell is shown. This report is for internal use; small counts can identify people.";
            case "cms11" -> "no count of 1 to 10 people is shown, nor can it be worked out from what is.";
            case "calhhs" ->
                "the scoring of the California Health and Human Services Data De-Identification Guidelines; the scores"
                        + " are printed below.";
            default -> "see the notes.";
        };
    }
}
