package org.uphold.cells;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.uphold.determination.Outcome;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;

/**
 * The items behind one row of a table: statements that give {@code determination, number}, by the very joins that the sums are
 * made with, so that a new dimension needs nothing here.
 */
public final class GroupItems {

    private GroupItems() {}

    /** Items that a table of rates counts under a key. */
    public static Select<Record2<Long, Integer>> of(Grouping grouping, List<String> key, LetterView view) {
        return of(grouping.dimensions(), key, view);
    }

    /** Items that the summary counts. */
    public static Select<Record2<Long, Integer>> all(LetterView view) {
        return of(List.of(), List.of(), view);
    }

    /** Items of one disposition. */
    public static Select<Record2<Long, Integer>> of(Outcome outcome, LetterView view) {
        return items(
                GroupSums.items(view.letters()),
                LetterRows.ITEM.OUTCOME.eq(inline(org.uphold.schema.enums.Outcome.valueOf(outcome.name()))));
    }

    private static Select<Record2<Long, Integer>> of(List<Dimension> dimensions, List<String> key, LetterView view) {
        Table<? extends Record> rows = GroupSums.items(view.letters());
        List<Field<String>> columns = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            rows = DimensionSql.join(rows, dimension);
            columns.addAll(DimensionSql.keys(dimension));
        }
        Condition wanted = LetterRows.ITEM.OUTCOME.in(Arrays.stream(Outcome.values())
                .filter(Outcome::isItem)
                .map(outcome -> org.uphold.schema.enums.Outcome.valueOf(outcome.name()))
                .toList());
        for (int i = 0; i < columns.size(); i++) {
            wanted = wanted.and(columns.get(i).eq(inline(key.get(i))));
        }
        return items(rows, wanted);
    }

    private static Select<Record2<Long, Integer>> items(Table<? extends Record> rows, Condition wanted) {
        return select(LetterRows.ID.as("determination"), LetterRows.ITEM.NUMBER.as("number"))
                .from(rows)
                .where(wanted);
    }
}
