package org.uphold.cells;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;
import org.uphold.copy.CopyRows;
import org.uphold.rates.Dimension;
import org.uphold.rates.sums.KeptGroupings;
import org.uphold.rates.sums.KeyBook;
import org.uphold.rates.sums.Keys;

/**
 * Keys of dimensions by the values of the columns that they depend on, found out by the very joins of {@link DimensionSql}, once
 * for each value. So a dimension is stated in one place, and the store is not asked again for what it said before.
 */
final class StoredKeys implements Keys {

    private final Map<Field<?>, RawValues> inputs = new LinkedHashMap<>();
    private final Map<Dimension, Part> parts = new EnumMap<>(Dimension.class);

    /** Of all that the store keeps sums by. */
    StoredKeys() {
        this(KeptGroupings.dimensions(KeptGroupings.codes()));
    }

    StoredKeys(Iterable<Dimension> dimensions) {
        List<Field<?>> columns = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            Field<?> input = LetterRows.column(dimension.input());
            if (!columns.contains(input)) {
                columns.add(input);
                inputs.put(input, new RawValues());
            }
            parts.computeIfAbsent(dimension, d -> new Part(columns.indexOf(input), new KeyBook()));
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

    @Override
    public Part part(Dimension dimension) {
        Part part = parts.get(dimension);
        if (part == null) {
            throw new IllegalArgumentException("No keys were asked for of " + dimension);
        }
        return part;
    }

    /** How many values are remembered. */
    int size() {
        return inputs.values().stream().mapToInt(RawValues::count).sum();
    }

    /** Looks up the keys of values that were not met before, within a transaction. */
    void lookUp(DSLContext dsl) {
        List<Field<?>> columns = columns();
        List<RawValues> values = values();
        Map<Dimension, Part> behind = new EnumMap<>(Dimension.class);
        parts.forEach((dimension, part) -> {
            if (part.book().known() < values.get(part.input()).count()) {
                behind.put(dimension, part);
            }
        });
        if (behind.isEmpty()) {
            return;
        }
        // The schema's name is left out, so that the dimension's own joins read the rows that are made up here.
        DSLContext unqualified = DSL.using(
                dsl.configuration().derive(SettingsTools.clone(dsl.settings()).withRenderSchema(false)));
        dsl.execute("set local search_path = uphold");
        behind.forEach((dimension, part) -> keys(
                        unqualified,
                        dimension,
                        columns.get(part.input()),
                        values.get(part.input()),
                        part.book().known())
                .forEach(part.book()::add));
        dsl.execute("set local search_path = default");
    }

    /** The keys of each value from one on, by a statement over as many rows as there are values: they go there as one array. */
    private static List<List<List<String>>> keys(
            DSLContext dsl, Dimension dimension, Field<?> column, RawValues values, int from) {
        List<List<List<String>>> keys = new ArrayList<>();
        String[] texts = new String[values.count() - from];
        for (int i = 0; i < texts.length; i++) {
            keys.add(new ArrayList<>());
            byte[] bytes = values.bytes(from + i);
            texts[i] = bytes == null ? null : text(CopyRows.value(column.getType(), bytes));
        }
        // A row of a letter or of an item with nothing but the one column.
        Name holder = column.getQualifiedName().qualifier();
        Field<Integer> number = field(name(holder.last(), "number"), Integer.class);
        Table<? extends Record> rows = select(
                        field(name("given", "number"), Integer.class).as("number"),
                        field(name("given", "text"), String.class)
                                .cast(column.getDataType())
                                .as(column.getName()))
                .from("unnest({0}) with ordinality as given (text, number)", val(texts))
                .asTable(holder.last());
        List<Field<String>> columns = DimensionSql.keys(dimension);
        List<SelectFieldOrAsterisk> selected = new ArrayList<>(List.of(number));
        selected.addAll(columns);
        for (Record row : dsl.fetch(select(selected).from(DimensionSql.join(rows, dimension)))) {
            String[] words = new String[columns.size()];
            for (int i = 0; i < words.length; i++) {
                words[i] = row.get(i + 1, String.class);
            }
            keys.get(row.get(number) - 1).add(List.of(words));
        }
        return keys;
    }

    /** As the server reads it back; arrays are of numbers. */
    private static String text(Object value) {
        return value instanceof Object[] array
                ? Arrays.stream(array).map(Object::toString).collect(Collectors.joining(",", "{", "}"))
                : value.toString();
    }
}
