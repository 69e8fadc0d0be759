package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.PublishedTable;

class CategoriesTest {

    private static PublishedTable table(List<List<@Nullable Object>> rows) {
        return new PublishedTable(
                "uphold_by_service_category",
                "Uphold rates by service category",
                List.of(
                        new Column("service_category", ColumnType.TEXT, true, "", ""),
                        new Column("items", ColumnType.INTEGER, false, "", ""),
                        new Column("uphold_rate", ColumnType.DECIMAL, false, "", ""),
                        new Column("ci95_lower", ColumnType.DECIMAL, false, "", ""),
                        new Column("ci95_upper", ColumnType.DECIMAL, false, "", "")),
                rows);
    }

    private static List<@Nullable Object> row(String name, @Nullable Object... figures) {
        List<@Nullable Object> row = new ArrayList<>(List.of(name));
        row.addAll(Arrays.asList(figures));
        return row;
    }

    @Test
    void the_five_highest_and_the_five_lowest_stand_around_a_gap() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            rows.add(row("Service " + (char) ('A' + i), 1_000L + i, 0.5 + i / 100.0, 0.4 + i / 100.0, 0.6 + i / 100.0));
        }
        assertThat(Categories.lines(List.of(table(rows))))
                .containsExactly(
                        "service category  items  upheld  95 % interval",
                        "Service M         1,012  62.0 %   52.0 to 72.0",
                        "Service L         1,011  61.0 %   51.0 to 71.0",
                        "Service K         1,010  60.0 %   50.0 to 70.0",
                        "Service J         1,009  59.0 %   49.0 to 69.0",
                        "Service I         1,008  58.0 %   48.0 to 68.0",
                        "… 3 more",
                        "Service E         1,004  54.0 %   44.0 to 64.0",
                        "Service D         1,003  53.0 %   43.0 to 63.0",
                        "Service C         1,002  52.0 %   42.0 to 62.0",
                        "Service B         1,001  51.0 %   41.0 to 61.0",
                        "Service A         1,000  50.0 %   40.0 to 60.0",
                        "an interval is of its category alone: funnel_flag says which differ from all, and no order is a ranking");
    }

    @Test
    void few_are_each_named_once_and_those_that_are_not_shown_are_not_there() {
        assertThat(Categories.lines(List.of(table(List.of(
                        row("Injection", 20L, 0.9, 0.8, 0.95),
                        row("Small", null, null, null, null),
                        row("Surgery", 21L, 0.4, 0.3, 0.5))))))
                .containsExactly(
                        "service category  items  upheld  95 % interval",
                        "Injection            20  90.0 %   80.0 to 95.0",
                        "Surgery              21  40.0 %   30.0 to 50.0",
                        "an interval is of its category alone: funnel_flag says which differ from all, and no order is a ranking");
    }

    @Test
    void without_rates_there_is_no_table() {
        assertThat(Categories.lines(List.of())).isEmpty();
        assertThat(Categories.lines(List.of(table(List.of(row("Small", null, null, null, null))))))
                .isEmpty();
    }
}
