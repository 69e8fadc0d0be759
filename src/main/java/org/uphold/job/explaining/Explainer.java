package org.uphold.job.explaining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.uphold.cells.GroupItems;
import org.uphold.cells.LetterView;
import org.uphold.determination.Outcome;
import org.uphold.determination.PublishedWords;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.UnknownNameException;
import org.uphold.rates.Column;
import org.uphold.rates.Grouping;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.tables.Dispositions;
import org.uphold.rates.tables.RateTables;
import org.uphold.store.LoggedRun;
import org.uphold.store.Provenance;
import org.uphold.store.Provenance.ReadItem;
import org.uphold.store.Store;
import org.uphold.store.StoreException;
import org.uphold.store.Withdrawals;

/** From a printed row down to the items behind it, as the store was when the package was made. */
public final class Explainer {

    private static final String SUMMARY = "summary";
    private static final int MOST_NAMES = 30;

    private final Store store;

    public Explainer(OpenStore open) {
        this.store = open.store();
    }

    /**
     * What the items add up to, and what the package prints.
     *
     * @param table of the package
     * @param run that made the package
     * @param listed counts of the items, by the column that prints them
     * @param printed the same columns of the row; a suppressed count is missing
     * @param withdrawn cases of the store that were taken out by hand when the package was made, and are in no figure
     */
    public record Explanation(
            String table, long run, Map<String, Long> listed, Map<String, Long> printed, int withdrawn) {

        /** Whether every count that is printed is that of the items. */
        public boolean agrees() {
            return printed.entrySet().stream()
                    .allMatch(p -> Objects.equals(listed.getOrDefault(p.getKey(), 0L), p.getValue()));
        }

        /** Items with a decision. */
        public long determined() {
            return listed.getOrDefault("upheld", 0L)
                    + listed.getOrDefault("overturned", 0L)
                    + listed.getOrDefault("partially_overturned", 0L);
        }
    }

    /**
     * Explains one row.
     *
     * @param each is given the items, case by case
     * @throws UnknownNameException naming what there is where the table, the key or the package's run is unknown
     */
    public Explanation explain(Path folder, String name, List<String> key, Consumer<ReadItem> each) {
        KnownPackage found = KnownPackage.inFolder(store, folder, folder.toString());
        LoggedRun run = found.run();
        if (run == null) {
            throw new UnknownNameException(
                    "the package in " + folder + " was not made from this store: 'uphold doctor' shows which is used");
        }
        PublishedTable table = table(found.tables(), name);
        List<@Nullable Object> row = row(table, key);
        Map<String, Long> listed = new LinkedHashMap<>();
        Set<String> cases = new LinkedHashSet<>();
        try (Connection connection = store.begin()) {
            new Provenance(Store.dsl(connection)).items(statement(table, key, KnownPackage.view(run)), item -> {
                listed.merge("items", 1L, Long::sum);
                listed.merge(item.outcome().toLowerCase(java.util.Locale.ROOT), 1L, Long::sum);
                cases.add(item.letter().system() + " " + item.letter().caseKey());
                each.accept(item);
            });
        } catch (SQLException e) {
            throw new StoreException("The items cannot be read: " + e.getMessage(), e);
        }
        listed.put("cases", (long) cases.size());
        listed.put("letters", (long) cases.size());
        OffsetDateTime shown = run.storeTime();
        int withdrawn = shown == null ? 0 : new Withdrawals(store).countAt(shown);
        return new Explanation(table.name(), run.id(), listed, printed(table, row), withdrawn);
    }

    private static Select<? extends Record> statement(PublishedTable table, List<String> key, LetterView view) {
        return switch (table.name()) {
            case SUMMARY -> GroupItems.all(view);
            case Dispositions.NAME -> GroupItems.of(Outcome.valueOf(key.get(0)), view);
            case RateTables.CONCORDANCE -> GroupItems.of(Grouping.CONCORDANCE, key, view);
            default -> GroupItems.of(Grouping.ofTable(table.name()).orElseThrow(), key, view);
        };
    }

    private static PublishedTable table(List<PublishedTable> tables, String name) {
        String plain = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        List<PublishedTable> known =
                tables.stream().filter(Explainer::isOfItems).toList();
        return known.stream()
                .filter(t -> t.name().equals(plain) || t.name().equals(PublishedWords.RATES_BY + plain))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("no table '" + name + "' of items in the package; it has "
                        + known.stream().map(PublishedTable::name).collect(Collectors.joining(", "))));
    }

    private static boolean isOfItems(PublishedTable table) {
        return Set.of(SUMMARY, Dispositions.NAME, RateTables.CONCORDANCE).contains(table.name())
                || Grouping.ofTable(table.name()).isPresent();
    }

    private static List<@Nullable Object> row(PublishedTable table, List<String> key) {
        List<String> columns = keyColumns(table);
        if (key.size() != columns.size()) {
            throw new UnknownNameException(table.name() + " is keyed by "
                    + (columns.isEmpty()
                            ? "nothing: give no KEY"
                            : String.join(", ", columns) + ": give one value each")
                    + (columns.isEmpty() ? "" : ". Its rows are " + keys(table)));
        }
        return table.rows().stream()
                .filter(row -> key(table, row).equals(key))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException(
                        "no row " + key + " in " + table.name() + "; its rows are " + keys(table)));
    }

    private static String keys(PublishedTable table) {
        String keys = table.rows().stream()
                .limit(MOST_NAMES)
                .map(row -> key(table, row).stream().map(v -> "'" + v + "'").collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
        int more = table.rows().size() - MOST_NAMES;
        return more > 0 ? keys + " and " + more + " more" : keys;
    }

    private static List<String> keyColumns(PublishedTable table) {
        return table.name().equals(SUMMARY)
                ? List.of()
                : table.columns().stream().filter(Column::key).map(Column::name).toList();
    }

    static List<String> key(PublishedTable table, List<@Nullable Object> row) {
        return keyColumns(table).stream()
                .map(c -> String.valueOf(row.get(table.indexOf(c))))
                .toList();
    }

    private static Map<String, Long> printed(PublishedTable table, List<@Nullable Object> row) {
        List<String> columns = new ArrayList<>(
                List.of("items", "cases", "letters", "upheld", "overturned", "partially_overturned", "unknown"));
        Map<String, Long> printed = new LinkedHashMap<>();
        for (String column : columns) {
            int index = table.indexOf(column);
            if (index >= 0 && row.get(index) instanceof Long count) {
                printed.put(column, count);
            }
        }
        return printed;
    }
}
