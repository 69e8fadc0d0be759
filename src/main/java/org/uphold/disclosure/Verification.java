package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.determination.Outcome;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.tables.Dispositions;
import org.uphold.rates.tables.SummaryTable;
import org.uphold.rates.tables.Suppression;

/**
 * Checks a published package from its tables alone: that the figures agree with each other, as equations where everything is shown and
 * as inequalities where rows are hidden, and that nothing small is shown or follows.
 */
public final class Verification {

    /** Hidden counts looked at one by one; an attacker without the truth has to begin by finding any table that agrees. */
    private static final int BASE_MOVES = 60_000;

    private static final int BASE_ATTEMPTS = 6;

    private static final int MOVES = 300;

    /** Values outside of 1 to 10, the likeliest first. */
    private static final long[] NOT_SMALL = {11, 12, 15, 20, 40, 100, 1000, 0};

    /**
     * @param mismatches sentences on figures that cannot all be true; empty where all agree
     * @param findings counts of people that are shown or follow although they are small
     * @param hiddenCounts hidden counts of people looked at
     * @param undecided of these, how many could be bounded only
     */
    public record Result(List<String> mismatches, List<Finding> findings, long hiddenCounts, long undecided) {

        /** Whether the package is as it should be. */
        public boolean passed() {
            return mismatches.isEmpty() && findings.isEmpty();
        }
    }

    /**
     * @param profile the package's, from its manifest
     * @param published its tables as read back, in any order
     */
    public Result verify(Profile profile, List<PublishedTable> published) {
        return verify(profile, published, DateRange.ALL);
    }

    /**
     * @param profile the package's, from its manifest
     * @param published its tables as read back, in any order
     * @param window the package's, from its manifest; what it says of the time that a row covers is looked at too
     */
    public Result verify(Profile profile, List<PublishedTable> published, DateRange window) {
        List<PackageModel.Table> tables = PublishedPackage.tables(published);
        PackageModel model = PackageModel.of(tables);
        List<String> mismatches = new ArrayList<>(identities(published));
        boolean[] hidden = new boolean[model.rows().size()];
        for (int i = 0; i < hidden.length; i++) {
            PackageRow row = model.rows().get(i);
            hidden[i] = row.counts() == null;
            mismatches.addAll(RowIdentity.check(row));
        }
        for (Link link : model.links()) {
            mismatches.addAll(LinkIdentity.check(model, link));
        }
        if (profile == Profile.CALHHS) {
            PublishedTable scores = published.stream()
                    .filter(t -> t.name().equals(ScoreTable.NAME))
                    .findFirst()
                    .orElse(null);
            long days = PublishedSpan.mostDays(window, tables);
            tables.forEach(t -> mismatches.addAll(ScoreCheck.check(t, scores, days)));
        }
        List<Finding> findings = new ArrayList<>();
        if (profile == Profile.CMS11) {
            findings.addAll(shown(model));
        }
        if (profile == Profile.NONE || !mismatches.isEmpty()) {
            return new Result(List.copyOf(mismatches), List.copyOf(findings), 0, 0);
        }
        return audit(model, hidden, findings);
    }

    private static List<Finding> shown(PackageModel model) {
        List<Finding> findings = new ArrayList<>();
        for (PackageRow row : model.rows()) {
            for (Quantity quantity : SensitiveCounts.ALL) {
                if (row.counts() != null && Suppression.isSmall(row.count(quantity))) {
                    findings.add(new Finding(
                            row.table(), row.key(), quantity.column(), row.count(quantity), Finding.Reason.SHOWN));
                }
            }
        }
        return findings;
    }

    /**
     * The files do not say which hidden counts are small. What fails is a count that is surely one of 1 to 10 and of which some of these
     * values are ruled out.
     */
    private static Result audit(PackageModel model, boolean[] hidden, List<Finding> findings) {
        ModelSystem system = new ModelSystem(model, hidden);
        Bounds bounds = new Bounds(system.system(), Guess.of(model, hidden));
        LocalSearch local = new LocalSearch(system.system(), bounds.point());
        boolean based = false;
        for (int attempt = 1; attempt <= BASE_ATTEMPTS && !based; attempt++) {
            based = local.findBase(BASE_MOVES, attempt);
        }
        based = based || isBased(bounds, local);
        Search.Range[] ranges = new Search(bounds, 0, 0).ranges();
        long counts = 0;
        long undecided = 0;
        for (int row = 0; row < hidden.length; row++) {
            for (Quantity quantity : SensitiveCounts.ALL) {
                int variable = ModelSystem.variable(row, quantity);
                counts += hidden[row] ? 1 : 0;
                if (!hidden[row] || (based && mayBeLarge(local, variable))) {
                    continue;
                }
                Search.Range range = ranges[variable];
                boolean surelySmall = range.lower() >= 1 && range.upper() <= Suppression.SMALL;
                if (surelySmall && range.upper() - range.lower() + 1 < Suppression.SMALL) {
                    PackageRow values = model.rows().get(row);
                    long ruledOut = range.lower() > 1 ? 1 : Suppression.SMALL;
                    findings.add(new Finding(
                            values.table(), values.key(), quantity.column(), ruledOut, Finding.Reason.DERIVABLE));
                } else if (!based || surelySmall) {
                    undecided++;
                }
            }
        }
        return new Result(List.of(), List.copyOf(findings), counts, undecided);
    }

    /** Where looking around found no table that agrees, a program may. */
    private static boolean isBased(Bounds bounds, LocalSearch local) {
        int mark = bounds.mark();
        int moved = bounds.movedMark();
        bounds.touchAll();
        int[] all = IntStream.range(0, bounds.system().constraintCount()).toArray();
        boolean found = bounds.propagate()
                && new IntegerProgram(bounds, local, BASE_MOVES).solve(all, -1) == Search.Answer.FEASIBLE;
        if (found) {
            local.settle();
        }
        bounds.undo(mark, moved);
        return found;
    }

    /** Whether some table that agrees has a count outside of 1 to 10, so that it is not surely small. */
    private static boolean mayBeLarge(LocalSearch local, int variable) {
        for (long value : NOT_SMALL) {
            boolean found = local.canBe(variable, value, MOVES);
            local.back();
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** received = the sum of all dispositions, and the outcomes of the summary are those of the dispositions. */
    private static List<String> identities(List<PublishedTable> published) {
        Map<String, PublishedTable> byName = new HashMap<>();
        published.forEach(t -> byName.put(t.name(), t));
        PublishedTable summary = byName.get(SummaryTable.NAME);
        PublishedTable dispositions = byName.get(Dispositions.NAME);
        if (summary == null || dispositions == null || summary.rows().size() != 1) {
            return List.of("summary or dispositions is missing");
        }
        List<String> mismatches = new ArrayList<>();
        List<@Nullable Object> overall = summary.rows().get(0);
        long sum = 0;
        boolean hidden = false;
        for (List<@Nullable Object> row : dispositions.rows()) {
            String code = Primary.PublishedRows.key(dispositions, row).get(0);
            Long items = value(dispositions, row, "items");
            hidden |= items == null;
            sum += items == null ? 0 : items;
            Long expected = Outcome.valueOf(code).isItem()
                    ? value(summary, overall, code.toLowerCase(java.util.Locale.ROOT))
                    : null;
            if (items != null && expected != null && !items.equals(expected)) {
                mismatches.add("dispositions " + code + " has " + items + " items, summary " + expected);
            }
        }
        Long received = value(summary, overall, "received_items");
        if (received != null && (hidden ? sum > received : sum != received)) {
            mismatches.add("received_items is " + received + ", the dispositions sum to " + sum);
        }
        return mismatches;
    }

    private static @Nullable Long value(PublishedTable table, List<@Nullable Object> row, String column) {
        int index = table.indexOf(column);
        return index >= 0 && row.get(index) instanceof Long value ? value : null;
    }
}
