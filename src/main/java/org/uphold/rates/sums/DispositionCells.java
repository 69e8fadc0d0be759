package org.uphold.rates.sums;

import java.util.List;
import org.uphold.determination.Outcome;

/** Items and letters by outcome, those that the tables leave out too. */
final class DispositionCells implements Summation {

    private static final Outcome[] OUTCOMES = Outcome.values();

    private final CellMap cells = new CellMap(2);

    @Override
    public String grouping() {
        return KeptGroupings.DISPOSITION;
    }

    @Override
    public CellMap cells() {
        return cells;
    }

    @Override
    public List<String> words(int cell) {
        return List.of(OUTCOMES[cells.key(cell, 1)].name());
    }

    @Override
    public void add(LetterBatch letters) {
        int[] key = new int[2];
        int[] counts = new int[OUTCOMES.length];
        for (int letter = 0; letter < letters.letters(); letter++) {
            for (int item = letters.from(letter); item < letters.to(letter); item++) {
                counts[letters.outcome(item)]++;
            }
            key[0] = letters.bucket(letter);
            int sign = letters.sign(letter);
            for (int outcome = 0; outcome < counts.length; outcome++) {
                if (counts[outcome] > 0) {
                    key[1] = outcome;
                    cells.count(key, sign, sign * counts[outcome]);
                    counts[outcome] = 0;
                }
            }
        }
    }
}
