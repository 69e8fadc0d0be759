package org.uphold.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupingTest {

    @Test
    void the_name_of_a_table_tells_what_it_is_grouped_by() {
        for (Grouping grouping : upToThreeDimensions()) {
            assertThat(Grouping.ofTable(grouping.tableName()))
                    .as(grouping.code())
                    .hasValueSatisfying(read -> assertThat(read.tableName()).isEqualTo(grouping.tableName()));
        }
        assertThat(Grouping.STANDARD)
                .allSatisfy(g -> assertThat(Grouping.ofTable(g.tableName())).contains(g));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summary",
                "uphold_by_",
                "uphold_by_nothing",
                "uphold_by_month_month",
                "uphold_by_service_service_category",
                "uphold_by_specialty_primary_specialty",
                "uphold_by_month_",
                "uphold_by_service_categoryspecialty"
            })
    void a_name_that_no_table_has_is_none(String name) {
        assertThat(Grouping.ofTable(name)).isEmpty();
    }

    @Test
    void where_nothing_is_stated_every_column_of_a_key_says_so() {
        for (Dimension dimension : Dimension.values()) {
            assertThat(dimension.keys(List.of()))
                    .as(dimension.code())
                    .containsExactly(Collections.nCopies(dimension.columns().size(), "Not stated"));
        }
    }

    private static List<Grouping> upToThreeDimensions() {
        List<List<Dimension>> all = new ArrayList<>(List.of(List.of()));
        List<Grouping> groupings = new ArrayList<>();
        for (int size = 1; size <= 3; size++) {
            List<List<Dimension>> larger = new ArrayList<>();
            for (List<Dimension> some : all) {
                for (Dimension dimension : Dimension.values()) {
                    if (some.stream().allMatch(d -> Collections.disjoint(d.columns(), dimension.columns()))) {
                        List<Dimension> more = new ArrayList<>(some);
                        more.add(dimension);
                        larger.add(more);
                        groupings.add(new Grouping(more));
                    }
                }
            }
            all = larger;
        }
        return groupings;
    }
}
