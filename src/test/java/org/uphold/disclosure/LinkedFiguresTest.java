package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.determination.Outcome;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.Disposition;
import org.uphold.rates.tables.Measures;
import org.uphold.rates.tables.SummaryTable;
import org.uphold.rates.tables.Suppression;
import org.uphold.rates.tables.SyntheticWindow;

/** Figures elsewhere in a package that would tell a hidden count. */
class LinkedFiguresTest {

    private static final WindowTallies WINDOW =
            SyntheticWindow.of(new SyntheticWindow.Size(900, 5, 12, 9, 4, 14, 80), 8);

    private static Map<String, PublishedTable> tables(WindowTallies window, Map<String, Set<List<String>>> hidden) {
        Suppression suppression = new LinkedFigures(window, hidden, Set.of()).suppression();
        Map<String, PublishedTable> tables = new TreeMap<>();
        new Measures()
                .tables(window, MeasureOptions.DEFAULT, suppression, List.of())
                .forEach(t -> tables.put(t.name(), t));
        return tables;
    }

    private static @Nullable Object summary(Map<String, PublishedTable> tables, String column) {
        PublishedTable summary = Objects.requireNonNull(tables.get(SummaryTable.NAME));
        return summary.rows().get(0).get(summary.indexOf(column));
    }

    private static WindowTallies with(Disposition undated, Map<Outcome, Disposition> dispositions) {
        return new WindowTallies(
                WINDOW.overall(),
                WINDOW.categories(),
                WINDOW.groups(),
                WINDOW.concordance(),
                dispositions,
                undated,
                0,
                0,
                WINDOW.timeliness(),
                WINDOW.claimsAdministrators());
    }

    @Test
    void the_undated_are_not_counted_under_a_profile_for_the_row_without_a_date_would_leave_those_that_only_left() {
        WindowTallies window = with(new Disposition(40, 25), WINDOW.dispositions());
        assertThat(summary(tables(window, Map.of()), "undated_letters")).isNull();
        assertThat(summary(tables(window, Map.of()), "undated_items")).isNull();
        Map<String, PublishedTable> open = new TreeMap<>();
        new Measures().tables(window, MeasureOptions.DEFAULT).forEach(t -> open.put(t.name(), t));
        assertThat(summary(open, "undated_letters")).isEqualTo(25L);
        assertThat(summary(open, "undated_items")).isEqualTo(40L);
    }

    @Test
    void shares_of_a_hidden_total_are_hidden_in_every_row() {
        PublishedTable shown = tables(WINDOW, Map.of()).get("guideline_concordance");
        PublishedTable hidden = tables(WINDOW, Map.of(SummaryTable.NAME, Set.of(SummaryTable.KEY)))
                .get("guideline_concordance");
        assertThat(shown).isNotNull();
        assertThat(hidden).isNotNull();
        int share = Objects.requireNonNull(shown).indexOf("share_of_items");
        assertThat(shown.rows()).allMatch(r -> r.get(share) != null);
        assertThat(Objects.requireNonNull(hidden).rows()).isNotEmpty().allMatch(r -> r.get(share) == null);
    }

    @Test
    void few_letters_overturned_in_part_hide_those_overturned_which_would_bound_them() {
        Map<Outcome, Disposition> dispositions = new HashMap<>(WINDOW.dispositions());
        dispositions.put(Outcome.OVERTURNED, new Disposition(220, 180));
        dispositions.put(Outcome.PARTIALLY_OVERTURNED, new Disposition(9, 8));
        Map<String, PublishedTable> tables = tables(with(Disposition.NONE, dispositions), Map.of());
        assertThat(summary(tables, "letters_overturned")).isNull();
        assertThat(summary(tables, "letters_partially_overturned")).isNull();
        assertThat(summary(tables, "letters_upheld")).isNotNull();
    }

    @Test
    void few_letters_overturned_in_part_are_told_apart_in_no_table() {
        Map<Outcome, Disposition> dispositions = new HashMap<>(WINDOW.dispositions());
        dispositions.put(Outcome.PARTIALLY_OVERTURNED, new Disposition(9, 8));
        Map<String, PublishedTable> tables = tables(with(Disposition.NONE, dispositions), Map.of());
        for (String name : List.of(SummaryTable.NAME, "uphold_by_service_category", "guideline_concordance")) {
            PublishedTable table = Objects.requireNonNull(tables.get(name));
            for (String column :
                    List.of("overturned", "partially_overturned", "rate_excluding_partial", "rate_half_credit")) {
                assertThat(table.rows()).as(name + " " + column).allMatch(r -> r.get(table.indexOf(column)) == null);
            }
            assertThat(table.rows()).anyMatch(r -> r.get(table.indexOf("uphold_rate")) != null);
        }
    }

    @Test
    void what_no_table_of_rates_holds_is_shown_in_the_first_release_of_a_period_only() {
        Map<Outcome, Disposition> dispositions = new HashMap<>(WINDOW.dispositions());
        dispositions.put(Outcome.WITHDRAWN, new Disposition(50, 40));
        WindowTallies window = with(Disposition.NONE, dispositions);
        Suppression first = new LinkedFigures(window, Map.of(), Set.of(), true).suppression();
        Suppression later = new LinkedFigures(window, Map.of(), Set.of(), false).suppression();
        assertThat(first.hides("dispositions", List.of("WITHDRAWN"))).isFalse();
        assertThat(later.hides("dispositions", List.of("WITHDRAWN"))).isTrue();
        assertThat(later.hides("timeliness", List.of("received_to_decision"))).isTrue();
    }

    @Test
    void an_exit_of_few_hides_how_long_reviews_took_for_those_letters_are_counted_there() {
        Map<Outcome, Disposition> dispositions = new HashMap<>(WINDOW.dispositions());
        dispositions.put(Outcome.DISMISSED, new Disposition(4, 4));
        PublishedTable table = Objects.requireNonNull(
                tables(with(Disposition.NONE, dispositions), Map.of()).get("timeliness"));
        assertThat(table.rows()).allMatch(r -> r.get(table.indexOf("letters")) == null);
    }
}
