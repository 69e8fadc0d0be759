package org.uphold.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.PublishedTable;

/** What a package under a disclosure profile does not show, and why, in the closing lines of a run. */
final class Withheld {

    private static final String DISCLOSURE = "disclosure";
    private static final String SUMMARY = "summary";

    private Withheld() {}

    /**
     * Lines; none for a package without a profile.
     *
     * @param tables of the package
     */
    static List<String> lines(List<PublishedTable> tables) {
        return tables.stream()
                .filter(t -> t.name().equals(DISCLOSURE) && !t.rows().isEmpty())
                .findFirst()
                .map(scores -> lines(scores, tables))
                .orElse(List.of());
    }

    private static List<String> lines(PublishedTable scores, List<PublishedTable> tables) {
        long rows = 0;
        long hidden = 0;
        List<String> withheld = new ArrayList<>();
        boolean overall = true;
        String profile = "";
        for (List<@Nullable Object> row : scores.rows()) {
            String table = text(scores, row, "table");
            profile = text(scores, row, "profile");
            boolean gone = text(scores, row, "released").equals("withheld");
            if (gone) {
                withheld.add(table);
            }
            if (table.equals(SUMMARY)) {
                overall = !gone && number(scores, row, "hidden_rows") == 0;
            } else {
                rows += number(scores, row, "rows");
                hidden += number(scores, row, "hidden_rows");
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("profile " + profile + ": " + why(profile));
        if (rows > 0) {
            lines.add(
                    hidden == 0
                            ? "all " + Words.many(rows, "row") + " of the tables of rates are shown"
                            : String.format(
                                    java.util.Locale.ROOT,
                                    "withheld %,d of %,d rows of the tables of rates: those of few people, and others from which they"
                                            + " would follow",
                                    hidden,
                                    rows));
        }
        if (!withheld.isEmpty()) {
            lines.add("withheld altogether, for what is left of each would tell too much: "
                    + String.join(", ", withheld));
        }
        if (!overall) {
            lines.add("withheld the overall figures, and with them every figure that rests on them");
        }
        if (!overall && hidden == rows) {
            lines.add(
                    "nothing is left to see: the window holds too few people. A longer window, or fewer and coarser tables"
                            + " (--by), may show something");
        }
        List<String> others = others(tables);
        if (!others.isEmpty()) {
            lines.add("not shown either, as no table of rates holds it for the audit: " + String.join(", ", others));
        }
        return lines;
    }

    private static String why(String profile) {
        return profile.equals("calhhs")
                ? "a table is shown as far as its publication score is at most 12; disclosure.csv has the parts"
                : "no count of 1 to 10 people is shown, nor follows from what is";
    }

    /** Tables beside those of rates that hide a row. */
    private static List<String> others(List<PublishedTable> tables) {
        return tables.stream()
                .filter(t -> t.indexOf("uphold_rate") < 0 && hides(t))
                .map(PublishedTable::name)
                .toList();
    }

    private static boolean hides(PublishedTable table) {
        int annotation = table.indexOf("annotation");
        return annotation >= 0 && table.rows().stream().anyMatch(row -> row.get(annotation) != null);
    }

    private static String text(PublishedTable table, List<@Nullable Object> row, String column) {
        return Objects.toString(value(table, row, column).orElse(""), "");
    }

    private static long number(PublishedTable table, List<@Nullable Object> row, String column) {
        return value(table, row, column).map(v -> v instanceof Long n ? n : 0L).orElse(0L);
    }

    private static Optional<Object> value(PublishedTable table, List<@Nullable Object> row, String column) {
        int index = table.indexOf(column);
        return index < 0 ? Optional.empty() : Optional.ofNullable(row.get(index));
    }
}
