package org.uphold.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;

/** Where a header has the fields of a dialect. */
final class Columns {

    private static final int[] NONE = {};

    private final List<String> header;
    private final int[][] byField = new int[Field.values().length][];
    private final List<String> missing = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();
    private int mapped;

    Columns(Dialect dialect, List<String> rawHeader) {
        header = rawHeader.stream().map(Folding::fold).toList();
        Map<String, Integer> byName = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (byName.putIfAbsent(name(dialect, header.get(i)), i) != null) {
                twice.add(name(dialect, header.get(i)));
            }
        }
        Arrays.fill(byField, NONE);
        dialect.columns.forEach((field, names) -> {
            byField[field.ordinal()] = names.stream()
                    .map(n -> name(dialect, n))
                    .filter(byName::containsKey)
                    .mapToInt(byName::get)
                    .distinct()
                    .toArray();
            mapped += byField[field.ordinal()].length;
            for (String n : names) {
                if (twice.contains(name(dialect, n))) {
                    repeated.add(n);
                }
            }
            if (byField[field.ordinal()].length == 0 && needsColumn(dialect, field)) {
                missing.add(String.join(" or ", names));
            }
        });
    }

    private static boolean needsColumn(Dialect dialect, Field field) {
        return dialect.required.contains(field) || field == Field.SERVICE || field == Field.OUTCOME;
    }

    private static String name(Dialect dialect, String name) {
        return dialect.exactNames ? name : Words.columnKey(name);
    }

    /** Columns of a field, the first that holds something counts; none where the table has no such column. */
    int[] of(Field field) {
        return byField[field.ordinal()];
    }

    boolean has(Field field) {
        return of(field).length > 0;
    }

    /** Names of the columns that the dialect understands, as the header has them. */
    List<String> used() {
        return Arrays.stream(byField)
                .flatMapToInt(Arrays::stream)
                .distinct()
                .mapToObj(header::get)
                .toList();
    }

    /** The name of a column as the header has it. */
    String name(int column) {
        return header.get(column);
    }

    int count() {
        return header.size();
    }

    /** How many columns the dialect understands. */
    int mapped() {
        return mapped;
    }

    boolean isComplete() {
        return missing.isEmpty() && repeated.isEmpty();
    }

    /** What the header lacks; the message names columns only, which are no one's secret. */
    Problem problem() {
        if (missing.isEmpty()) {
            return new Problem(
                    ProblemCode.MISSING_COLUMN,
                    "expected each column once, found " + String.join(", ", repeated) + " several times",
                    Place.line(1));
        }
        StringBuilder message = new StringBuilder("expected the columns ").append(String.join(", ", missing));
        message.append("; found none of these names");
        for (String name : missing) {
            Optional<String> near = Words.nearest(name, header);
            near.ifPresent(found ->
                    message.append("; ").append(found).append(" is near to ").append(name));
        }
        return new Problem(ProblemCode.MISSING_COLUMN, message.toString(), Place.line(1));
    }
}
