package org.uphold.rates.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.uphold.determination.DateRange;
import org.uphold.rates.Cell;
import org.uphold.rates.Grouping;
import org.uphold.rates.WindowTallies;

/** Invented letters with dates, as they arrive: some late, some corrected. A window of it is summed as the store sums real ones. */
public final class SyntheticStore {

    private record Dated(LocalDate day, SyntheticWindow.Letter letter) {}

    private final SyntheticWindow.Size size;
    private final SplittableRandom random;
    private final List<Dated> letters = new ArrayList<>();

    /** A store of so many letters over so many months from January 2015. */
    public SyntheticStore(SyntheticWindow.Size size, long seed) {
        this.size = size;
        this.random = new SplittableRandom(seed);
        add(size.letters());
    }

    private SyntheticStore(SyntheticStore other) {
        this.size = other.size;
        this.random = other.random.split();
        this.letters.addAll(other.letters);
    }

    /** The store as it is now, whatever arrives later. */
    public SyntheticStore copy() {
        return new SyntheticStore(this);
    }

    /** Letters that arrive now. */
    public void add(int more) {
        for (SyntheticWindow.Letter letter : SyntheticWindow.letters(size.withLetters(more), random.nextLong())) {
            letters.add(new Dated(LocalDate.parse(letter.month() + "-01").plusDays(random.nextInt(28)), letter));
        }
    }

    /** Replaces some letters by others of the same day. */
    public void correct(int some) {
        for (SyntheticWindow.Letter letter : SyntheticWindow.letters(size.withLetters(some), random.nextLong())) {
            int at = random.nextInt(letters.size());
            Dated old = letters.get(at);
            SyntheticWindow.Letter moved = new SyntheticWindow.Letter(
                    old.letter().month(), letter.specialties(), letter.items(), letter.days());
            letters.set(at, new Dated(old.day(), moved));
        }
    }

    /** The window's sums, with these tables only. */
    public WindowTallies window(DateRange window, List<Grouping> groupings) {
        WindowTallies all = SyntheticWindow.of(letters.stream()
                .filter(d -> window.contains(d.day()))
                .map(Dated::letter)
                .toList());
        Map<Grouping, List<Cell>> groups = new HashMap<>();
        groupings.forEach(g -> groups.put(g, all.groups().getOrDefault(g, List.of())));
        return new WindowTallies(
                all.overall(),
                all.categories(),
                groups,
                List.of(),
                all.dispositions(),
                all.undated(),
                all.superseded(),
                all.unclassifiedItems(),
                all.timeliness(),
                all.claimsAdministrators());
    }
}
