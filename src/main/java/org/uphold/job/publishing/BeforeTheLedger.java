package org.uphold.job.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.uphold.cells.Aside;
import org.uphold.cells.StoreTallies;
import org.uphold.disclosure.EarlierPackage;
import org.uphold.disclosure.Profile;
import org.uphold.disclosure.Release;
import org.uphold.rates.Grouping;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.report.PackageReader;
import org.uphold.store.LoggedRun;
import org.uphold.store.Releases;
import org.uphold.store.Runs;
import org.uphold.store.Store;
import org.uphold.store.StoreClock;
import org.uphold.store.StoreIdentity;

/**
 * Packages under a profile that were published before there was a ledger of releases: the log book names them, and their folders say
 * what they show. Taken up once, before the first package that the ledger holds.
 */
final class BeforeTheLedger {

    private static final Logger LOG = LoggerFactory.getLogger(BeforeTheLedger.class);

    private final Store store;
    private final DSLContext snapshot;
    private final Path out;

    BeforeTheLedger(Store store, DSLContext snapshot, Path out) {
        this.store = store;
        this.snapshot = snapshot;
        this.out = out;
    }

    /** Writes them down; nothing where the ledger holds a release already. */
    void takeUp(Releases ledger) {
        if (!ledger.isEmpty()) {
            return;
        }
        String identity = StoreIdentity.of(store);
        List<LoggedRun> runs = new ArrayList<>(new Runs(store).latest(Integer.MAX_VALUE));
        runs.sort(Comparator.comparingLong(LoggedRun::id));
        int taken = 0;
        for (LoggedRun run : runs) {
            String path = run.packagePath();
            if (path != null && PackagesHere.isOf(identity, out.resolve(path), run.id())) {
                taken += takeUp(ledger, run, out.resolve(path), path) ? 1 : 0;
            }
        }
        if (taken > 0) {
            LOG.info("{} packages from before the ledger of releases were taken up from {}", taken, out);
        }
    }

    private boolean takeUp(Releases ledger, LoggedRun run, Path folder, String path) {
        try {
            PackageReader reader = new PackageReader();
            String profile = reader.disclosure(folder);
            if (Profile.parse(profile) == Profile.NONE) {
                return false;
            }
            List<PublishedTable> shown = reader.tables(folder);
            List<Release.Table> tables = EarlierPackage.tables(shown, then(run, shown));
            long release = ledger.begin(new Releases.Begun(
                    run.id(),
                    run.job(),
                    WindowSpan.closed(run.window(), run.openFrom()),
                    run.basis(),
                    profile,
                    Objects.requireNonNullElseGet(run.storeTime(), () -> StoreClock.shown(snapshot)),
                    ReleaseAudit.json(tables)));
            ledger.published(release, path);
            return true;
        } catch (IOException e) {
            LOG.warn(
                    "the package of run {} cannot be read, and later ones are not audited with it: {}",
                    run.id(),
                    e.getMessage());
            return false;
        }
    }

    private WindowTallies then(LoggedRun run, List<PublishedTable> tables) {
        List<Grouping> groupings = tables.stream()
                .flatMap(t -> Grouping.ofTable(t.name()).stream())
                .toList();
        return new StoreTallies(
                        snapshot, Aside.none(snapshot), run.basis(), run.window(), run.storeTime(), run.openFrom())
                .read(groupings);
    }
}
