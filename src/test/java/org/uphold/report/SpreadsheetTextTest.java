package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''+1", "＝1"})
    void what_a_spreadsheet_would_run_gets_an_apostrophe_and_loses_it_when_read(String text) {
        String cell = SpreadsheetText.neutralised(text);
        assertThat(cell).isEqualTo("'" + text);
        assertThat(SpreadsheetText.restored(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acupuncture", "'tis", "x=1", "' ", "10-day supply"})
    void other_text_is_left_alone(String text) {
        assertThat(SpreadsheetText.neutralised(text)).isEqualTo(text);
        assertThat(SpreadsheetText.restored(text)).isEqualTo(text);
    }

    @Test
    void an_apostrophe_alone_is_text() {
        assertThat(SpreadsheetText.restored("'")).isEqualTo("'");
    }
}
