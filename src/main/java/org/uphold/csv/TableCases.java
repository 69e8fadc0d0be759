package org.uphold.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;
import org.uphold.source.SourceFile;

/**
 * The cases of a table, one reading each. A table is read twice: the first time for the cases whose rows stand apart, so that only
 * those are held back until their last part has come.
 */
public final class TableCases {

    private final TableReader reader;
    private final SourceFile file;

    public TableCases(TableReader reader, SourceFile file) {
        this.reader = reader;
        this.file = file;
    }

    /** Hands on each reading, a case whose rows stand apart put together. */
    public void each(Consumer<Reading> sink) {
        Map<String, Integer> apart = apart();
        Map<String, List<Reading.Accepted>> held = new LinkedHashMap<>();
        reader.read(file, reading -> {
            String key = key(reading);
            Integer parts = key == null ? null : apart.get(key);
            if (parts == null || !(reading instanceof Reading.Accepted accepted)) {
                sink.accept(reading);
                return;
            }
            List<Reading.Accepted> found = held.computeIfAbsent(key, none -> new ArrayList<>());
            found.add(accepted);
            if (found.size() == parts) {
                sink.accept(together(found));
                held.remove(key);
            }
        });
        held.values().forEach(parts -> sink.accept(together(parts)));
    }

    /** Keys of the cases that come in several parts, and in how many. */
    private Map<String, Integer> apart() {
        Set<String> once = new HashSet<>();
        Map<String, Integer> apart = new HashMap<>();
        reader.read(file, reading -> {
            String key = key(reading);
            if (key != null && !once.add(key)) {
                apart.merge(key, 2, (parts, two) -> parts + 1);
            }
        });
        return apart;
    }

    private static @org.jspecify.annotations.Nullable String key(Reading reading) {
        return reading instanceof Reading.Accepted accepted
                ? accepted.determination().key()
                : null;
    }

    private static Reading together(List<Reading.Accepted> parts) {
        Reading.Accepted first = parts.get(0);
        Determination said = first.determination();
        Map<Integer, DisputedItem> items = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Reading.Accepted part : parts) {
            Determination more = part.determination();
            if (!more.dates().equals(said.dates()) || !more.reviewer().equals(said.reviewer())) {
                return rejected(
                        ProblemCode.CONTRADICTORY_CASE,
                        "expected rows of one case to agree on dates and reviewer, found that they differ from those on line "
                                + part.place().line(),
                        first);
            }
            for (DisputedItem item : more.items()) {
                DisputedItem before = items.putIfAbsent(item.number(), item);
                if (before != null && !before.equals(item)) {
                    return rejected(
                            ProblemCode.DUPLICATE_ITEM,
                            "expected each item once or in equal rows, found item " + item.number()
                                    + " again with other values on line "
                                    + part.place().line(),
                            first);
                }
            }
            problems.addAll(part.problems());
        }
        return new Reading.Accepted(
                new Determination(
                        said.key(),
                        said.caseNumber(),
                        said.dates(),
                        said.priority(),
                        said.caseOutcomeAsPrinted(),
                        said.reviewer(),
                        said.attributes(),
                        items.values().stream()
                                .sorted(Comparator.comparingInt(DisputedItem::number))
                                .toList()),
                first.form(),
                first.place(),
                first.evidence(),
                problems);
    }

    private static Reading rejected(ProblemCode code, String message, Reading.Accepted first) {
        Place place = first.place();
        return new Reading.Rejected(new Problem(code, message, place), place, Sha256.NOTHING);
    }
}
