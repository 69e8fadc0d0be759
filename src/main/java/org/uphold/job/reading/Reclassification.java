package org.uphold.job.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.uphold.cells.Cells;
import org.uphold.classification.Taxonomy;
import org.uphold.job.control.StopSignal;
import org.uphold.store.Classifications;
import org.uphold.store.Store;
import org.uphold.store.StoreException;
import org.uphold.store.StoreLocks;

/**
 * Applies changed classification tables to what is in the store. What changes is taken out of the sums as it was and put back
 * as it is, a batch in a transaction, so that a run that dies here goes on where it was.
 */
public final class Reclassification {

    private Reclassification() {}

    /** Says of an empty store that it is classified by these tables. */
    public static void mark(Store store, Taxonomy taxonomy) {
        new Classifications(store, taxonomy.classifier()).areBy(taxonomy.version());
    }

    /** Does nothing where everything was classified by these tables already; adds the buckets whose sums changed. */
    public static void apply(Store store, Taxonomy taxonomy, StopSignal stop, Set<Integer> buckets) {
        Classifications classifications = new Classifications(store, taxonomy.classifier());
        if (classifications.areBy(taxonomy.version())) {
            return;
        }
        classifications.markAsMixed();
        long from = 0;
        while (from >= 0) {
            stop.check();
            try (Connection connection = store.begin()) {
                StoreLocks.lockStore(connection);
                Cells cells = new Cells(Store.dsl(connection));
                // What another run has loaded meanwhile is no part of the sums yet, and cannot be taken out of them.
                buckets.addAll(cells.bringUpToDate());
                Classifications.Batch batch = classifications.classify(connection, from);
                buckets.addAll(cells.takeOut(batch.current()));
                classifications.write(connection, batch);
                buckets.addAll(cells.putIn(batch.current()));
                connection.commit();
                from = batch.next();
            } catch (SQLException e) {
                throw new StoreException("The changed classification tables cannot be applied: " + e.getMessage(), e);
            }
        }
        classifications.markAs(taxonomy.version());
    }
}
