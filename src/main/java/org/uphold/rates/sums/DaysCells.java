package org.uphold.rates.sums;

import java.util.List;
import org.uphold.determination.PublishedWords;
import org.uphold.rates.WindowTallies.TimelinessMeasure;

/** Letters by the days between two of their dates; those measures that are of drugs count letters with nothing else. */
final class DaysCells implements Summation {

    private static final TimelinessMeasure[] MEASURES = TimelinessMeasure.values();

    private final int service;
    private final KeyBook categories;
    private final CellMap cells = new CellMap(3);

    /** @param category where an item's service category is read from */
    DaysCells(Keys.Part category) {
        this.service = category.input();
        this.categories = category.book();
    }

    @Override
    public String grouping() {
        return KeptGroupings.DAYS;
    }

    @Override
    public CellMap cells() {
        return cells;
    }

    @Override
    public List<String> words(int cell) {
        return List.of(MEASURES[cells.key(cell, 1)].name(), Integer.toString(cells.key(cell, 2)));
    }

    @Override
    public void add(LetterBatch letters) {
        int[] key = new int[3];
        int drugs = categories.find(List.of(PublishedWords.PHARMACEUTICALS));
        for (int letter = 0; letter < letters.letters(); letter++) {
            int decided = letters.decidedFrom(letter);
            if (decided == LetterBatch.NO_DAY || decided != letters.decidedTo(letter)) {
                continue;
            }
            int items = 0;
            boolean onlyDrugs = true;
            for (int item = letters.from(letter); item < letters.to(letter); item++) {
                for (int category : categories.keys(letters.value(item, service))) {
                    items++;
                    onlyDrugs &= category == drugs;
                }
            }
            if (items == 0) {
                continue;
            }
            int sign = letters.sign(letter);
            key[0] = letters.bucket(letter);
            for (TimelinessMeasure measure : MEASURES) {
                int start = measure.isFromReceipt() ? letters.received(letter) : letters.assigned(letter);
                if (start != LetterBatch.NO_DAY && (onlyDrugs || !measure.isOfDrugs())) {
                    key[1] = measure.ordinal();
                    key[2] = decided - start;
                    cells.count(key, sign, sign * items);
                }
            }
        }
    }
}
