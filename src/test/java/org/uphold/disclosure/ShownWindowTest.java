package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.uphold.rates.Cell;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.Measures;
import org.uphold.rates.tables.SummaryTable;
import org.uphold.rates.tables.Suppression;
import org.uphold.rates.tables.SyntheticWindow;

/**
 * Every figure of every table, of whatever measure, is the same whether it is computed from everything or from what is shown alone: so it
 * tells nothing of what is hidden. A new measure that looks at anything else fails here.
 */
class ShownWindowTest {

    private static final String CATEGORIES =
            Grouping.of(Dimension.SERVICE_CATEGORY).tableName();

    /** Windows with every kind of thing to hide, and what is hidden of them. */
    private record Case(WindowTallies window, Suppression suppression) {}

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (long seed = 1; seed <= 20; seed++) {
            WindowTallies window =
                    SyntheticWindow.of(new SyntheticWindow.Size(40 + (int) seed * 40, 4, 9, 6, 4, 5, 80), seed);
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, Set<List<String>>> hidden = new HashMap<>();
            Set<String> withheld = new HashSet<>();
            window.groups().forEach((grouping, cells) -> {
                Set<List<String>> keys = new HashSet<>();
                cells.stream().filter(c -> random.nextInt(3) == 0).forEach(c -> keys.add(c.key()));
                hidden.put(grouping.tableName(), keys);
                if (random.nextInt(6) == 0) {
                    withheld.add(grouping.tableName());
                }
            });
            if (seed % 4 == 0) {
                hidden.put(SummaryTable.NAME, new HashSet<>(Set.of(SummaryTable.KEY)));
            }
            cases.add(new Case(window, new LinkedFigures(window, hidden, withheld, seed % 3 != 0).suppression()));
        }
        return cases;
    }

    /** Places whose value is not that of what is shown alone. */
    private static List<String> leaks(Case given, Function<WindowTallies, List<PublishedTable>> tables) {
        List<PublishedTable> all = tables.apply(given.window());
        List<PublishedTable> shown = tables.apply(new ShownWindow(given.window(), given.suppression()).window());
        assertThat(shown).hasSameSizeAs(all);
        List<String> leaks = new ArrayList<>();
        for (int t = 0; t < all.size(); t++) {
            PublishedTable table = all.get(t);
            assertThat(shown.get(t).rows()).as(table.name()).hasSameSizeAs(table.rows());
            for (int row = 0; row < table.rows().size(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    Object one = table.rows().get(row).get(column);
                    Object other = shown.get(t).rows().get(row).get(column);
                    if (!Objects.equals(one, other)) {
                        leaks.add(table.name() + " row " + row + ", "
                                + table.columns().get(column).name() + ": " + one + " instead of " + other);
                    }
                }
            }
        }
        return leaks;
    }

    private static List<PublishedTable> measured(Case given, WindowTallies window) {
        return new Measures().tables(window, MeasureOptions.DEFAULT, given.suppression(), List.of());
    }

    @Test
    void no_figure_is_computed_from_anything_that_is_not_shown() {
        for (Case given : cases()) {
            assertThat(leaks(given, window -> measured(given, window))).isEmpty();
        }
    }

    @Test
    void a_column_that_looks_at_a_hidden_row_is_found() {
        Column column = new Column("items_hidden", ColumnType.INTEGER, false, "Items of categories not shown", "");
        Case given = cases().stream()
                .filter(c -> c.suppression().hidesAnyOf(CATEGORIES))
                .findFirst()
                .orElseThrow();
        Function<WindowTallies, List<PublishedTable>> leaky = window -> {
            long hidden = window.groups().getOrDefault(Grouping.of(Dimension.SERVICE_CATEGORY), List.of()).stream()
                    .filter(c -> given.suppression().hides(CATEGORIES, c.key())
                            || given.suppression().withheld().contains(CATEGORIES))
                    .map(Cell::tally)
                    .mapToLong(t -> t.items())
                    .sum();
            return List.of(new PublishedTable("leaky", "Leaky", List.of(column), List.of(Arrays.asList(hidden))));
        };
        assertThat(leaks(given, leaky)).singleElement().asString().startsWith("leaky row 0, items_hidden: ");
    }

    @Test
    void a_column_that_looks_at_what_no_table_shows_is_found() {
        Case given = cases().get(1);
        Column column = new Column("all_upheld", ColumnType.INTEGER, false, "Cases all of whose items are upheld", "");
        Function<WindowTallies, List<PublishedTable>> leaky = window -> List.of(new PublishedTable(
                "leaky",
                "Leaky",
                List.of(column),
                List.of(Arrays.asList(window.overall().casesUpheld()))));
        assertThat(leaks(given, leaky)).isNotEmpty();
    }

    @Test
    void what_is_written_of_a_decimal_is_all_that_any_format_gets() {
        WindowTallies window = SyntheticWindow.of(new SyntheticWindow.Size(900, 5, 12, 9, 4, 14, 80), 8);
        new Disclosure()
                .apply(Profile.CMS11, window, MeasureOptions.DEFAULT, DisclosureContext.first(365))
                .tables()
                .forEach(table -> assertThat(table.rows().stream().flatMap(List::stream))
                        .filteredOn(v -> v instanceof Double)
                        .allSatisfy(v -> assertThat(v).isEqualTo(Math.round((Double) v * 1_000_000) / 1_000_000.0)));
    }
}
