package org.uphold.recount;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.uphold.recount.Letter.Item;

/** The items of a row, letter by letter. */
final class Group {

    /** What a letter's items in the group came to. */
    static final class Counts {
        int upheld;
        int overturned;
        int inPart;
        int unknown;

        int determined() {
            return upheld + overturned + inPart;
        }
    }

    final Map<Letter, Counts> letters = new LinkedHashMap<>();

    /** Determined items by category. */
    final Map<String, Integer> mix = new TreeMap<>();

    void add(Letter letter, Item item) {
        Counts counts = letters.computeIfAbsent(letter, l -> new Counts());
        switch (item.outcome()) {
            case "UPHELD" -> counts.upheld++;
            case "OVERTURNED" -> counts.overturned++;
            case "PARTIALLY_OVERTURNED" -> counts.inPart++;
            case "UNKNOWN" -> counts.unknown++;
            default -> throw new IllegalArgumentException(item.outcome());
        }
        if (item.determined()) {
            mix.merge(Dimensions.service(item).get(0), 1, Integer::sum);
        }
    }

    int upheld() {
        return letters.values().stream().mapToInt(c -> c.upheld).sum();
    }

    int overturned() {
        return letters.values().stream().mapToInt(c -> c.overturned).sum();
    }

    int inPart() {
        return letters.values().stream().mapToInt(c -> c.inPart).sum();
    }

    int unknown() {
        return letters.values().stream().mapToInt(c -> c.unknown).sum();
    }

    int determined() {
        return upheld() + overturned() + inPart();
    }

    int notUpheld() {
        return overturned() + inPart();
    }

    double rate() {
        return (double) upheld() / determined();
    }

    /** Letters with a determined item. */
    int decidedLetters() {
        return (int) letters.values().stream().filter(c -> c.determined() > 0).count();
    }

    /** How many times as far the rate scatters as that of independent items. */
    double designEffect() {
        double m = determined();
        double p = rate();
        int many = decidedLetters();
        double squares = 0;
        double scatter = 0;
        boolean single = true;
        for (Counts c : letters.values()) {
            squares += (double) c.determined() * c.determined();
            scatter += Math.pow(c.upheld - p * c.determined(), 2);
            single &= c.determined() <= 1;
        }
        if (many < 2 || upheld() == 0 || notUpheld() == 0 || single) {
            return squares / m;
        }
        double variance = many / (many - 1.0) * scatter / (m * m);
        return Math.max(1, variance / (p * (1 - p) / m));
    }

    double effectiveSize(boolean clustered) {
        return determined() / (clustered ? designEffect() : 1);
    }

    /** Items of a letter that an item has beside it, itself not counted. */
    private double company() {
        double pairs = 0;
        for (Counts c : letters.values()) {
            pairs += (double) c.determined() * (c.determined() - 1);
        }
        return pairs / determined();
    }

    /** How alike items of one letter are. */
    double correlation() {
        return determined() == 0 || company() == 0 ? 0 : Math.min(1, (designEffect() - 1) / company());
    }

    /** The design effect of letters that are as alike within as said. */
    double designEffect(double correlation) {
        return 1 + company() * correlation;
    }
}
