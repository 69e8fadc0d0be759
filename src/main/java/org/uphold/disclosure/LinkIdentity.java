package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.uphold.disclosure.Link.Relation;

/** What must be true of a shown row and the finer rows that it is made of; hidden ones may be anything from their least on. */
final class LinkIdentity {

    private LinkIdentity() {}

    static List<String> check(PackageModel model, Link link) {
        PackageRow parent = model.rows().get(link.parent());
        if (parent.counts() == null) {
            return List.of();
        }
        List<String> mismatches = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            Relation relation = quantity.ofPeople() ? link.people() : link.items();
            long whole = parent.count(quantity);
            long least = 0;
            long largest = 0;
            boolean open = false;
            for (int child : link.children()) {
                PackageRow row = model.rows().get(child);
                boolean known = row.counts() != null;
                open |= !known;
                long count = known ? row.count(quantity) : ModelSystem.hiddenFrom(quantity);
                least += count;
                largest = Math.max(largest, count);
            }
            boolean agrees = switch (relation) {
                case SUM -> open ? least <= whole : least == whole;
                case PART -> least <= whole;
                case COVER -> largest <= whole && (open || whole <= least);
                case EACH -> largest <= whole;
            };
            if (!agrees) {
                mismatches.add(parent.name() + " has " + quantity.column() + " " + whole + "; its rows in "
                        + model.rows().get(link.children()[0]).table() + " do not agree");
            }
        }
        return mismatches;
    }
}
