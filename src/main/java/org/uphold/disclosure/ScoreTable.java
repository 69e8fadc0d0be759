package org.uphold.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;

/** The published table that says what was done to each table, with the parts of its score. */
final class ScoreTable {

    static final String NAME = "disclosure";

    private static final List<Column> COLUMNS = List.of(
            new Column("table", ColumnType.TEXT, true, "Table", ""),
            text("profile", "Rule of disclosure"),
            text("released", "whole, reduced (rows hidden) or withheld"),
            count(
                    "rows",
                    "Rows of the table; empty where it is withheld, for how many groups there are tells about them"),
            count("hidden_rows", "Rows hidden; empty where the table is withheld"),
            count(
                    "score_events",
                    "Points for the smallest count of people; where rows are hidden or the table is withheld, as if a count of 1 to 10 were 1"),
            count("score_time", "Points for the length of time that a row covers"),
            count("score_state", "Points for a place as large as the state"),
            count("score_interactions", "Points for crossing variables"),
            count("score_variables", "Points for the number of groups of each variable"),
            new Column(
                    "score_total",
                    ColumnType.INTEGER,
                    false,
                    "Publication score; up to 12 is released",
                    "score_events + score_time + score_state + score_interactions + score_variables"));

    private ScoreTable() {}

    private static Column text(String name, String definition) {
        return new Column(name, ColumnType.TEXT, false, definition, "");
    }

    private static Column count(String name, String definition) {
        return new Column(name, ColumnType.INTEGER, false, definition, "");
    }

    static PublishedTable of(
            Profile profile, List<SuppressionReport.TableReport> tables, Map<String, CalhhsScore> scores) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        tables.stream()
                .sorted(Comparator.comparing(SuppressionReport.TableReport::table, Figures.CODE_POINT_ORDER))
                .forEach(table -> rows.add(row(profile, table, scores.get(table.table()))));
        return new PublishedTable(NAME, "Disclosure control", COLUMNS, rows);
    }

    private static List<@Nullable Object> row(
            Profile profile, SuppressionReport.TableReport table, @Nullable CalhhsScore found) {
        long hidden = table.primary() + table.complementary();
        // What is hidden may hold the smallest count: its points would tell how small.
        CalhhsScore score = found == null || !table.withheld() && hidden == 0 ? found : found.worst();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(table.table());
        row.add(profile.code());
        row.add(table.withheld() ? "withheld" : hidden > 0 ? "reduced" : "whole");
        row.add(table.withheld() ? null : (Long) table.rows());
        row.add(table.withheld() ? null : (Long) hidden);
        row.add(score == null ? null : (Long) (long) score.events());
        row.add(score == null ? null : (Long) (long) score.time());
        row.add(score == null ? null : (Long) (long) score.state());
        row.add(score == null ? null : (Long) (long) score.interactions());
        row.add(score == null ? null : (Long) (long) score.variables());
        row.add(score == null ? null : (Long) (long) score.total());
        return row;
    }
}
