package org.uphold.store;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Classifier;

/** The determinations of a store: {@link #load} brings new ones in. */
public final class Determinations {

    private final Store store;
    private final Vocabularies vocabularies;
    private final @Nullable BigDecimal mostWithdrawn;

    public Determinations(Store store) {
        this(store, null);
    }

    /** @param mostWithdrawn part of a table's cases that a new edition may withdraw, from 0 to 1; null for all */
    public Determinations(Store store, @Nullable BigDecimal mostWithdrawn) {
        this.store = store;
        this.mostWithdrawn = mostWithdrawn;
        this.vocabularies = new Vocabularies(store);
    }

    /**
     * Starts a load: one transaction for a file or a bundle of small files. Nothing of it is seen before
     * {@link Load#commit}; closing without leaves the store as it was.
     *
     * @param run number of the run in the log book
     */
    public Load load(long run) {
        return new Load(store.begin(), run, mostWithdrawn);
    }

    /** An encoder for one load. */
    public Encoder encoder(Classifier classifier) {
        return new Encoder(new ClassifiedColumns(classifier, vocabularies), new StagedRows());
    }

    /**
     * Starts the load of a large table into a store that holds no determination yet; empty where it holds some, or where its
     * tables cannot be had alone just now.
     *
     * @param run number of the run in the log book
     * @param file the table
     * @param sums hears of what comes
     */
    public Optional<FirstLoad> first(long run, LoadedFile file, FirstRows sums) {
        return FirstLoad.begin(store.begin(), run, file, sums, FirstCopies.MOST_WAITING);
    }

    /** An encoder for a first load. */
    public Encoder encoder(Classifier classifier, FirstLoad load) {
        return new Encoder(new ClassifiedColumns(classifier, vocabularies), load.form());
    }
}
