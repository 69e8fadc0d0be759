package org.uphold.rates.sums;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.rates.Cell;
import org.uphold.rates.Grouping;
import org.uphold.rates.WindowTallies.Disposition;
import org.uphold.rates.WindowTallies.TimelinessMeasure;

/** The sums of letters in words: of all that were given, whatever window they are of. Nothing else is asked, no store is needed. */
public final class WordSums implements Sums {

    private static final int BATCH = 16_384;

    private final TallyTable sums = new TallyTable();
    private final boolean unbounded;
    private final long superseded;
    private long undatedItems;
    private long undatedLetters;

    /**
     * Sums them up.
     *
     * @param letters of the window, those that count
     * @param basis date that decides
     * @param unbounded whether the window is, so that letters without that date are in it
     * @param superseded statements that say something else than the letters, of the same cases
     * @param groupings of the tables that are wanted
     */
    public WordSums(
            Collection<WordLetter> letters, Basis basis, boolean unbounded, long superseded, List<Grouping> groupings) {
        this.unbounded = unbounded;
        this.superseded = superseded;
        Collection<String> codes = KeptGroupings.needed(groupings);
        WordKeys keys = new WordKeys(KeptGroupings.dimensions(codes));
        LetterSums all = new LetterSums(codes, keys);
        LetterBatch batch = keys.batch();
        for (WordLetter letter : letters) {
            keys.add(letter, basis, batch);
            if (batch.letters() == BATCH) {
                all.add(batch);
                batch = keys.batch();
            }
            if (letter.dates().of(basis) == null) {
                undatedLetters++;
                undatedItems += letter.items().size();
            }
        }
        all.add(batch);
        all.cells().forEach(sums::add);
    }

    @Override
    public List<Cell> overall() {
        return sums.cells(KeptGroupings.OVERALL);
    }

    @Override
    public List<Cell> of(String purpose, Grouping grouping) {
        return sums.cells(grouping.code());
    }

    @Override
    public List<Cell> dispositions() {
        return sums.cells(KeptGroupings.DISPOSITION);
    }

    @Override
    public List<Cell> days(TimelinessMeasure measure) {
        return sums.cells(KeptGroupings.DAYS);
    }

    @Override
    public @Nullable Disposition undated() {
        return unbounded ? new Disposition(undatedItems, undatedLetters) : null;
    }

    @Override
    public long superseded() {
        return superseded;
    }
}
