package org.uphold.aggregate;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.uphold.schema.Tables.DETERMINATION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;

/**
 * Keys of dimensions by the values of the columns that they depend on, found out by the very joins of {@link DimensionSql}: each
 * value is looked up once, in the first letter that shows it. So a dimension is stated in one place, and the store is
 * not asked again for what it said before.
 */
final class DimensionKeys {

    private static final Field<Integer> VALUE = field(name("example", "value"), Integer.class);
    private static final Field<Long> EXAMPLE_ID = field(name("example", "id"), Long.class);
    private static final Field<Integer> EXAMPLE_NUMBER = field(name("example", "number"), Integer.class);

    private final Map<Field<?>, RawValues> inputs = new LinkedHashMap<>();
    private final Map<Dimension, RateCells.Part> parts = new EnumMap<>(Dimension.class);

    DimensionKeys(Iterable<Dimension> dimensions) {
        List<Field<?>> columns = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            Field<?> input = DimensionSql.input(dimension);
            if (!columns.contains(input)) {
                columns.add(input);
                inputs.put(input, new RawValues());
            }
            parts.computeIfAbsent(dimension, d -> new RateCells.Part(columns.indexOf(input), new KeyBook()));
        }
    }

    /** The columns that the dimensions depend on, each once: the inputs of batches. */
    List<Field<?>> columns() {
        return List.copyOf(inputs.keySet());
    }

    /** Values met so far, column by column. */
    List<RawValues> values() {
        return List.copyOf(inputs.values());
    }

    /** Where a dimension is read from in a batch, and its keys. */
    RateCells.Part part(Dimension dimension) {
        RateCells.Part part = parts.get(dimension);
        if (part == null) {
            throw new IllegalArgumentException("No keys were asked for of " + dimension);
        }
        return part;
    }

    /** The parts of a grouping, in the order of its dimensions. */
    List<RateCells.Part> parts(List<Dimension> dimensions) {
        return dimensions.stream().map(this::part).toList();
    }

    /** How many values are remembered. */
    int size() {
        return inputs.values().stream().mapToInt(RawValues::count).sum();
    }

    /** Looks up the values that this batch is the first to show. */
    void lookUp(DSLContext dsl, LetterBatch letters) {
        List<RawValues> values = values();
        Map<Integer, Examples> examples = new LinkedHashMap<>();
        parts.forEach((dimension, part) -> {
            int count = values.get(part.input()).count();
            if (part.book().known() < count) {
                Examples of = examples.computeIfAbsent(
                        part.input(),
                        input -> Examples.of(letters, input, part.book().known(), count));
                of.keys(dsl, dimension).forEach(part.book()::add);
            }
        });
    }

    /** Items that show values, one for each value of a range. */
    private record Examples(Long[] ids, Integer[] numbers) {

        static Examples of(LetterBatch letters, int input, int from, int to) {
            Long[] ids = new Long[to - from];
            Integer[] numbers = new Integer[to - from];
            for (int letter = 0; letter < letters.letters(); letter++) {
                for (int item = letters.from(letter); item < letters.to(letter); item++) {
                    int value = letters.value(item, input) - from;
                    if (value >= 0 && ids[value] == null) {
                        ids[value] = letters.id(letter);
                        numbers[value] = letters.number(item);
                    }
                }
            }
            return new Examples(ids, numbers);
        }

        /** The keys of each of the values. */
        List<List<List<String>>> keys(DSLContext dsl, Dimension dimension) {
            List<List<List<String>>> keys = new ArrayList<>();
            Integer[] values = new Integer[ids.length];
            for (int i = 0; i < ids.length; i++) {
                keys.add(new ArrayList<>());
                values[i] = i;
            }
            Table<? extends Record> rows = DimensionSql.join(items(values), dimension);
            List<Field<String>> columns = DimensionSql.keys(dimension);
            List<SelectFieldOrAsterisk> selected = new ArrayList<>(List.of(VALUE));
            selected.addAll(columns);
            for (Record row : dsl.fetch(select(selected).from(rows))) {
                keys.get(row.get(VALUE))
                        .add(Arrays.asList(
                                row.into(columns.toArray(Field<?>[]::new)).into(String[].class)));
            }
            return keys;
        }

        private Table<? extends Record> items(Integer[] values) {
            return table("unnest({0}, {1}, {2})", val(values), val(ids), val(numbers))
                    .as("example", "value", "id", "number")
                    .join(DETERMINATION.as("letter"))
                    .on(LetterRows.ID.eq(EXAMPLE_ID))
                    .join(LetterRows.ITEM)
                    .on(LetterRows.ITEM.DETERMINATION.eq(LetterRows.ID), LetterRows.ITEM.NUMBER.eq(EXAMPLE_NUMBER));
        }
    }
}
