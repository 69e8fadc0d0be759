package org.uphold.disclosure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.disclosure.Link.Relation;
import org.uphold.rates.Grouping;

/**
 * A new package and earlier ones as one system. The ends of all windows cut time into stretches that do not overlap; each row of each
 * package is the sum of the rows of its stretches, of which none is shown unless a package is about just that stretch. Where the store
 * has changed between two packages, a stretch has a row for each state, and the change is a row of its own: those who arrived late are
 * people, too.
 */
final class JointModel {

    private final List<PackageModel.Table> tables;
    private final DateRange window;
    private final List<Release> releases;
    private final EarlierReleases.Sums sums;
    private final List<DateRange> stretches;
    private final List<PackageRow> rows = new ArrayList<>();
    private final List<Boolean> hidden = new ArrayList<>();
    private final Set<LinkKey> links = new LinkedHashSet<>();
    private final Map<StretchKey, Map<List<Long>, Integer>> known = new LinkedHashMap<>();
    private final Map<Read, Stretch> read = new HashMap<>();
    private final Set<Read> tied = new HashSet<>();

    private record StretchKey(int stretch, String table, List<String> key) {}

    private record LinkKey(int parent, List<Integer> children, Relation items, Relation people) {}

    private record Read(int stretch, @Nullable OffsetDateTime state) {}

    /** The rows of a stretch, by table and key. */
    private record Stretch(List<PackageModel.Table> tables, Map<String, Map<List<String>, PackageRow>> rows) {

        static Stretch of(PackageModel.Tables all) {
            Map<String, Map<List<String>, PackageRow>> rows = new HashMap<>();
            for (PackageModel.Table table : all.tables()) {
                Map<List<String>, PackageRow> byKey = rows.computeIfAbsent(table.name(), t -> new HashMap<>());
                table.rows().forEach(row -> byKey.put(row.key(), row));
            }
            return new Stretch(all.tables(), rows);
        }

        @Nullable
        PackageRow row(String table, List<String> key) {
            return rows.getOrDefault(table, Map.of()).get(key);
        }
    }

    JointModel(DateRange window, List<PackageModel.Table> tables, List<Release> releases, EarlierReleases.Sums sums) {
        this.window = window;
        this.tables = tables;
        this.releases = releases;
        this.sums = sums;
        this.stretches = stretches();
    }

    PackageModel model() {
        PackageModel own = PackageModel.of(tables);
        own.rows().forEach(row -> {
            rows.add(row);
            hidden.add(false);
        });
        own.links().forEach(this::addLink);
        for (Release release : releases) {
            PackageModel model = PackageModel.of(tables(release));
            int first = rows.size();
            rows.addAll(model.rows());
            release.tables().forEach(t -> t.rows().forEach(r -> hidden.add(!r.shown())));
            model.links().forEach(l -> addLink(shifted(l, first)));
            tie(release.window(), model, first, release.state());
        }
        tie(window, own, 0, null);
        changes();
        boolean[] fixed = new boolean[rows.size() - own.rows().size()];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = hidden.get(own.rows().size() + i);
        }
        return new PackageModel(
                List.copyOf(rows),
                links.stream()
                        .map(l -> new Link(
                                l.parent(),
                                l.children().stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray(),
                                l.items(),
                                l.people()))
                        .toList(),
                fixed);
    }

    private static List<PackageModel.Table> tables(Release release) {
        return release.tables().stream()
                .map(t -> new PackageModel.Table(
                        t.name() + " of " + release.name(),
                        Objects.requireNonNull(PublishedPackage.dimensions(t.name())),
                        t.rows().stream()
                                .map(r -> new PackageRow(
                                        t.name() + " of " + release.name(),
                                        r.key(),
                                        r.counts().stream()
                                                .mapToLong(Long::longValue)
                                                .toArray()))
                                .toList()))
                .toList();
    }

    private List<DateRange> stretches() {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        List<DateRange> windows = new ArrayList<>(List.of(window));
        releases.forEach(r -> windows.add(r.window()));
        boolean unbounded = false;
        for (DateRange range : windows) {
            unbounded |= range.isUnbounded();
            if (range.from() != null) {
                cuts.add(range.from());
            }
            if (range.to() != null) {
                cuts.add(range.to());
            }
        }
        List<DateRange> found = new ArrayList<>();
        LocalDate last = null;
        for (LocalDate cut : cuts) {
            if (last != null || unbounded) {
                found.add(new DateRange(last, cut));
            }
            last = cut;
        }
        if (unbounded) {
            found.add(new DateRange(last, null));
        }
        return found;
    }

    private void addLink(Link link) {
        links.add(new LinkKey(
                link.parent(), Arrays.stream(link.children()).boxed().toList(), link.items(), link.people()));
    }

    private static Link shifted(Link link, int by) {
        return new Link(
                link.parent() + by,
                Arrays.stream(link.children()).map(c -> c + by).toArray(),
                link.items(),
                link.people());
    }

    /** Each row of a package is the sum of its stretches, and of what has no place in any of them. */
    private void tie(DateRange range, PackageModel model, int first, @Nullable OffsetDateTime state) {
        List<Integer> inside = new ArrayList<>();
        for (int s = 0; s < stretches.size(); s++) {
            if (EarlierReleases.overlap(stretches.get(s), range)) {
                inside.add(s);
            }
        }
        Map<String, Map<List<String>, Integer>> wanted = new LinkedHashMap<>();
        for (int i = 0; i < model.rows().size(); i++) {
            PackageRow row = model.rows().get(i);
            wanted.computeIfAbsent(plain(row.table()), t -> new LinkedHashMap<>())
                    .put(row.key(), first + i);
        }
        OffsetDateTime asOf = state == null || isAsNow(inside, wanted) ? null : state;
        boolean alone = inside.size() == 1;
        for (int s : inside) {
            if (tied.add(new Read(s, asOf))) {
                tieWithin(s, asOf, alone ? wanted : Map.of());
            }
        }
        wanted.forEach((table, byKey) -> byKey.forEach((key, number) -> sum(number, table, key, inside, asOf)));
    }

    /** Tables of all packages about a stretch are linked as those of one are: a pair of one with the sums of another. */
    private void tieWithin(int s, @Nullable OffsetDateTime asOf, Map<String, Map<List<String>, Integer>> own) {
        Set<String> told = new HashSet<>();
        if (EarlierReleases.overlap(stretches.get(s), window)) {
            tables.forEach(t -> told.add(t.name()));
        }
        releases.stream()
                .filter(r -> r.overlaps(stretches.get(s)))
                .forEach(r -> r.tables().forEach(t -> told.add(t.name())));
        PackageModel part = PackageModel.of(read(s, asOf).tables().stream()
                .filter(t -> told.contains(t.name()))
                .toList());
        int[] numbers = new int[part.rows().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = stretchRow(s, part.rows().get(i), own);
        }
        for (Link link : part.links()) {
            addLink(new Link(
                    numbers[link.parent()],
                    Arrays.stream(link.children()).map(c -> numbers[c]).toArray(),
                    link.items(),
                    link.people()));
        }
    }

    private static String plain(String table) {
        int end = table.indexOf(" of ");
        return end < 0 ? table : table.substring(0, end);
    }

    /** Whether a package shows what the store would show of its stretches now. */
    private boolean isAsNow(List<Integer> inside, Map<String, Map<List<String>, Integer>> wanted) {
        for (Map.Entry<String, Map<List<String>, Integer>> table : wanted.entrySet()) {
            for (Map.Entry<List<String>, Integer> row : table.getValue().entrySet()) {
                long[] left = counts(rows.get(row.getValue())).clone();
                boolean any = false;
                for (int s : inside) {
                    PackageRow part = read(s, null).row(table.getKey(), row.getKey());
                    any |= part != null;
                    if (part != null) {
                        add(left, part, -1);
                    }
                }
                if (!any || Arrays.stream(left).anyMatch(l -> l != 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long[] counts(PackageRow row) {
        return Objects.requireNonNull(row.counts());
    }

    private static void add(long[] sum, PackageRow row, int times) {
        for (int q = 0; q < sum.length; q++) {
            sum[q] += times * counts(row)[q];
        }
    }

    private Stretch read(int stretch, @Nullable OffsetDateTime state) {
        return read.computeIfAbsent(
                new Read(stretch, state),
                r -> Stretch.of(PackageModel.tables(sums.read(stretches.get(stretch), state, groupings(stretch)))));
    }

    /** Tables of any package that is about a stretch. */
    private List<Grouping> groupings(int stretch) {
        Set<Grouping> groupings = new LinkedHashSet<>();
        if (EarlierReleases.overlap(stretches.get(stretch), window)) {
            tables.forEach(t -> Grouping.ofTable(t.name()).ifPresent(groupings::add));
        }
        releases.stream()
                .filter(r -> r.overlaps(stretches.get(stretch)))
                .flatMap(r -> r.tables().stream())
                .forEach(t -> Grouping.ofTable(t.name()).ifPresent(groupings::add));
        return List.copyOf(groupings);
    }

    /** The row of a stretch in one state: of a package where one is about it alone, else one that nobody shows. */
    private int stretchRow(int stretch, PackageRow row, Map<String, Map<List<String>, Integer>> own) {
        Map<List<Long>, Integer> states =
                known.computeIfAbsent(new StretchKey(stretch, row.table(), row.key()), k -> new LinkedHashMap<>());
        List<Long> counts = Arrays.stream(counts(row)).boxed().toList();
        Integer number = states.get(counts);
        if (number == null) {
            Integer ofPackage = own.getOrDefault(row.table(), Map.of()).get(row.key());
            number = ofPackage != null && Arrays.equals(counts(rows.get(ofPackage)), counts(row))
                    ? ofPackage
                    : unlisted(row.table() + " of " + stretches.get(stretch).folderName(), row.key(), counts(row));
            states.put(counts, number);
        }
        return number;
    }

    private int unlisted(String table, List<String> key, long[] counts) {
        rows.add(new PackageRow(table, key, counts, false));
        hidden.add(true);
        return rows.size() - 1;
    }

    private void sum(int number, String table, List<String> key, List<Integer> inside, @Nullable OffsetDateTime asOf) {
        List<Integer> children = new ArrayList<>();
        long[] left = counts(rows.get(number)).clone();
        for (int s : inside) {
            PackageRow row = read(s, asOf).row(table, key);
            if (row != null) {
                add(left, row, -1);
                children.add(stretchRow(s, row, Map.of()));
            }
        }
        if (Arrays.stream(left).anyMatch(l -> l != 0)) {
            // Without a date, or with a year only; or figures that the store cannot give again.
            children.add(stretchRow(-1, table, key, left));
        }
        if (!children.equals(List.of(number))) {
            links.add(new LinkKey(number, children, Relation.SUM, Relation.SUM));
        }
    }

    private int stretchRow(int stretch, String table, List<String> key, long[] counts) {
        Map<List<Long>, Integer> states =
                known.computeIfAbsent(new StretchKey(stretch, table, key), k -> new LinkedHashMap<>());
        List<Long> list = Arrays.stream(counts).boxed().toList();
        Integer number = states.get(list);
        if (number == null) {
            number = unlisted(table + " of no stretch", key, counts);
            states.put(list, number);
        }
        return number;
    }

    private void changes() {
        for (Map.Entry<StretchKey, Map<List<Long>, Integer>> entry : List.copyOf(known.entrySet())) {
            Integer before = null;
            for (int after : entry.getValue().values()) {
                if (before != null && entry.getKey().stretch() >= 0) {
                    long[] change = counts(rows.get(after)).clone();
                    add(change, rows.get(before), -1);
                    int number = unlisted(
                            "change of " + entry.getKey().table() + " in "
                                    + stretches.get(entry.getKey().stretch()).folderName(),
                            entry.getKey().key(),
                            change);
                    links.add(new LinkKey(after, List.of(before, number), Relation.SUM, Relation.SUM));
                }
                before = after;
            }
        }
    }
}
