package org.uphold.disclosure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.rates.Cell;
import org.uphold.rates.Dimension;
import org.uphold.rates.Grouping;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.Tally;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.SyntheticStore;
import org.uphold.rates.tables.SyntheticWindow;

/** A random store and what is published from it, one release after the other, with letters that arrive or change between them. */
final class ReleaseStory {

    private static final List<Grouping> ALL = List.of(
            Grouping.of(Dimension.SERVICE_CATEGORY),
            Grouping.of(Dimension.PRIMARY_SPECIALTY),
            Grouping.of(Dimension.MONTH),
            Grouping.of(Dimension.SPECIALTY));

    /** What was published under one state of the store. */
    record Epoch(List<Intruder.Paper> papers, Truth truth) {}

    /** The true count of a row in a stretch of time. */
    interface Truth {
        long of(Intruder.Bound cell);
    }

    private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2020-01-01T00:00:00Z");

    private final SplittableRandom random;
    private final SyntheticStore store;
    private final boolean together;
    private final List<Release> ledger = new ArrayList<>();
    private final List<SyntheticStore> states = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();
    private long items;
    private long visible;
    private int refused;
    private int releases;

    /** @param together whether each package is audited with those before it, and not alone */
    ReleaseStory(long seed, boolean together) {
        this.random = new SplittableRandom(seed);
        this.together = together;
        this.store = new SyntheticStore(
                new SyntheticWindow.Size(
                        60 + random.nextInt(300),
                        2 + random.nextInt(4),
                        6,
                        4,
                        2 + random.nextInt(3),
                        6,
                        55 + random.nextInt(40),
                        1 + random.nextInt(3)),
                seed);
        tell();
    }

    private void tell() {
        begin();
        int length = 6 + random.nextInt(7);
        for (int i = 0; i < length; i++) {
            if (i > 1 && random.nextInt(4) == 0) {
                if (random.nextBoolean()) {
                    store.add(1 + random.nextInt(12));
                } else {
                    store.correct(1 + random.nextInt(4));
                }
                begin();
            }
            release(window(i), by());
        }
    }

    private void begin() {
        Map<DateRange, WindowTallies> kept = new HashMap<>();
        // Later letters must not change what was true: every stretch that is asked for is summed now.
        SyntheticStore now = store.copy();
        states.add(now);
        epochs.add(new Epoch(
                new ArrayList<>(),
                cell -> truth(
                        kept.computeIfAbsent(new DateRange(cell.from(), cell.to()), w -> now.window(w, ALL)), cell)));
    }

    private DateRange window(int number) {
        LocalDate month = LocalDate.of(2015, 1 + random.nextInt(6), 1);
        return switch (random.nextInt(7)) {
            case 0 ->
                new DateRange(
                        month.withMonth(month.getMonthValue() < 4 ? 1 : 4),
                        month.withMonth(month.getMonthValue() < 4 ? 4 : 7));
            case 1 -> new DateRange(LocalDate.of(2015, 1, 1), LocalDate.of(2015, 2 + Math.min(5, number / 2), 1));
            case 2 -> new DateRange(month, month.plusMonths(1).plusDays(1));
            case 3 -> DateRange.ALL;
            default -> new DateRange(month, month.plusMonths(1));
        };
    }

    private List<Grouping> by() {
        return switch (random.nextInt(3)) {
            case 0 -> ALL.subList(0, 1);
            case 1 -> ALL.subList(0, 3);
            default -> List.of(ALL.get(random.nextInt(ALL.size())));
        };
    }

    private void release(DateRange window, List<Grouping> by) {
        WindowTallies tallies = store.window(window, by);
        if (tallies.overall().letters() == 0) {
            return;
        }
        releases++;
        String name = "release " + releases + " " + window.folderName();
        DisclosureContext context = together
                ? DisclosureContext.after(181, new EarlierReleases(window, ledger, this::sums), () -> {})
                : DisclosureContext.first(181);
        Disclosed disclosed = new Disclosure().apply(Profile.CMS11, tallies, MeasureOptions.DEFAULT, context);
        items += disclosed.report().tables().stream().mapToLong(t -> t.items()).sum();
        if (!disclosed.report().passed()) {
            refused++;
            return;
        }
        visible += disclosed.report().tables().stream()
                .mapToLong(t -> t.visibleItems())
                .sum();
        ledger.add(new Release(name, window, BEGIN.plusDays(states.size() - 1), disclosed.released()));
        epochs.get(epochs.size() - 1)
                .papers()
                .add(new Intruder.Paper(name, window.from(), window.to(), disclosed.tables()));
    }

    private WindowTallies sums(DateRange range, @Nullable OffsetDateTime state, List<Grouping> groupings) {
        SyntheticStore of = state == null ? store : states.get((int) BEGIN.until(state, ChronoUnit.DAYS));
        return of.window(range, groupings);
    }

    private static long truth(WindowTallies window, Intruder.Bound cell) {
        List<Cell> cells = cell.table().equals("summary")
                ? List.of(new Cell(List.of(), window.overall(), Map.of()))
                : cell.table().equals("guideline_concordance")
                        ? window.concordance()
                        : window.groups().entrySet().stream()
                                .filter(e -> e.getKey().tableName().equals(cell.table()))
                                .findFirst()
                                .orElseThrow()
                                .getValue();
        Tally tally = cells.stream()
                .filter(c -> c.key().equals(cell.key()))
                .map(Cell::tally)
                .findFirst()
                .orElse(Tally.ZERO);
        return switch (cell.count()) {
            case "cases" -> tally.letters();
            case "cases_with_upheld" -> tally.casesWithUpheld();
            default -> tally.casesWithNotUpheld();
        };
    }

    /** Counts of few people that someone with the files knows better than from 1 to 10. */
    List<String> narrowed() {
        List<String> found = new ArrayList<>();
        for (Epoch epoch : epochs) {
            for (Intruder.Bound bound : Intruder.bounds(epoch.papers())) {
                long truth = epoch.truth().of(bound);
                if (bound.narrows(truth) && !(together && followsFromOne(epoch.papers(), bound, truth))) {
                    found.add(bound + " is " + truth);
                }
            }
        }
        return found;
    }

    /**
     * Whether it follows from one package by itself: margins of a package, such as its months and its categories, bound the count of a
     * category in a month, of which no package is about. What it prints is promised by its own audit.
     */
    private static boolean followsFromOne(List<Intruder.Paper> papers, Intruder.Bound bound, long truth) {
        for (Intruder.Paper one : papers) {
            List<Intruder.Paper> rest = papers.stream()
                    .map(p -> p == one ? p : new Intruder.Paper(p.name(), p.from(), p.to(), List.of()))
                    .toList();
            boolean isOfIt = bound.from().equals(one.from()) && bound.to().equals(one.to());
            if (!isOfIt
                    && Intruder.bounds(rest).stream()
                            .anyMatch(b -> b.from().equals(bound.from())
                                    && b.to().equals(bound.to())
                                    && b.table().equals(bound.table())
                                    && b.key().equals(bound.key())
                                    && b.count().equals(bound.count())
                                    && b.narrows(truth))) {
                return true;
            }
        }
        return false;
    }

    double visibleShare() {
        return items == 0 ? 1 : (double) visible / items;
    }

    int refused() {
        return refused;
    }

    int releases() {
        return releases;
    }

    List<Epoch> epochs() {
        return epochs;
    }
}
