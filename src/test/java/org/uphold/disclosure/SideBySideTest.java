package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.determination.DateRange;
import org.uphold.rates.PublishedTable;

class SideBySideTest {

    private static final List<String> HEADER = List.of(
            "service_category",
            "upheld",
            "overturned",
            "partially_overturned",
            "unknown",
            "cases",
            "cases_with_upheld",
            "cases_with_not_upheld");

    /** Psych Services with so many cases, half of them upheld; hidden where null. */
    private static SideBySide.Published published(String from, String to, @Nullable Integer cases) {
        String[] row = new String[HEADER.size()];
        Arrays.fill(row, cases == null ? "" : "0");
        row[0] = "Psych Services";
        if (cases != null) {
            row[5] = cases.toString();
            row[1] = row[2] = row[6] = row[7] = Integer.toString(cases / 2);
        }
        PublishedTable table =
                PublishedFile.table("uphold_by_service_category", HEADER, List.of(new ArrayList<>(List.of(row))));
        DateRange window = new DateRange(LocalDate.parse(from), LocalDate.parse(to));
        return new SideBySide.Published(window.folderName(), window, "decision", List.of(table));
    }

    @Test
    void a_quarter_less_two_of_its_months_tells_the_third() {
        List<String> findings = SideBySide.findings(List.of(
                published("2017-01-01", "2017-02-01", 24),
                published("2017-02-01", "2017-03-01", 28),
                published("2017-03-01", "2017-04-01", null),
                published("2017-01-01", "2017-04-01", 58)));
        assertThat(findings)
                .singleElement()
                .asString()
                .contains("2017-01-01_2017-03-31 less 2017-01-01_2017-01-31, 2017-02-01_2017-02-28")
                .contains("Psych Services")
                .doesNotContain("58");
    }

    @Test
    void a_window_and_the_same_plus_a_day_tell_the_day_unless_one_of_them_hides_the_row() {
        SideBySide.Published longer = published("2017-01-01", "2017-04-02", 60);
        assertThat(SideBySide.findings(List.of(published("2017-01-01", "2017-04-01", 58), longer)))
                .hasSize(1);
        assertThat(SideBySide.findings(List.of(published("2017-01-01", "2017-04-01", null), longer)))
                .isEmpty();
        assertThat(SideBySide.findings(List.of(published("2017-01-01", "2017-04-01", 30), longer)))
                .isEmpty();
    }
}
