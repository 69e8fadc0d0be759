package org.uphold.job.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.uphold.cells.Cells;
import org.uphold.cells.StoreTallies;
import org.uphold.disclosure.Disclosed;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.StopSignal;
import org.uphold.job.reading.InputLedger;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.report.Comparison;
import org.uphold.report.Headline;
import org.uphold.report.InternalFiles;
import org.uphold.report.LostStatement;
import org.uphold.report.ManifestData;
import org.uphold.report.NamedQuery;
import org.uphold.report.OutputException;
import org.uphold.report.PackageContent;
import org.uphold.report.PackageReader;
import org.uphold.report.PackageWriter;
import org.uphold.report.Published;
import org.uphold.report.Rejection;
import org.uphold.report.Shelf;
import org.uphold.report.Unmapped;
import org.uphold.settings.DisclosureProfile;
import org.uphold.settings.PublishSettings;
import org.uphold.source.ProblemCode;
import org.uphold.store.Evidence;
import org.uphold.store.Evidence.InputFile;
import org.uphold.store.LoadCounts;
import org.uphold.store.LoggedRun;
import org.uphold.store.LostStatements;
import org.uphold.store.Releases;
import org.uphold.store.RunVersions;
import org.uphold.store.Store;
import org.uphold.store.StoreClock;
import org.uphold.store.StoreException;
import org.uphold.store.StoreIdentity;
import org.uphold.store.Vintages;

/** Computes the package of a window from the store and publishes it, unless the newest one shows the same already. */
public final class Publisher {

    private final long run;
    private final Instant started;
    private final RunRequest request;
    private final PublishSettings settings;
    private final RunVersions versions;
    private final Store store;
    private final Vintages vintages;
    private final Clock clock;
    private final StopSignal stop;

    public Publisher(
            long run,
            Instant started,
            RunRequest request,
            PublishSettings settings,
            RunVersions versions,
            Store store,
            Clock clock,
            StopSignal stop) {
        this.run = run;
        this.started = started;
        this.request = request;
        this.settings = settings;
        this.versions = versions;
        this.store = store;
        this.vintages = new Vintages(store);
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * What came of it.
     *
     * @param folder the package
     * @param tables its tables
     * @param upToDate whether it was there before
     * @param shared whether packages of another store lie beside it
     */
    public record Outcome(Path folder, List<PublishedTable> tables, boolean upToDate, boolean shared) {}

    public Outcome publish(InputLedger inputs) {
        PackagesHere here = new PackagesHere(store, request.out(), request.job(), settings.basis());
        Optional<LoggedRun> before = here.newest(request.window());
        boolean shared = here.isShared(request.window());
        try (Connection connection = SettledStore.open(store)) {
            var dsl = Store.dsl(connection);
            String state = new Cells(dsl).state(settings.basis(), request.window());
            Optional<Path> current = before.filter(here::isHere).flatMap(last -> current(last, state));
            if (current.isPresent() && !request.force()) {
                if (shared) {
                    point(current.get());
                }
                return new Outcome(current.get(), tables(current.get()), true, shared);
            }
            try (SideReadings aside = new SideReadings(store, connection)) {
                return publish(connection, aside, inputs, before, state, shared);
            }
        } catch (SQLException e) {
            throw new StoreException("The figures cannot be read: " + e.getMessage(), e);
        }
    }

    private Outcome publish(
            Connection connection,
            SideReadings aside,
            InputLedger inputs,
            Optional<LoggedRun> before,
            String state,
            boolean shared)
            throws SQLException {
        DSLContext dsl = Store.dsl(connection);
        LocalDate openFrom = openFrom();
        Supplier<Extras> extras = aside.read(this::extras);
        StoreTallies source = new StoreTallies(dsl, aside, settings.basis(), request.window(), null, openFrom);
        WindowTallies tallies = source.read(request.groupings());
        Supplier<List<NamedQuery>> queries =
                aside.compute(() -> PackageParts.queries(settings, request.window(), openFrom, source));
        List<ManifestData.Check> checks = new ArrayList<>(Checks.of(tallies, inputs.counts()));
        checks.addAll(new GateKeeper(settings.gates()).check(tallies, inputs.counts()));
        checks.addAll(new GateKeeper(settings.gates())
                .problems(() -> new Evidence(dsl).problems(settings.basis(), request.window())));
        Checks.demand(checks);
        Optional<Path> standing =
                before.map(LoggedRun::packagePath).map(request.out()::resolve).filter(Files::isDirectory);
        ReleaseAudit.Audited audited = new ReleaseAudit(
                        store, dsl, settings, request.window(), openFrom, null, stop::check)
                .audit(run, request.job(), tallies, request.out(), standing.isPresent());
        if (audited.heldBack() && standing.isPresent()) {
            // A change of few people waits until there are more, or another month is closed.
            return new Outcome(standing.get(), tables(standing.get()), true, shared);
        }
        Disclosed disclosed = audited.disclosed();
        List<PublishedTable> tables =
                PackageParts.tables(store, connection, settings, request.window(), null, disclosed.tables());
        Evidence evidence = new Evidence(dsl);
        List<InputFile> files = evidence.inputs(inputs.hashes());
        List<String> reasons =
                before.map(last -> reasons(last, state, evidence)).orElse(List.of("first"));
        PackageContent content = new PackageContent(
                PackageParts.edition(request, settings, versions, evidence.systems()),
                tables,
                extras.get().previous(),
                queries.get(),
                PackageParts.notes(settings, disclosed.report()),
                manifest(inputs, files, checks, reasons));
        Vintages.Shown shown = new Vintages.Shown(state, StoreClock.shown(dsl), openFrom, provisional());
        vintages.publishing(run, reasons, shown);
        Published published = write(
                audited.release(),
                content,
                new InternalFiles(
                        rejections(evidence, inputs.run(), unlisted(before, files)),
                        extras.get().unmapped(),
                        lost(dsl, before)));
        vintages.published(run, published.vintage(), relative(published.folder()), Headline.json(tables));
        return new Outcome(published.folder(), tables, false, shared);
    }

    /** What is named as this store's newest is what a reader finds, though another store has published since. */
    private void point(Path folder) {
        String name = String.valueOf(folder.getFileName());
        try {
            new Shelf(request.out(), request.job(), request.window().folderName())
                    .pointLatest(Integer.parseInt(name.substring(1)));
        } catch (IOException e) {
            throw new OutputException("'latest' could not be pointed at " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What cannot be written was not released. */
    private Published write(long release, PackageContent content, InternalFiles internal) {
        Releases ledger = new Releases(store.dsl());
        try {
            Published published = new PackageWriter()
                    .write(
                            request.out(),
                            request.job(),
                            request.window().folderName(),
                            PackageParts.formats(settings),
                            content,
                            internal);
            ledger.published(release, relative(published.folder()));
            return published;
        } catch (OutputException e) {
            ledger.takeBack(release);
            throw e;
        }
    }

    /** What a package holds beside its figures, read while those are. */
    private record Extras(@Nullable Comparison previous, List<Unmapped> unmapped) {}

    private Extras extras(DSLContext dsl) {
        return new Extras(PackageParts.previous(dsl, settings, request.window(), null), unmapped(new Evidence(dsl)));
    }

    /** The newest package, if it shows this state of the store under these versions and is intact below this folder. */
    private Optional<Path> current(LoggedRun last, String state) {
        String path = last.packagePath();
        if (path == null || !versions.equals(last.versions()) || !state.equals(last.storeState()) || closed(last)) {
            return Optional.empty();
        }
        Path folder = request.out().resolve(path);
        try {
            return new PackageReader().mismatches(folder).isEmpty() ? Optional.of(folder) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the period was provisional in its newest package, and is final now: a reader is owed one that says so. */
    private boolean closed(LoggedRun last) {
        return last.provisional() && !provisional();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(request.zone()));
    }

    /** With a disclosure profile only closed months are published; a first day of this month or null where none is asked for. */
    private @Nullable LocalDate openFrom() {
        return settings.disclosure() == DisclosureProfile.NONE ? null : today().withDayOfMonth(1);
    }

    private static List<PublishedTable> tables(Path folder) {
        try {
            return new PackageReader().tables(folder);
        } catch (IOException e) {
            return List.of();
        }
    }

    private List<String> reasons(LoggedRun last, String state, Evidence evidence) {
        List<String> reasons = new ArrayList<>();
        if (!state.equals(last.storeState())) {
            reasons.addAll(evidence.arrivals(last, settings.basis(), request.window()));
        }
        if (!last.versions().taxonomy().equals(versions.taxonomy())) {
            reasons.add("taxonomy");
        }
        if (!last.versions().code().equals(versions.code())) {
            reasons.add("code");
        }
        if (!last.versions().settings().equals(versions.settings())) {
            reasons.add("settings");
        }
        if (closed(last)) {
            reasons.add("final");
        }
        if (reasons.isEmpty()) {
            reasons.add(request.force() ? "forced" : "package missing or damaged");
        }
        return reasons;
    }

    private ManifestData manifest(
            InputLedger inputs, List<InputFile> files, List<ManifestData.Check> checks, List<String> reasons) {
        LoadCounts counts = inputs.counts();
        return new ManifestData(
                Long.toString(run),
                StoreIdentity.of(store),
                started,
                clock.instant(),
                provisional(),
                versions.settings(),
                counts(counts),
                files.stream()
                        .map(f -> new ManifestData.Input(f.sha256(), f.kind(), f.bytes(), counts(f.counts())))
                        .toList(),
                checks,
                reasons,
                vintages.of(request.job(), request.window(), settings.basis()).stream()
                        .map(r -> new ManifestData.EarlierVintage(
                                "v" + r.vintage(),
                                Long.toString(r.id()),
                                r.finishedAt() == null ? r.startedAt() : r.finishedAt(),
                                r.reasons()))
                        .toList());
    }

    private static ManifestData.Counts counts(LoadCounts counts) {
        return new ManifestData.Counts(counts.read(), counts.accepted(), counts.rejected(), counts.unchanged());
    }

    private boolean provisional() {
        return request.provisional(request.window(), today());
    }

    /**
     * Inputs whose refused readings no package before this one lists: its list grows with what is new, not with the history. What a
     * later run read is new, though the same bytes, read otherwise, were listed.
     */
    private List<InputFile> unlisted(Optional<LoggedRun> before, List<InputFile> files) {
        List<InputFile> refused =
                files.stream().filter(file -> file.counts().rejected() > 0).toList();
        LoggedRun last = before.orElse(null);
        String path = last == null ? null : last.packagePath();
        if (last == null || path == null || refused.stream().allMatch(file -> file.run() > last.id())) {
            return refused;
        }
        try {
            Set<PackageReader.Refused> listed =
                    new PackageReader().refused(request.out().resolve(path));
            return refused.stream()
                    .filter(file -> file.run() > last.id()
                            || !listed.contains(new PackageReader.Refused(file.sha256(), file.kind())))
                    .toList();
        } catch (IOException e) {
            return refused;
        }
    }

    private static InternalFiles.Rejections rejections(Evidence evidence, long reader, List<InputFile> files) {
        return sink -> evidence.rejections(
                reader,
                files,
                r -> sink.accept(new Rejection(
                        r.sourceSha256(),
                        r.place().toString(),
                        r.code(),
                        ProblemCode.valueOf(r.code()).withRemedy(r.message()),
                        r.recordSha256())));
    }

    /** Those that no package before this one lists, as with what was refused. */
    private InternalFiles.LostStatements lost(DSLContext dsl, Optional<LoggedRun> before) {
        OffsetDateTime since = before.map(LoggedRun::storeTime).orElse(null);
        return sink -> new LostStatements(dsl)
                .each(
                        since,
                        settings.basis(),
                        request.window(),
                        s -> sink.accept(new LostStatement(
                                s.sourceSha256(),
                                s.place().toString(),
                                s.decided(),
                                s.winnerSha256(),
                                s.winnerPlace().toString(),
                                s.winnerDecided(),
                                s.why(),
                                s.contradictory())));
    }

    private List<Unmapped> unmapped(Evidence evidence) {
        return evidence.unmapped(settings.basis(), request.window()).stream()
                .map(u -> new Unmapped(u.kind(), u.text(), u.count()))
                .toList();
    }

    private String relative(Path folder) {
        return request.out()
                .toAbsolutePath()
                .relativize(folder.toAbsolutePath())
                .toString();
    }
}
