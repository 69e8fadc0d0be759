package org.uphold.rates.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Outcome;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.WindowTallies.Disposition;

/** What became of everything received, one row per disposition; those that do not occur have zeros. */
public final class Dispositions {

    /** File name. */
    public static final String NAME = "dispositions";

    /** Key under which the summary's count of everything received is hidden. */
    public static final List<String> RECEIVED = List.of("received_items");

    private Dispositions() {}

    /** Items and letters of one outcome. */
    static Disposition of(WindowTallies window, Outcome outcome) {
        return window.dispositions().getOrDefault(outcome, Disposition.NONE);
    }

    /**
     * Letters with an item of an outcome; null where they may not be shown. Under a profile those that met a decision, or an item of
     * unknown outcome, are shown where tables of rates tell them too, which are audited: letters with an upheld item are cases with an
     * upheld item, and where nothing was overturned in part those with an overturned item are the cases with one not upheld.
     */
    public static @Nullable Long letters(WindowTallies window, Suppression suppression, Outcome outcome) {
        Disposition found = of(window, outcome);
        if (suppression.hides(NAME, List.of(outcome.name()))) {
            return null;
        }
        boolean told = switch (outcome) {
            case OVERTURNED -> of(window, Outcome.PARTIALLY_OVERTURNED).items() == 0;
            case PARTIALLY_OVERTURNED -> of(window, Outcome.OVERTURNED).items() == 0;
            case UNKNOWN -> false;
            default -> true;
        };
        return !suppression.active() || told || found.items() == 0 ? (Long) found.letters() : null;
    }

    /** Items of every disposition. */
    static long received(WindowTallies window) {
        return window.dispositions().values().stream()
                .mapToLong(Disposition::items)
                .sum();
    }

    static PublishedTable table(WindowTallies window, Suppression suppression) {
        List<Measure<Outcome>> measures = List.of(
                Measure.key("disposition", "What became of an item", Outcome::name),
                Measure.count("items", "Items", "", o -> of(window, o).items()),
                Measure.count("letters", "Letters with such an item", "", o -> letters(window, suppression, o)),
                Measure.decimal(
                        "share_of_items",
                        "Share of everything received",
                        "items / received_items of summary",
                        o -> suppression.hides(SummaryTable.NAME, RECEIVED)
                                ? null
                                : Figures.ratio(of(window, o).items(), received(window))),
                Measure.flag(
                        "in_denominator",
                        "Whether a reviewer decided, so that rates count it",
                        "",
                        Outcome::isDetermined),
                Measure.text("label", "The disposition in words", "", Outcome::label),
                Measure.text(
                        "annotation",
                        "Code of a row that is not shown; else empty",
                        "",
                        o -> letters(window, suppression, o) == null ? suppression.code() : null));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Arrays.stream(Outcome.values())
                .sorted(Comparator.comparing(Outcome::name, Figures.CODE_POINT_ORDER))
                .forEach(outcome -> {
                    List<@Nullable Object> row = Measure.row(measures, outcome);
                    if (suppression.hides(NAME, List.of(outcome.name()))) {
                        row.set(1, null);
                        row.set(2, null);
                        row.set(3, null);
                    }
                    rows.add(row);
                });
        return new PublishedTable(NAME, "What became of everything received", Measure.columns(measures), rows);
    }
}
