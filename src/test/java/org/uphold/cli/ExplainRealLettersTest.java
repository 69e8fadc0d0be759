package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.TestDatabase;
import org.uphold.job.control.OpenStore;
import org.uphold.job.explaining.Explainer;
import org.uphold.rates.Column;
import org.uphold.rates.PublishedTable;
import org.uphold.report.PackageReader;
import org.uphold.settings.Database;
import org.uphold.store.Provenance.ReadItem;

/** Every printed row of the real letters, down to its items. */
class ExplainRealLettersTest {

    private static final Path LETTERS = Path.of("../shared/data/letters");

    @TempDir
    private Path base;

    @Test
    void the_items_listed_make_up_the_printed_counts_of_every_row_of_every_table_of_items(TestReporter reporter)
            throws Exception {
        assumeTrue(Files.isDirectory(LETTERS), "the real letters are not here");
        try (TestDatabase database = TestDatabase.empty()) {
            Installation here = new Installation(base, database);
            here.job(
                    "letters",
                    "description: real ones",
                    "sources:",
                    "  - path: " + LETTERS.toAbsolutePath() + "/*.pdf");
            assertThat(here.uphold("run", "letters").exit()).isZero();
            Path folder = base.resolve("reports/letters/all/v1");
            int rows = 0;
            try (OpenStore store =
                    OpenStore.open(new Database.External(database.jdbcUrl(), database.user(), database.password()))) {
                Explainer explainer = new Explainer(store);
                for (PublishedTable table : new PackageReader().tables(folder)) {
                    if (!isOfItems(table)) {
                        continue;
                    }
                    for (List<@Nullable Object> row : table.rows()) {
                        List<String> key = key(table, row);
                        List<ReadItem> items = new ArrayList<>();
                        Explainer.Explanation explanation = explainer.explain(folder, table.name(), key, items::add);
                        assertThat(explanation.printed()).containsKey("items");
                        assertThat(explanation.agrees())
                                .as(
                                        "%s %s lists %s, prints %s",
                                        table.name(), key, explanation.listed(), explanation.printed())
                                .isTrue();
                        assertThat(items).allSatisfy(item -> {
                            assertThat(item.letter().source()).endsWith(".pdf");
                            assertThat(item.letter().place().toString()).isNotBlank();
                            assertThat(item.rule()).isNotBlank();
                            assertThat(item.letter().run()).isOne();
                        });
                        assertThat(items)
                                .hasSize(Math.toIntExact(explanation.listed().getOrDefault("items", 0L)));
                        rows++;
                    }
                }
            }
            reporter.publishEntry("rows explained", Integer.toString(rows));
            assertThat(rows).isGreaterThan(100);
        }
    }

    private static boolean isOfItems(PublishedTable table) {
        return table.name().equals("summary")
                || table.name().startsWith("uphold_by_")
                || table.name().equals("guideline_concordance");
    }

    private static List<String> key(PublishedTable table, List<@Nullable Object> row) {
        return table.name().equals("summary")
                ? List.of()
                : table.columns().stream()
                        .filter(Column::key)
                        .map(column -> String.valueOf(row.get(table.indexOf(column.name()))))
                        .toList();
    }
}
