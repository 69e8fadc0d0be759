package org.uphold.aggregate;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;
import org.uphold.copy.CopyRows;

/**
 * Keys of dimensions by the values of the columns that they depend on, found out by the very joins of {@link DimensionSql}, once
 * for each value. So a dimension is stated in one place, and the store is not asked again for what it said before.
 */
final class DimensionKeys {

    /** Values in one statement. */
    private static final int AT_ONCE = 1_000;

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

    /** Looks up the keys of values that were not met before. */
    void lookUp(DSLContext dsl) {
        List<Field<?>> columns = columns();
        List<RawValues> values = values();
        parts.forEach((dimension, part) -> {
            RawValues of = values.get(part.input());
            while (part.book().known() < of.count()) {
                int from = part.book().known();
                int to = Math.min(of.count(), from + AT_ONCE);
                keys(dsl, dimension, columns.get(part.input()), of, from, to).forEach(part.book()::add);
            }
        });
    }

    /** The keys of each value of a range, by a statement over as many rows as there are values. */
    private static List<List<List<String>>> keys(
            DSLContext dsl, Dimension dimension, Field<?> column, RawValues values, int from, int to) {
        List<List<List<String>>> keys = new ArrayList<>();
        RowN[] rows = new RowN[to - from];
        for (int i = 0; i < rows.length; i++) {
            keys.add(new ArrayList<>());
            byte[] bytes = values.bytes(from + i);
            Object value = bytes == null ? null : CopyRows.value(column.getType(), bytes);
            rows[i] = DSL.row(List.of(inline(i), DSL.inline(value, column.getDataType())));
        }
        // A row of a letter or of an item with nothing but the one column; the schema's name is left out, so that the
        // dimension's own joins read it.
        Name holder = column.getQualifiedName().qualifier();
        Table<? extends Record> example = DSL.values(rows).as(holder.last(), "value", column.getName());
        Field<Integer> number = field(name(holder.last(), "value"), Integer.class);
        List<Field<String>> columns = DimensionSql.keys(dimension);
        List<SelectFieldOrAsterisk> selected = new ArrayList<>(List.of(number));
        selected.addAll(columns);
        Select<? extends Record> select = select(selected).from(DimensionSql.join(example, dimension));
        DSLContext unqualified = DSL.using(
                dsl.configuration().derive(SettingsTools.clone(dsl.settings()).withRenderSchema(false)));
        dsl.execute("set local search_path = uphold");
        for (Record row : unqualified.fetch(select)) {
            String[] words = new String[columns.size()];
            for (int i = 0; i < words.length; i++) {
                words[i] = row.get(i + 1, String.class);
            }
            keys.get(row.get(number)).add(List.of(words));
        }
        dsl.execute("set local search_path = default");
        return keys;
    }
}
