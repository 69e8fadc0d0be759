package org.uphold.recount;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.uphold.recount.Group.Counts;

/** What is said of a group by itself, under the names of the columns; null is an empty cell. */
final class Figures {

    private static final Map<String, Double> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Figures() {}

    static Map<String, @Nullable Object> of(Group group, Rules rules) {
        Figures figures = new Figures();
        figures.counts(group);
        figures.rates(group);
        figures.intervals(group, rules);
        figures.cases(group);
        return figures.values;
    }

    private void counts(Group group) {
        values.put("items", group.determined() + group.unknown());
        values.put("cases", group.letters.size());
        values.put("upheld", group.upheld());
        values.put("overturned", group.overturned());
        values.put("partially_overturned", group.inPart());
        values.put("unknown", group.unknown());
        values.put("annotation", null);
    }

    private void rates(Group group) {
        int all = group.determined() + group.unknown();
        values.put("uphold_rate", ratio(group.upheld(), group.determined()));
        values.put("rate_excluding_partial", ratio(group.upheld(), group.upheld() + group.overturned()));
        values.put("rate_half_credit", ratio(group.upheld() + 0.5 * group.inPart(), group.determined()));
        values.put("rate_if_unknown_not_upheld", ratio(group.upheld(), all));
        values.put("rate_if_unknown_upheld", ratio(group.upheld() + group.unknown(), all));
    }

    private void intervals(Group group, Rules rules) {
        int n = group.determined();
        put("ci95_plain", Intervals.wilson(group.upheld(), n, z(0.025, Integer.MAX_VALUE)));
        if (rules.exactIntervals()) {
            put("ci95_exact", Intervals.exact(group.upheld(), n));
        }
        if (n == 0) {
            put("ci95", null);
            put("ci998", null);
            values.put("deff", null);
            values.put("n_eff", null);
            return;
        }
        double size = group.effectiveSize(rules.clustered());
        int letters = group.decidedLetters();
        boolean nothingKnown = rules.clustered() && letters == 1;
        int counted = rules.clustered() ? letters : Integer.MAX_VALUE;
        put("ci95", nothingKnown ? Intervals.ALL : Intervals.wilson(group.rate() * size, size, z(0.025, counted)));
        put("ci998", nothingKnown ? Intervals.ALL : Intervals.wilson(group.rate() * size, size, z(0.001, counted)));
        values.put("deff", n / size);
        values.put("n_eff", size);
    }

    /** Of few letters Student's. */
    private static double z(double tail, int letters) {
        return KNOWN.computeIfAbsent(
                tail + " " + Math.min(letters, 30),
                key -> letters < 30
                        ? Distributions.studentQuantile(tail, letters - 1)
                        : Distributions.normalQuantile(1 - tail));
    }

    private void cases(Group group) {
        int upheld = 0;
        int overturned = 0;
        int mixed = 0;
        int undetermined = 0;
        int withUpheld = 0;
        int withNotUpheld = 0;
        for (Counts c : group.letters.values()) {
            if (c.determined() == 0) {
                undetermined++;
            } else if (c.upheld == c.determined()) {
                upheld++;
            } else if (c.overturned == c.determined()) {
                overturned++;
            } else {
                mixed++;
            }
            withUpheld += c.upheld > 0 ? 1 : 0;
            withNotUpheld += c.upheld < c.determined() ? 1 : 0;
        }
        values.put("cases_with_upheld", withUpheld);
        values.put("cases_with_not_upheld", withNotUpheld);
        values.put("cases_upheld", upheld);
        values.put("cases_overturned", overturned);
        values.put("cases_partially_overturned", mixed);
        values.put("cases_undetermined", undetermined);
        int decided = upheld + overturned + mixed;
        values.put("case_uphold_rate", ratio(upheld, decided));
        put("case_ci95", Intervals.wilson(upheld, decided, z(0.025, Integer.MAX_VALUE)));
    }

    private void put(String name, @Nullable Intervals interval) {
        values.put(name + "_lower", interval == null ? null : (Double) interval.lower());
        values.put(name + "_upper", interval == null ? null : (Double) interval.upper());
    }

    static @Nullable Double ratio(double part, double whole) {
        return whole == 0 ? null : part / whole;
    }
}
