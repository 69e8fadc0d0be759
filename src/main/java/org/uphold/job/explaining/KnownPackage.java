package org.uphold.job.explaining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.cells.LetterView;
import org.uphold.job.control.UnknownNameException;
import org.uphold.job.publishing.PackagesHere;
import org.uphold.rates.PublishedTable;
import org.uphold.report.PackageReader;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.Runs;
import org.uphold.store.Store;
import org.uphold.store.StoreIdentity;
import org.uphold.store.Vintages;

/**
 * A package and the run of this store that made it.
 *
 * @param name as asked for
 * @param tables as published
 * @param run that made it, or null where this store knows no such run
 */
record KnownPackage(
        String name, List<PublishedTable> tables, @Nullable LoggedRun run) {

    /** Finds it by the number of a run or by its folder. */
    static KnownPackage find(Store store, Path out, String name) {
        Runs runs = new Runs(store);
        if (!name.matches("[0-9]{1,18}") || Files.isDirectory(Path.of(name))) {
            return inFolder(store, Path.of(name), name);
        }
        LoggedRun run = runs.find(Long.parseLong(name))
                .orElseThrow(() -> new UnknownNameException("no run " + name + "; 'uphold runs' lists them"));
        if (run.state() == RunState.UP_TO_DATE) {
            run = new Vintages(store)
                    .of(run.job(), run.window(), run.basis()).stream()
                            .filter(r -> r.id() < Long.parseLong(name))
                            .reduce((a, b) -> b)
                            .orElse(run);
        }
        String path = run.packagePath();
        if (path == null) {
            throw new UnknownNameException("run " + name + " left no package; 'uphold runs' lists those that did");
        }
        Path folder = out.resolve(path);
        if (!Files.isDirectory(folder)) {
            throw new UnknownNameException(
                    "the package of run " + name + " is not in " + folder + ": say with --out where packages are");
        }
        if (!PackagesHere.isOf(StoreIdentity.of(store), folder, run.id())) {
            throw new UnknownNameException("the package in " + folder + " is not that of run " + run.id()
                    + " of this store, but of another run or store: say with --out where packages are");
        }
        return new KnownPackage("run " + run.id() + " (" + path + ")", tables(folder), run);
    }

    static KnownPackage inFolder(Store store, Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            throw new UnknownNameException(
                    folder + " is no folder; a package is a folder such as reports/nightly/latest");
        }
        return new KnownPackage(name, tables(folder), run(store, folder).orElse(null));
    }

    private static Optional<LoggedRun> run(Store store, Path folder) {
        try {
            PackageReader.Origin origin = new PackageReader().origin(folder);
            return origin.run().matches("[0-9]{1,18}")
                    ? new Runs(store)
                            .find(Long.parseLong(origin.run()))
                            .filter(r -> PackagesHere.isOf(StoreIdentity.of(store), folder, r.id()))
                            .filter(r -> r.window().folderName().equals(origin.window()))
                            .filter(r -> r.versions().settings().equals(origin.settings()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UnknownNameException(folder + " is no package: " + e.getMessage());
        }
    }

    private static List<PublishedTable> tables(Path folder) {
        try {
            return new PackageReader().tables(folder);
        } catch (IOException e) {
            throw new UnknownNameException(folder + " is no package: " + e.getMessage());
        }
    }

    /** The letters that it shows. */
    static LetterView view(LoggedRun run) {
        return new LetterView(run.basis(), run.window(), run.storeTime(), run.openFrom());
    }
}
