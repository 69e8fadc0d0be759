package org.uphold.job.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.report.PackageReader;
import org.uphold.report.Shelf;
import org.uphold.store.LoggedRun;
import org.uphold.store.Store;
import org.uphold.store.StoreIdentity;
import org.uphold.store.Vintages;

/**
 * The packages of a job in one output folder that this store made. The log book knows all of them, wherever they went, by paths
 * that are the same in every folder; which one lies here says its own manifest.
 */
public final class PackagesHere {

    private final Path out;
    private final String job;
    private final Basis basis;
    private final Vintages vintages;
    private final String store;

    public PackagesHere(Store store, Path out, String job, Basis basis) {
        this.out = out;
        this.job = job;
        this.basis = basis;
        this.vintages = new Vintages(store);
        this.store = StoreIdentity.of(store);
    }

    /** The newest one of a window that lies here, or else the newest that lies anywhere: see {@link #isHere}. */
    public Optional<LoggedRun> newest(DateRange window) {
        Optional<LoggedRun> last = vintages.newest(job, window, basis);
        return last.isPresent() && !isHere(last.get()) ? Optional.of(hereOr(last.get())) : last;
    }

    /** The same of every window that ever had one. */
    public Map<DateRange, LoggedRun> newest() {
        Map<DateRange, LoggedRun> newest = new LinkedHashMap<>(vintages.newest(job, basis));
        newest.replaceAll((window, last) -> isHere(last) ? last : hereOr(last));
        return newest;
    }

    private LoggedRun hereOr(LoggedRun last) {
        List<LoggedRun> all = vintages.of(job, last.window(), basis);
        return all.stream()
                .filter(run -> run.id() < last.id() && isHere(run))
                .reduce((a, b) -> a.id() > b.id() ? a : b)
                .orElse(last);
    }

    /** Whether the package of a run lies in this folder, by its manifest; that it is whole is for a run of its window to see. */
    public boolean isHere(@Nullable LoggedRun run) {
        String path = run == null ? null : run.packagePath();
        return run != null && path != null && isOf(store, out.resolve(path), run.id());
    }

    /** Whether the package of a folder is that of a run of the store. One that names no store is old, and goes by its run. */
    public static boolean isOf(String store, Path folder, long run) {
        try {
            PackageReader.Origin origin = new PackageReader().origin(folder);
            return origin.run().equals(Long.toString(run))
                    && (origin.store().isEmpty() || origin.store().equals(store));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether packages of another store lie on a window's shelf too. */
    boolean isShared(DateRange window) {
        Shelf shelf = new Shelf(out, job, window.folderName());
        return shelf.vintages().stream().map(shelf::vintage).anyMatch(this::isOfAnother);
    }

    private boolean isOfAnother(Path folder) {
        try {
            String other = new PackageReader().origin(folder).store();
            return !other.isEmpty() && !other.equals(store);
        } catch (IOException e) {
            return false;
        }
    }
}
