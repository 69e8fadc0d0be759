package org.uphold.job.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uphold.job.control.RunException;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.PublishedTable;

class LastGuardTest {

    private static final String STORY =
            "Occupational Medicine The worker fell from a ladder on 08-05-2014 and takes naproxen daily";

    private static PublishedTable table(String name, @Nullable String... values) {
        return new PublishedTable(
                name,
                "Title",
                List.of(
                        new Column("specialty", ColumnType.TEXT, true, "Specialty", ""),
                        new Column("note", ColumnType.TEXT, false, "Note", ""),
                        new Column("items", ColumnType.INTEGER, false, "Items", "")),
                Arrays.stream(values)
                        .map(value -> Arrays.<@Nullable Object>asList(value, STORY, 1L))
                        .toList());
    }

    @Test
    void a_story_among_the_names_of_rows_stops_the_package_and_is_not_quoted() {
        RunException refused = catchThrowableOfType(
                RunException.class,
                () -> LastGuard.demand(List.of(table("uphold_by_specialty", "Neurology", STORY, null)), List.of()));
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.getMessage())
                .contains("uphold_by_specialty, column specialty (1 of 3 rows)")
                .doesNotContain("ladder");
    }

    @Test
    void names_pass_whatever_a_column_of_notes_says() {
        assertThatCode(() -> LastGuard.demand(
                        List.of(table("uphold_by_specialty", "Neurology", "Not stated", "Surgery of the Hand")),
                        List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void all_texts_of_a_statement_of_the_users_are_looked_at() {
        RunException refused = catchThrowableOfType(
                RunException.class, () -> LastGuard.demand(List.of(), List.of(table("mine", "A"))));
        assertThat(refused.getMessage()).contains("mine, column note (1 of 1 rows)");
    }
}
