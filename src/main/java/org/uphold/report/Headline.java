package org.uphold.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.json.Json;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.tables.SummaryTable;

/** The figures of the summary's row by column, for lists of packages; suppressed ones are left out. */
public final class Headline {

    private Headline() {}

    /** As a JSON object. */
    public static String json(List<PublishedTable> tables) {
        return Json.line(of(tables));
    }

    static Map<String, Object> of(List<PublishedTable> tables) {
        return tables.stream()
                .filter(table -> table.name().equals(SummaryTable.NAME))
                .findFirst()
                .map(Headline::of)
                .orElse(Map.of());
    }

    private static Map<String, Object> of(PublishedTable summary) {
        Map<String, Object> headline = new LinkedHashMap<>();
        if (summary.rows().isEmpty()) {
            return headline;
        }
        List<@Nullable Object> row = summary.rows().get(0);
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (value != null) {
                boolean decimal = summary.columns().get(i).type() == ColumnType.DECIMAL;
                headline.put(summary.columns().get(i).name(), decimal ? Figures.decimal((Double) value) : value);
            }
        }
        return headline;
    }
}
