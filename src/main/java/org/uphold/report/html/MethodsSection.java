package org.uphold.report.html;

import java.util.List;

/** The methods in plain words; the formulas stand in the data dictionary. */
final class MethodsSection implements Section {

    private record Method(String term, String words) {}

    private static final List<Method> METHODS = List.of(
            new Method(
                    "Item, case, letter",
                    "An item is one disputed treatment in a letter, with its own outcome. A case is one case number. A case"
                            + " reviewed again counts by its latest letter only. The headline counts items, as the"
                            + " Division of Workers' Compensation does."),
            new Method(
                    "Uphold rate",
                    "Items upheld, divided by items upheld, overturned and overturned in part. A partial decision is not"
                            + " upheld; two other rates, without partial decisions and with half credit for them, are in"
                            + " the files. Items that left before a decision, and unknown outcomes, are not in it."),
            new Method(
                    "Interval",
                    "A 95 % Wilson score interval. Items of one letter share worker, reviewer and records and tend to go the"
                            + " same way, so the interval is widened as if there were fewer items (the effective"
                            + " number). A wide interval says: too few to know. It"
                            + " is of its own group: whether two groups differ cannot be read off two intervals, whether"
                            + " they overlap or not."),
            new Method(
                    "Funnel and flags",
                    "Small groups stray further by chance than large ones, so each is compared with limits of its own size,"
                            + " by exact binomial tails of an effective number of items: as many as would say as much if"
                            + " they were independent. Where groups vary more than chance would make them, they count as"
                            + " fewer (Spiegelhalter 2005). A flag needs a point outside the 3σ limit and a false discovery"
                            + " rate of at most 5 % over all groups of its table (Benjamini-Hochberg). No flag means no"
                            + " evidence of difference, not proof of sameness."),
            new Method(
                    "Standardized ratio",
                    "Decisions that did not uphold, divided by those expected from the overall rates of the same services."
                            + " 1 is as expected; it takes out that some groups see harder services than others."),
            new Method(
                    "Any and primary",
                    "A letter may cite several guidelines and name several specialties. Tables of any mention count an item"
                            + " under each, and do not add up; tables of the primary one count the first, and do."),
            new Method(
                    "Classification",
                    "Services, guidelines and specialties are read from the words of the letter by versioned tables. What"
                            + " no rule matches is Unclassified, shown, never dropped; what is not printed is Not"
                            + " stated."),
            new Method(
                    "No ranking",
                    "Tables can be sorted, but an order without its intervals is no ranking: neighbours are mostly"
                            + " indistinguishable. Reviewers are not ranked at all."));

    @Override
    public String id() {
        return "methods";
    }

    @Override
    public String title() {
        return "Methods in plain words";
    }

    @Override
    public void write(Markup out, Report report) {
        out.open("dl", "class", "methods");
        for (Method method : METHODS) {
            out.open("div")
                    .element("dt", method.term())
                    .element("dd", method.words())
                    .close("div");
        }
        out.close("dl");
        out.open("p").text("Definition and formula of every column: ");
        out.element("a", "data_dictionary.csv", "href", "data_dictionary.csv")
                .text(".")
                .close("p");
    }
}
