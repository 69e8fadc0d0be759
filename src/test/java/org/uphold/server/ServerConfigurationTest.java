package org.uphold.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerConfigurationTest {

    @ParameterizedTest(name = "{0} processors: {1} helpers")
    @CsvSource({"1, 0", "2, 1", "3, 2", "64, 2"})
    void who_makes_an_index_and_its_helpers_are_no_more_than_the_processors(int processors, int helpers) {
        assertThat(ServerConfiguration.helpers(processors)).isEqualTo(helpers);
    }
}
