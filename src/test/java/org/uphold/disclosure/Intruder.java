package org.uphold.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.PublishedTable;

/**
 * Someone who has the files of some packages and nothing else. Written apart from the audit: it lays all tables of all packages side by
 * side as sums over disjoint stretches of time, tightens what each count can be by what all others can, and asks a linear program for
 * the least and the most of each count of people.
 */
public final class Intruder {

    static final List<String> COUNTS = List.of(
            "upheld",
            "overturned",
            "partially_overturned",
            "unknown",
            "cases",
            "cases_with_upheld",
            "cases_with_not_upheld");

    public static final List<String> PEOPLE = List.of("cases", "cases_with_upheld", "cases_with_not_upheld");

    /** A package: its window (both ends null where unbounded) and its tables as read from its files. */
    public record Paper(
            String name, @Nullable LocalDate from, @Nullable LocalDate to, List<PublishedTable> tables) {}

    /** A count of people in a stretch of time: what may be at least and at most. */
    public record Bound(
            LocalDate from, LocalDate to, String table, List<String> key, String count, long least, long most) {

        /** Whether a true count of few people is known better than from 1 to 10. */
        public boolean narrows(long truth) {
            boolean right = least <= truth && truth <= most;
            return truth >= 1 && truth <= 10 && right && (least > 1 || most < 10);
        }
    }

    /** Marks of each dimension's columns; one of several columns is the coarser one first. */
    private static final Map<String, List<String>> DIMENSIONS = Map.ofEntries(
            Map.entry("service_category", List.of("category")),
            Map.entry("service", List.of("category", "subcategory")),
            Map.entry("guideline_source", List.of("any source")),
            Map.entry("guideline", List.of("any source", "any guideline")),
            Map.entry("specialty", List.of("any specialty")),
            Map.entry("primary_guideline", List.of("first source", "first guideline")),
            Map.entry("primary_specialty", List.of("first specialty")),
            Map.entry("month", List.of("month")),
            Map.entry("year", List.of("year")),
            Map.entry("claims_administrator_sources", List.of("administrator's set")),
            Map.entry("reviewer_sources", List.of("reviewer's set")),
            Map.entry("claims_administrator", List.of("administrator")),
            Map.entry("priority", List.of("priority")),
            Map.entry("jurisdiction", List.of("jurisdiction")));

    /** Marks of which a letter has one value each, and of which an item may have several. */
    private static final Set<String> OF_LETTER =
            Set.of("first specialty", "month", "year", "administrator", "priority", "jurisdiction");

    private static final Set<String> OF_MENTIONS = Set.of("any source", "any guideline", "any specialty");

    private static final LocalDate BEGIN = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 1, 1);

    private final IntruderProgram program = new IntruderProgram();
    private final List<LocalDate> days;
    private final Map<String, Integer> variables = new LinkedHashMap<>();
    private final Map<String, Set<String>> keysOfTable = new HashMap<>();
    private final List<Shown> shown = new ArrayList<>();

    private record Shown(int fromDay, int toDay, String table, List<String> key) {}

    /** Counts of people narrowed down, over all rows of the packages and of all stretches that their windows cut out. */
    public static List<Bound> bounds(List<Paper> papers) {
        return new Intruder(papers).all();
    }

    private Intruder(List<Paper> papers) {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        papers.forEach(p -> {
            cuts.add(begin(p));
            cuts.add(end(p));
        });
        days = List.copyOf(cuts);
        for (Paper paper : papers) {
            for (PublishedTable table : paper.tables()) {
                List<String> marks = marks(table.name());
                if (marks != null) {
                    read(paper, table, marks);
                }
            }
        }
        keysOfTable.forEach((table, keys) -> keys.forEach(key -> {
            for (int a = 0; a + 1 < days.size(); a++) {
                within(a, table, key);
            }
        }));
        for (String finer : keysOfTable.keySet()) {
            for (String coarser : keysOfTable.keySet()) {
                link(finer, coarser);
            }
        }
    }

    private static LocalDate begin(Paper paper) {
        return paper.from() == null ? BEGIN : paper.from();
    }

    private static LocalDate end(Paper paper) {
        return paper.to() == null ? END : paper.to();
    }

    /** Marks of a table's key columns; null where it is no table of rates. */
    private static @Nullable List<String> marks(String table) {
        if (table.equals("summary")) {
            return List.of();
        }
        if (table.equals("guideline_concordance")) {
            return List.of("administrator's set", "reviewer's set");
        }
        return table.startsWith("uphold_by_") ? split(table.substring("uphold_by_".length())) : null;
    }

    private static @Nullable List<String> split(String name) {
        if (DIMENSIONS.containsKey(name)) {
            return DIMENSIONS.get(name);
        }
        for (Map.Entry<String, List<String>> first : DIMENSIONS.entrySet()) {
            if (name.startsWith(first.getKey() + "_")) {
                List<String> rest = split(name.substring(first.getKey().length() + 1));
                if (rest != null) {
                    List<String> all = new ArrayList<>(first.getValue());
                    all.addAll(rest);
                    return all;
                }
            }
        }
        return null;
    }

    private void read(Paper paper, PublishedTable table, List<String> marks) {
        if (table.rows().isEmpty()) {
            return; // withheld, or of nobody
        }
        int from = days.indexOf(begin(paper));
        int to = days.indexOf(end(paper));
        Set<String> listed = new LinkedHashSet<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<String> key = new ArrayList<>();
            for (int i = 0; i < marks.size(); i++) {
                key.add(Objects.toString(row.get(i), ""));
            }
            String text = String.join("\u0000", key);
            listed.add(text);
            keysOfTable
                    .computeIfAbsent(table.name(), t -> new LinkedHashSet<>())
                    .add(text);
            shown.add(new Shown(from, to, table.name(), key));
            for (String count : COUNTS) {
                int column = table.indexOf(count);
                Object value = column < 0 ? null : row.get(column);
                int[] over = over(from, to, table.name(), text, count);
                if (value instanceof Long known) {
                    program.add(over, ones(over.length), known, known);
                } else if (count.equals("cases") && !marks.isEmpty()) {
                    program.add(over, ones(over.length), 1, IntruderProgram.MUCH);
                }
            }
        }
        complete.add(new Complete(from, to, table.name(), listed));
    }

    /** A table names every value that anybody has. */
    private record Complete(int from, int to, String table, Set<String> keys) {}

    private final List<Complete> complete = new ArrayList<>();

    private boolean isNobody(int stretch, String table, String key) {
        List<String> marks = Objects.requireNonNull(marks(table));
        int month = marks.indexOf("month");
        if (month >= 0 && !overlaps(stretch, key.split("\u0000", -1)[month])) {
            return true;
        }
        return complete.stream()
                .anyMatch(c -> c.table().equals(table)
                        && c.from() <= stretch
                        && stretch < c.to()
                        && !c.keys().contains(key));
    }

    private boolean overlaps(int stretch, String month) {
        if (!month.matches("\\d{4}-\\d\\d")) {
            return days.get(stretch).equals(BEGIN);
        }
        YearMonth of = YearMonth.parse(month);
        return days.get(stretch).isBefore(of.plusMonths(1).atDay(1))
                && of.atDay(1).isBefore(days.get(stretch + 1));
    }

    private int[] over(int from, int to, String table, String key, String count) {
        int[] over = new int[to - from];
        Arrays.setAll(over, i -> variable(from + i, table, key, count));
        return over;
    }

    private int variable(int stretch, String table, String key, String count) {
        return variables.computeIfAbsent(
                stretch + "\u0001" + table + "\u0001" + key + "\u0001" + count,
                name -> program.variable(COUNTS.indexOf(count)));
    }

    private static long[] ones(int length) {
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** What must be true of the counts of any row. */
    private void within(int stretch, String table, String key) {
        int[] v = COUNTS.stream()
                .mapToInt(count -> variable(stretch, table, key, count))
                .toArray();
        if (isNobody(stretch, table, key)) {
            for (int variable : v) {
                program.add(new int[] {variable}, new long[] {1}, 0, 0);
            }
            return;
        }
        atMost(new int[] {v[5], v[0]}, 1, -1);
        atMost(new int[] {v[6], v[1], v[2]}, 1, -1, -1);
        atMost(new int[] {v[5], v[4]}, 1, -1);
        atMost(new int[] {v[6], v[4]}, 1, -1);
        atMost(new int[] {v[4], v[5], v[6], v[3]}, 1, -1, -1, -1);
    }

    private void atMost(int[] over, long... with) {
        program.add(over, with, -IntruderProgram.MUCH, 0);
    }

    /** Rows of a finer table make up those of a coarser one, in every stretch. */
    private void link(String finer, String coarser) {
        List<String> fine = Objects.requireNonNull(marks(finer));
        List<String> coarse = Objects.requireNonNull(marks(coarser));
        if (finer.equals(coarser) || !fine.containsAll(coarse)) {
            return;
        }
        List<String> dropped = fine.stream().filter(m -> !coarse.contains(m)).toList();
        boolean itemsAddUp = dropped.stream().noneMatch(OF_MENTIONS::contains);
        boolean casesAddUp = OF_LETTER.containsAll(dropped);
        Map<String, List<String>> children = new LinkedHashMap<>();
        for (String key : keysOfTable.getOrDefault(finer, Set.of())) {
            String[] parts = key.split("\u0000", -1);
            List<String> parent = new ArrayList<>();
            coarse.forEach(mark -> parent.add(parts[fine.indexOf(mark)]));
            children.computeIfAbsent(String.join("\u0000", parent), p -> new ArrayList<>())
                    .add(key);
        }
        children.forEach((parent, of) -> {
            if (keysOfTable.getOrDefault(coarser, Set.of()).contains(parent)) {
                for (int a = 0; a + 1 < days.size(); a++) {
                    if (isListed(a, finer)) {
                        link(a, finer, of, coarser, parent, itemsAddUp, casesAddUp);
                    }
                }
            }
        });
    }

    /** Only where a package over the stretch has the finer table are its rows all that there are. */
    private boolean isListed(int stretch, String table) {
        return complete.stream().anyMatch(c -> c.table().equals(table) && c.from() <= stretch && stretch < c.to());
    }

    private void link(
            int stretch,
            String finer,
            List<String> children,
            String coarser,
            String parent,
            boolean itemsAddUp,
            boolean casesAddUp) {
        for (String count : COUNTS) {
            boolean sum = PEOPLE.contains(count) ? casesAddUp : itemsAddUp;
            int whole = variable(stretch, coarser, parent, count);
            int[] over = new int[children.size() + 1];
            long[] with = new long[over.length];
            for (int i = 0; i < children.size(); i++) {
                over[i] = variable(stretch, finer, children.get(i), count);
                with[i] = 1;
                if (!sum) {
                    atMost(new int[] {over[i], whole}, 1, -1);
                }
            }
            over[children.size()] = whole;
            with[children.size()] = -1;
            program.add(over, with, 0, sum ? 0 : IntruderProgram.MUCH);
        }
    }

    private List<Bound> all() {
        List<Bound> bounds = new ArrayList<>();
        if (!program.begin()) {
            return bounds; // The packages contradict each other: nothing follows from them together.
        }
        Set<Shown> asked = new LinkedHashSet<>(shown);
        keysOfTable.forEach((table, keys) -> keys.forEach(key -> {
            for (int a = 0; a + 1 < days.size(); a++) {
                asked.add(new Shown(a, a + 1, table, Arrays.asList(key.split("\u0000", -1))));
            }
        }));
        for (Shown row : asked) {
            List<String> key = Objects.requireNonNull(marks(row.table())).isEmpty() ? List.of() : row.key();
            for (String count : PEOPLE) {
                int[] over = over(row.fromDay(), row.toDay(), row.table(), String.join("\u0000", key), count);
                long[] range = program.range(over);
                bounds.add(new Bound(
                        days.get(row.fromDay()), days.get(row.toDay()), row.table(), key, count, range[0], range[1]));
            }
        }
        return bounds;
    }
}
