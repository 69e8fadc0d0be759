package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.rates.Column;
import org.uphold.rates.Dimension;
import org.uphold.rates.Figures;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.SyntheticWindow;

class PublishedFileTest {

    private static final WindowTallies WINDOW =
            SyntheticWindow.of(new SyntheticWindow.Size(900, 5, 12, 9, 4, 14, 80), 8);

    private static PublishedTable read(PublishedTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(Figures.format(table.columns().get(i), row.get(i)));
            }
            rows.add(cells);
        }
        return PublishedFile.table(
                table.name(), table.columns().stream().map(Column::name).toList(), rows);
    }

    @Test
    void a_package_that_is_read_back_verifies_like_the_one_that_was_written() {
        for (Profile profile : Profile.values()) {
            Disclosed disclosed =
                    new Disclosure().apply(profile, WINDOW, MeasureOptions.DEFAULT, DisclosureContext.first(425));
            assertThat(disclosed.report().passed()).isTrue();
            List<PublishedTable> back =
                    disclosed.tables().stream().map(PublishedFileTest::read).toList();
            Verification.Result result = new Verification().verify(profile, back);
            assertThat(result.mismatches()).isEmpty();
            assertThat(result.findings()).isEmpty();
            assertThat(result).isEqualTo(new Verification().verify(profile, disclosed.tables()));
        }
    }

    @Test
    void table_names_are_taken_apart_into_their_dimensions() {
        assertThat(PublishedPackage.dimensions("uphold_by_service_category_guideline_source"))
                .containsExactly(Dimension.SERVICE_CATEGORY, Dimension.GUIDELINE_SOURCE);
        assertThat(PublishedPackage.dimensions("uphold_by_primary_specialty"))
                .containsExactly(Dimension.PRIMARY_SPECIALTY);
        assertThat(PublishedPackage.dimensions("summary")).isEmpty();
        assertThat(PublishedPackage.dimensions("timeliness")).isNull();
    }

    @Test
    void a_table_that_says_otherwise_than_its_total_is_noticed() {
        List<PublishedTable> tables = new Disclosure()
                .apply(Profile.NONE, WINDOW, MeasureOptions.DEFAULT, DisclosureContext.first(425)).tables().stream()
                        .map(t -> t.name().equals("dispositions") ? without(t) : t)
                        .toList();
        assertThat(new Verification().verify(Profile.NONE, tables).mismatches())
                .anyMatch(m -> m.contains("received_items"));
    }

    private static PublishedTable without(PublishedTable table) {
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
        rows.removeIf(r -> "WITHDRAWN".equals(r.get(0)));
        return new PublishedTable(table.name(), table.title(), table.columns(), rows);
    }
}
