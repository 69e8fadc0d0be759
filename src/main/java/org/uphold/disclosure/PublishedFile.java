package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Dimension;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;

/** Makes a table of the cells of a published file, so that packages of earlier days and other hands can be looked at. */
public final class PublishedFile {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern TRUTH = Pattern.compile("true|false");

    /** Keys of the tables that are not grouped by dimensions. */
    private static final Map<String, Set<String>> KEYS = Map.of(
            "dispositions", Set.of("disposition"),
            "timeliness", Set.of("measure"),
            "concentration", Set.of("claims_administrators"),
            "disclosure", Set.of("table"),
            "data_dictionary", Set.of("table", "column"));

    private PublishedFile() {}

    /**
     * @param name file name without ending
     * @param header column names
     * @param rows cells as text, as many as the header has; an empty cell is no value
     */
    public static PublishedTable table(String name, List<String> header, List<List<String>> rows) {
        Set<String> keys = keys(name);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            boolean key = keys.contains(header.get(i));
            columns.add(new Column(header.get(i), key ? ColumnType.TEXT : type(rows, i), key, "", ""));
        }
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (List<String> row : rows) {
            List<@Nullable Object> parsed = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                parsed.add(Figures.parse(columns.get(i).type(), row.get(i)));
            }
            values.add(parsed);
        }
        return new PublishedTable(name, name, columns, values);
    }

    private static Set<String> keys(String name) {
        List<Dimension> dimensions = PublishedPackage.dimensions(name);
        if (dimensions == null) {
            return KEYS.getOrDefault(name, Set.of());
        }
        Set<String> keys = new HashSet<>();
        dimensions.forEach(d -> keys.addAll(d.columns()));
        return keys;
    }

    private static ColumnType type(List<List<String>> rows, int column) {
        List<String> cells =
                rows.stream().map(r -> r.get(column)).filter(c -> !c.isEmpty()).toList();
        return cells.stream().allMatch(WHOLE.asMatchPredicate())
                ? ColumnType.INTEGER
                : cells.stream().allMatch(DECIMAL.asMatchPredicate())
                        ? ColumnType.DECIMAL
                        : cells.stream().allMatch(TRUTH.asMatchPredicate()) ? ColumnType.BOOLEAN : ColumnType.TEXT;
    }
}
