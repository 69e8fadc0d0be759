package org.uphold.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 2 * * *",
                "0 6 1 1,4,7,10 *",
                "*/15 * * * *",
                "0-30/10 8-18 * * MON-FRI",
                "5 4 * jan sun",
                "0 0 1 * 7",
            })
    void what_cron_and_kubernetes_and_spring_understand_is_a_schedule(String cron) {
        assertThat(new Schedule(cron, ZoneOffset.UTC).cron()).isEqualTo(cron);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30 2 * *",
                "0 30 2 * * *",
                "60 2 * * *",
                "30 24 * * *",
                "30 2 0 * *",
                "30 2 * 13 *",
                "30 2 * * 8",
                "@daily",
                "30 2 * * FRI-MON",
                "*/0 * * * *",
                "1-2-3 * * * *",
                "30 2 L * *",
                "a * * * *",
                "1, * * * *",
            })
    void anything_else_is_refused(String cron) {
        assertThatThrownBy(() -> new Schedule(cron, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cron");
    }
}
