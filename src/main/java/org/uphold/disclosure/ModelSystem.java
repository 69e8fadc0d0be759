package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.uphold.disclosure.Link.Relation;

/**
 * A package as linear constraints: a variable for each quantity of each row. Rows that are shown have their counts as both bounds. The
 * second moments behind intervals of shown rows are left free: one equation with a coefficient of its own per row fixes no hidden count.
 */
final class ModelSystem {

    /** More items than any letter holds; says that there is an item only where there is a case with one. */
    private static final long ITEMS_OF_A_CASE = 100_000;

    /** By how much a count may have fallen from one state of the store to another. */
    private static final long FEWER = 10_000;

    private static final int Q = Quantity.COUNT;

    private final PackageModel model;
    private final IntegerSystem system = new IntegerSystem();
    private final long[] truth;
    private final List<String> notLaws = new ArrayList<>();
    private final boolean allKnown;

    /** @param hidden whether each row is hidden */
    ModelSystem(PackageModel model, boolean[] hidden) {
        this.model = model;
        int n = model.rows().size();
        truth = new long[n * Q];
        boolean known = true;
        for (int row = 0; row < n; row++) {
            PackageRow values = model.rows().get(row);
            known &= values.counts() != null;
            for (Quantity quantity : Quantity.values()) {
                long count = values.count(quantity);
                truth[row * Q + quantity.index()] = count;
                system.addVariable(
                        hidden[row] ? hiddenFrom(values, quantity) : count,
                        hidden[row] ? IntegerSystem.UNBOUNDED : count);
            }
        }
        allKnown = known;
        for (int row = 0; row < n; row++) {
            addRow(row);
        }
        for (Link link : model.links()) {
            addLink(link);
        }
    }

    /** The same with what an attacker is taken to know of hidden counts; takes what building it costs. */
    static ModelSystem of(PackageModel model, boolean[] hidden, Attacker attacker, Steps allowed) {
        ModelSystem system = new ModelSystem(model, hidden);
        IntegerSystem constraints = system.system;
        long terms = constraints.variableCount();
        for (int c = 0; c < constraints.constraintCount(); c++) {
            terms += constraints.variables(c).length;
        }
        allowed.take(4 * terms);
        for (int row = 0; row < hidden.length; row++) {
            for (Quantity quantity : SensitiveCounts.ALL) {
                long count = model.rows().get(row).count(quantity);
                if (hidden[row] && attacker == Attacker.REASON_PUBLISHED) {
                    constraints.bound(
                            variable(row, quantity),
                            count > Target.SMALL ? Target.SMALL + 1 : Math.min(count, 1),
                            count > Target.SMALL ? IntegerSystem.UNBOUNDED : count == 0 ? 0 : Target.SMALL);
                }
            }
        }
        return system;
    }

    /** The least that a hidden count can be: rows of nobody are shown. */
    static long hiddenFrom(Quantity quantity) {
        return quantity == Quantity.CASES ? 1 : 0;
    }

    /** Of a row that no package names also nobody; of a change between two states fewer, too. */
    static long hiddenFrom(PackageRow row, Quantity quantity) {
        return row.listed() ? hiddenFrom(quantity) : row.count(quantity) < 0 ? -FEWER : 0;
    }

    static int variable(int row, Quantity quantity) {
        return row * Q + quantity.index();
    }

    static int row(int variable) {
        return variable / Q;
    }

    IntegerSystem system() {
        return system;
    }

    long[] truth() {
        return truth;
    }

    /** Relations that the true counts do not satisfy: what was expected is no law of this data. */
    List<String> notLaws() {
        return notLaws;
    }

    private void addRow(int row) {
        int upheld = variable(row, Quantity.UPHELD);
        int overturned = variable(row, Quantity.OVERTURNED);
        int partial = variable(row, Quantity.PARTIALLY_OVERTURNED);
        int unknown = variable(row, Quantity.UNKNOWN);
        int cases = variable(row, Quantity.CASES);
        int withUpheld = variable(row, Quantity.CASES_WITH_UPHELD);
        int withNotUpheld = variable(row, Quantity.CASES_WITH_NOT_UPHELD);
        String name = model.rows().get(row).table();
        atMost(name, new int[] {withUpheld, upheld}, 1, -1);
        atMost(name, new int[] {upheld, withUpheld}, 1, -ITEMS_OF_A_CASE);
        atMost(name, new int[] {withNotUpheld, overturned, partial}, 1, -1, -1);
        atMost(name, new int[] {overturned, partial, withNotUpheld}, 1, 1, -ITEMS_OF_A_CASE);
        atMost(name, new int[] {withUpheld, cases}, 1, -1);
        atMost(name, new int[] {withNotUpheld, cases}, 1, -1);
        atMost(name, new int[] {cases, withUpheld, withNotUpheld, unknown}, 1, -1, -1, -1);
    }

    private void atMost(String name, int[] over, long... with) {
        add(name, over, with, -IntegerSystem.NO_LIMIT, 0);
    }

    private void addLink(Link link) {
        String name = model.rows().get(link.parent()).name() + " of "
                + model.rows().get(link.children()[0]).table();
        for (Quantity quantity : Quantity.values()) {
            Relation relation = quantity.ofPeople() ? link.people() : link.items();
            int parent = variable(link.parent(), quantity);
            int[] over = new int[link.children().length + 1];
            long[] with = new long[over.length];
            over[0] = parent;
            with[0] = -1;
            for (int i = 1; i < over.length; i++) {
                over[i] = variable(link.children()[i - 1], quantity);
                with[i] = 1;
            }
            switch (relation) {
                case SUM -> add(name, over, with, 0, 0);
                case PART -> add(name, over, with, -IntegerSystem.NO_LIMIT, 0);
                case COVER -> {
                    add(name, over, with, 0, IntegerSystem.NO_LIMIT);
                    addEach(name, link, quantity);
                }
                case EACH -> addEach(name, link, quantity);
            }
        }
    }

    private void addEach(String name, Link link, Quantity quantity) {
        for (int child : link.children()) {
            atMost(name, new int[] {variable(child, quantity), variable(link.parent(), quantity)}, 1, -1);
        }
    }

    private void add(String name, int[] over, long[] with, long least, long most) {
        if (allKnown && !IntegerSystem.holds(truth, over, with, least, most)) {
            notLaws.add(name);
            return;
        }
        system.addConstraint(over, with, least, most);
    }
}
