package org.uphold.rates.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.rates.Cell;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Figures;
import org.uphold.rates.Grouping;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;

class MeasuresTest {

    private static final WindowTallies WINDOW =
            SyntheticWindow.of(new SyntheticWindow.Size(800, 6, 20, 12, 5, 14, 85), 3);

    private static final List<PublishedTable> TABLES = new Measures().tables(WINDOW, MeasureOptions.DEFAULT);

    private static PublishedTable table(String name) {
        return TABLES.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    private static Object value(PublishedTable table, int row, String column) {
        return Objects.requireNonNull(table.rows().get(row).get(table.indexOf(column)), column);
    }

    private static long sum(PublishedTable table, String column) {
        long sum = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            sum += (Long) value(table, row, column);
        }
        return sum;
    }

    @Test
    void every_table_of_the_contract_is_there_in_a_fixed_order() {
        assertThat(TABLES)
                .extracting(PublishedTable::name)
                .containsExactly(
                        "summary",
                        "uphold_by_service_category",
                        "uphold_by_service",
                        "uphold_by_guideline_source",
                        "uphold_by_guideline",
                        "uphold_by_specialty",
                        "uphold_by_primary_guideline",
                        "uphold_by_primary_specialty",
                        "uphold_by_service_category_specialty",
                        "uphold_by_service_category_guideline_source",
                        "uphold_by_guideline_source_specialty",
                        "uphold_by_month",
                        "uphold_by_year",
                        "guideline_concordance",
                        "dispositions",
                        "timeliness",
                        "concentration",
                        "data_dictionary");
    }

    @Test
    void the_columns_of_the_contract_come_first_and_in_its_order() {
        List<String> contract = List.of(
                "items cases upheld overturned partially_overturned unknown uphold_rate ci95_lower ci95_upper rate_excluding_partial rate_half_credit expected_upheld standardized_ratio funnel_flag q_value additive annotation"
                        .split(" ", -1));
        for (PublishedTable table : TABLES) {
            if (table.name().startsWith("uphold_by_")) {
                List<String> names = table.columns().stream().map(Column::name).toList();
                int keys = (int) table.columns().stream().filter(Column::key).count();
                assertThat(names.subList(keys, keys + contract.size())).isEqualTo(contract);
                assertThat(names).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void additive_tables_sum_to_the_summary_and_everything_received_to_its_dispositions() {
        long items = (Long) value(table("summary"), 0, "items");
        for (PublishedTable table : TABLES) {
            if (table.indexOf("additive") >= 0 && (Boolean) value(table, 0, "additive")) {
                assertThat(sum(table, "items")).as(table.name()).isEqualTo(items);
                assertThat(sum(table, "upheld")).as(table.name()).isEqualTo(value(table("summary"), 0, "upheld"));
            }
        }
        assertThat(sum(table("dispositions"), "items")).isEqualTo(value(table("summary"), 0, "received_items"));
    }

    @Test
    void expected_counts_of_categories_are_their_own_and_those_of_a_partition_sum_to_the_upheld() {
        PublishedTable categories = table("uphold_by_service_category");
        for (int row = 0; row < categories.rows().size(); row++) {
            double expected = (Double) value(categories, row, "expected_upheld");
            assertThat(expected).isCloseTo(((Long) value(categories, row, "upheld")).doubleValue(), within(1e-9));
        }
        PublishedTable months = table("uphold_by_month");
        double sum = 0;
        for (int row = 0; row < months.rows().size(); row++) {
            sum += (Double) value(months, row, "expected_upheld");
        }
        assertThat(sum).isCloseTo(((Long) value(table("summary"), 0, "upheld")).doubleValue(), within(1e-6));
    }

    @Test
    void rows_stand_in_code_point_order_of_their_keys() {
        assertThat(List.of("b", "\uD83D\uDE00", "\uFF21", "a").stream()
                        .sorted(Figures.CODE_POINT_ORDER)
                        .toList())
                .containsExactly("a", "b", "\uFF21", "\uD83D\uDE00");
        for (PublishedTable table : TABLES) {
            List<List<String>> keys = table.rows().stream()
                    .map(row -> {
                        List<String> key = new ArrayList<>();
                        for (int i = 0; i < row.size(); i++) {
                            if (table.columns().get(i).key()) {
                                key.add(Objects.toString(row.get(i)));
                            }
                        }
                        return key;
                    })
                    .toList();
            assertThat(keys)
                    .as(table.name())
                    .isSortedAccordingTo(Figures.KEY_ORDER)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_order_in_which_groups_arrive_changes_nothing() {
        java.util.Map<Grouping, List<Cell>> shuffled = new java.util.HashMap<>();
        WINDOW.groups().forEach((g, cells) -> {
            List<Cell> copy = new ArrayList<>(cells);
            Collections.shuffle(copy, new java.util.Random(9));
            shuffled.put(g, copy);
        });
        WindowTallies other = new WindowTallies(
                WINDOW.overall(),
                WINDOW.categories(),
                shuffled,
                WINDOW.concordance(),
                WINDOW.dispositions(),
                WINDOW.undated(),
                WINDOW.superseded(),
                WINDOW.unclassifiedItems(),
                WINDOW.timeliness(),
                WINDOW.claimsAdministrators());
        assertThat(new Measures().tables(other, MeasureOptions.DEFAULT)).isEqualTo(TABLES);
    }

    @Test
    void the_dictionary_has_a_row_with_a_definition_for_every_published_column() {
        PublishedTable dictionary = table("data_dictionary");
        Set<List<Object>> described = new HashSet<>();
        for (int row = 0; row < dictionary.rows().size(); row++) {
            described.add(List.of(value(dictionary, row, "table"), value(dictionary, row, "column")));
            assertThat((String) value(dictionary, row, "definition")).isNotBlank();
        }
        for (PublishedTable table : TABLES) {
            for (Column column : table.columns()) {
                assertThat(described).contains(List.of(table.name(), column.name()));
            }
        }
    }

    @Test
    void every_value_has_the_type_of_its_column_and_is_read_back_as_it_was_written() {
        for (PublishedTable table : TABLES) {
            for (List<@Nullable Object> row : table.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    Column column = table.columns().get(i);
                    String text = Figures.format(column, row.get(i));
                    Object back = Figures.parse(column.type(), text);
                    assertThat(Figures.format(column, back)).isEqualTo(text);
                }
            }
        }
    }

    @Test
    void fractions_have_six_decimals_rounded_half_up() {
        Column column = new Column("x", ColumnType.DECIMAL, false, "", "");
        assertThat(Figures.format(column, 1 / 128.0)).isEqualTo("0.007813");
        assertThat(Figures.format(column, 2 / 3.0)).isEqualTo("0.666667");
        assertThat(Figures.format(column, 246_913 / 2_000_000.0)).isEqualTo("0.123457");
        assertThat(Figures.format(column, 1.0)).isEqualTo("1.000000");
        assertThat(Figures.format(column, -0.0000001)).isEqualTo("0.000000");
        assertThat(Figures.format(column, null)).isEmpty();
    }

    @Test
    void a_group_without_a_decision_has_no_rate_no_interval_and_no_flag() {
        Tally undecided = Tally.ofLetter(0, 0, 0, 2);
        FunnelPoint[] points = FunnelPoint.of(WINDOW.overall(), List.of(undecided, Tally.ofLetter(1, 0, 0, 0)));
        assertThat(points[0]).isNull();
        assertThat(points[1]).isNotNull();
        GroupRow row = new GroupRow(List.of(), undecided, null, true, MeasureOptions.DEFAULT, "");
        RateMeasures.all(MeasureOptions.DEFAULT).stream()
                .filter(m -> Set.of("uphold_rate", "ci95_lower", "ci95_upper", "deff", "n_eff")
                        .contains(m.column().name()))
                .forEach(m -> assertThat(m.value().apply(row)).isNull());
    }

    @Test
    void exact_intervals_come_on_request() {
        List<PublishedTable> exact = new Measures().tables(WINDOW, new MeasureOptions("decision", true));
        assertThat(value(exact.get(0), 0, "ci95_exact_lower")).isInstanceOf(Double.class);
        assertThat(exact.get(1).indexOf("ci95_exact_upper")).isPositive();
        for (PublishedTable table : TABLES) {
            assertThat(table.columns()).extracting(Column::name).doesNotContain("ci95_exact_lower", "ci95_exact_upper");
        }
    }

    @Test
    void a_group_far_from_the_rest_is_flagged_and_the_rest_is_not() {
        List<Tally> groups = new ArrayList<>();
        for (int g = 0; g < 30; g++) {
            groups.add(letters(85, 15));
        }
        groups.add(letters(40, 60));
        Tally overall = groups.stream().reduce(Tally.ZERO, Tally::plus);
        FunnelPoint[] points = FunnelPoint.of(overall, groups);
        assertThat(Arrays.stream(points)
                        .map(p -> Objects.requireNonNull(p).flag())
                        .filter(Objects::nonNull))
                .containsExactly("low");
        assertThat(Arrays.stream(points)
                        .max(Comparator.comparingDouble(
                                p -> Objects.requireNonNull(p).q()))
                        .orElseThrow()
                        .q())
                .isLessThanOrEqualTo(1);
    }

    private static Tally letters(int upheld, int overturned) {
        Tally sum = Tally.ZERO;
        for (int i = 0; i < upheld; i++) {
            sum = sum.plus(Tally.ofLetter(1, 0, 0, 0));
        }
        for (int i = 0; i < overturned; i++) {
            sum = sum.plus(Tally.ofLetter(0, 1, 0, 0));
        }
        return sum;
    }
}
