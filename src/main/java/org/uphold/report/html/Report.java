package org.uphold.report.html;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.report.PackageContent;
import org.uphold.report.WrittenFile;
import org.uphold.report.html.TableView.Row;

/**
 * What sections are written from.
 *
 * @param content the package
 * @param files written before the report, with their hashes
 */
record Report(PackageContent content, List<WrittenFile> files) {

    Optional<TableView> table(String name) {
        return TableView.of(content, name);
    }

    /** The row of overall figures. */
    Optional<Row> summary() {
        return table("summary").flatMap(t -> t.rows().stream().findFirst());
    }

    @Nullable
    Double overallRate() {
        return summary().map(r -> r.number("uphold_rate")).orElse(null);
    }
}
