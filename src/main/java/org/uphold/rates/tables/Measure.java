package org.uphold.rates.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;

/**
 * A published figure: its column and how it is computed from a row. Adding one to a list of measures adds it to every format, to the
 * data dictionary and to the schema.
 *
 * @param column what is published
 * @param value from a row; null is an empty cell
 * @param <R> what a row of the table is computed from
 */
record Measure<R>(Column column, Function<R, @Nullable Object> value) {

    static <R> Measure<R> count(String name, String definition, String formula, Function<R, @Nullable Long> value) {
        return new Measure<>(new Column(name, ColumnType.INTEGER, false, definition, formula), value::apply);
    }

    static <R> Measure<R> decimal(String name, String definition, String formula, Function<R, @Nullable Double> value) {
        return new Measure<>(new Column(name, ColumnType.DECIMAL, false, definition, formula), value::apply);
    }

    static <R> Measure<R> text(String name, String definition, String formula, Function<R, @Nullable String> value) {
        return new Measure<>(new Column(name, ColumnType.TEXT, false, definition, formula), value::apply);
    }

    static <R> Measure<R> flag(String name, String definition, String formula, Function<R, @Nullable Boolean> value) {
        return new Measure<>(new Column(name, ColumnType.BOOLEAN, false, definition, formula), value::apply);
    }

    /** A column that belongs to the row's key. */
    static <R> Measure<R> key(String name, String definition, Function<R, @Nullable String> value) {
        return new Measure<>(new Column(name, ColumnType.TEXT, true, definition, ""), value::apply);
    }

    /** The columns of measures, in order. */
    static <R> List<Column> columns(List<Measure<R>> measures) {
        return measures.stream().map(Measure::column).toList();
    }

    /** The values of a row, in the order of the measures. */
    static <R> List<@Nullable Object> row(List<Measure<R>> measures, R row) {
        List<@Nullable Object> values = new ArrayList<>(measures.size());
        for (Measure<R> measure : measures) {
            values.add(measure.value().apply(row));
        }
        return values;
    }
}
