package org.uphold.job.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.RunRequest;
import org.uphold.report.OutputException;
import org.uphold.report.PackageReader;
import org.uphold.report.Shelf;
import org.uphold.settings.PublishSettings;
import org.uphold.store.FoundProblems;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.Runs;
import org.uphold.store.Store;
import org.uphold.store.StoreIdentity;
import org.uphold.store.Vintages;

/**
 * A package appears first and is written down after: whoever died, or lost the database, in between has published all the
 * same. Such a package is found on the shelf before a run begins, and its run's line is completed; so the next run is up to
 * date, and nothing is published twice.
 */
public final class FoundPackages {

    private FoundPackages() {}

    /** Tidies the shelf of a request's job and window and completes the line of its newest package. The caller has the lock. */
    public static void writeDown(RunRequest request, Store store) {
        Runs runs = new Runs(store);
        PublishSettings settings = request.publish().orElse(null);
        if (settings == null) {
            return;
        }
        Shelf shelf = new Shelf(request.out(), request.job(), request.window().folderName());
        try {
            shelf.removeLeftovers();
            Optional<Path> newest = shelf.newest();
            if (newest.isEmpty()) {
                return;
            }
            Path folder = newest.get();
            Optional<LoggedRun> unwritten =
                    unwritten(request, StoreIdentity.of(store), runs, new PackageReader(), folder);
            if (unwritten.isPresent()) {
                complete(request, settings, store, unwritten.get(), shelf, folder);
            }
        } catch (IOException | OutputException e) {
            // A folder that cannot be read or tidied is the publisher's to complain about, with what to do.
            return;
        }
    }

    /** The run that published the package but could not say so; its state of the store was noted before it began to write. */
    private static Optional<LoggedRun> unwritten(
            RunRequest request, String store, Runs runs, PackageReader reader, Path folder) throws IOException {
        String number = reader.run(folder);
        if (!number.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        Optional<LoggedRun> run = runs.find(Long.parseLong(number))
                .filter(r -> PackagesHere.isOf(store, folder, r.id()))
                .filter(r -> r.job().equals(request.job()) && r.window().equals(request.window()))
                .filter(r -> r.storeState() != null && r.state() != RunState.COMPLETED);
        return run.isPresent() && reader.mismatches(folder).isEmpty() ? run : Optional.empty();
    }

    private static void complete(
            RunRequest request, PublishSettings settings, Store store, LoggedRun run, Shelf shelf, Path folder)
            throws IOException {
        int vintage = Integer.parseInt(folder.getFileName().toString().substring(1));
        String path = request.out()
                .toAbsolutePath()
                .relativize(folder.toAbsolutePath())
                .toString();
        new Vintages(store).published(run.id(), vintage, path, new PackageReader().headline(folder));
        shelf.pointLatest(vintage);
        boolean warns = new GateKeeper(settings.gates()).warns(run.counts(), FoundProblems.of(store.dsl(), run.id()));
        new Runs(store)
                .finish(
                        run.id(),
                        RunState.COMPLETED,
                        warns ? ExitCodes.PUBLISHED_WITH_REJECTS : ExitCodes.DONE,
                        "published; its process ended before it could say so");
    }
}
