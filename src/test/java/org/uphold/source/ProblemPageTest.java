package org.uphold.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProblemPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/problems.md");

    @Test
    void the_page_of_problems_says_what_the_enum_says() throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, ProblemPage.markdown());
        }
        assertThat(PAGE).exists();
        assertThat(Files.readString(PAGE))
                .as("%s is out of date: run `mvn test -Dtest=ProblemPageTest -Dregenerate=true` and commit it", PAGE)
                .isEqualTo(ProblemPage.markdown());
    }

    @Test
    void every_code_has_a_meaning_and_a_remedy() {
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(code.meaning()).as(code.name()).endsWith(".");
            assertThat(code.remedy()).as(code.name()).endsWith(".");
        }
    }
}
