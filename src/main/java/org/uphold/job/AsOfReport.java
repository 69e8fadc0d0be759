package org.uphold.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.uphold.cells.Aside;
import org.uphold.cells.StoreTallies;
import org.uphold.classification.Taxonomy;
import org.uphold.disclosure.Disclosed;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.RunException;
import org.uphold.job.control.RunLock;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.StopSignal;
import org.uphold.job.control.UnknownNameException;
import org.uphold.job.publishing.Checks;
import org.uphold.job.publishing.PackageParts;
import org.uphold.job.publishing.ReleaseAudit;
import org.uphold.job.publishing.SettledStore;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.report.Headline;
import org.uphold.report.InternalFiles;
import org.uphold.report.ManifestData;
import org.uphold.report.PackageContent;
import org.uphold.report.PackageWriter;
import org.uphold.report.Published;
import org.uphold.settings.DisclosureProfile;
import org.uphold.settings.PublishSettings;
import org.uphold.store.Evidence;
import org.uphold.store.LoadCounts;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.RunVersions;
import org.uphold.store.Runs;
import org.uphold.store.Store;
import org.uphold.store.StoreClock;
import org.uphold.store.StoreException;
import org.uphold.store.StoreIdentity;
import org.uphold.store.Vintages;

/**
 * Gives a package again as the store was at a time: byte for byte, but for its manifest, what the job published then. Where the
 * code, the classification tables or the settings are not those of then it is refused, not approximated. It goes to a shelf of
 * its own, {@code <out>/as-of/}, so that no job's newest package is ever an old one.
 */
public final class AsOfReport {

    /** Name of its shelf, and its job in the log book. */
    public static final String SHELF = "as-of";

    private final OpenStore open;
    private final Store store;
    private final Clock clock;
    private final String codeVersion;

    public AsOfReport(OpenStore open, Clock clock, String codeVersion) {
        this.open = open;
        this.store = open.store();
        this.clock = clock;
        this.codeVersion = codeVersion;
    }

    /**
     * Publishes it.
     *
     * @param request the job whose package it is, its window and settings; nothing is ingested
     * @param time store time
     * @throws UnknownNameException where it cannot be given again, saying why
     */
    public RunResult give(RunRequest request, OffsetDateTime time) {
        PublishSettings settings = request.publish().orElseThrow();
        RunVersions versions =
                new RunVersions(codeVersion, Taxonomy.load(request.taxonomy()).version(), settings.hash());
        Runs runs = new Runs(store);
        try (RunLock lock = RunLock.take(open, SHELF, request.window(), Duration.ZERO, new StopSignal());
                Connection connection = SettledStore.open(store)) {
            DSLContext dsl = Store.dsl(connection);
            demandSameTables(dsl, time, versions.taxonomy());
            new LogLines(open).closeUnfinished(SHELF, request.window());
            List<LoggedRun> before = new Vintages(store)
                    .of(request.job(), request.window(), settings.basis()).stream()
                            .filter(run ->
                                    run.storeTime() != null && !run.storeTime().isAfter(time))
                            .toList();
            Optional<LoggedRun> old = sameVersions(before, versions);
            LocalDate openFrom = old.map(LoggedRun::openFrom).orElseGet(() -> openFrom(settings, old, time));
            long number = runs.start(SHELF, request.window(), settings.basis(), versions, request.parameters());
            try {
                RunResult result = write(request, settings, versions, connection, number, time, openFrom, old);
                runs.finish(number, RunState.COMPLETED, result.exitCode(), result.message());
                return result;
            } catch (RunException e) {
                runs.finish(number, e.state(), e.exitCode(), String.valueOf(e.getMessage()));
                return RunResult.failed(number, e.exitCode(), String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                runs.finish(number, RunState.FAILED, ExitCodes.INTERNAL_ERROR, String.valueOf(e.getMessage()));
                throw e;
            }
        } catch (RunLock.HeldException e) {
            return RunResult.failed(0, ExitCodes.TRY_AGAIN, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new StoreException("The figures cannot be read: " + e.getMessage(), e);
        }
    }

    private RunResult write(
            RunRequest request,
            PublishSettings settings,
            RunVersions versions,
            Connection snapshot,
            long number,
            OffsetDateTime time,
            @Nullable LocalDate openFrom,
            Optional<LoggedRun> old)
            throws SQLException {
        DSLContext dsl = Store.dsl(snapshot);
        Instant started = clock.instant();
        boolean provisional = request.provisional(request.window(), LocalDate.now(clock));
        StoreTallies source =
                new StoreTallies(dsl, Aside.none(dsl), settings.basis(), request.window(), time, openFrom);
        WindowTallies tallies = source.read(request.groupings());
        List<ManifestData.Check> checks = Checks.of(tallies, LoadCounts.NONE);
        Checks.demand(checks);
        ReleaseAudit audit = new ReleaseAudit(store, dsl, settings, request.window(), openFrom, time, () -> {});
        Disclosed disclosed = old.isPresent()
                ? audit.again(old.get().id(), tallies)
                : audit.audit(number, SHELF, tallies, request.out(), false).disclosed();
        List<PublishedTable> tables =
                PackageParts.tables(store, snapshot, settings, request.window(), time, disclosed.tables());
        List<String> reasons = List.of("as of " + time.toInstant());
        PackageContent content = new PackageContent(
                PackageParts.edition(request, settings, versions, new Evidence(dsl).systemsAt(time)),
                tables,
                PackageParts.previous(dsl, settings, request.window(), time),
                PackageParts.queries(settings, request.window(), openFrom, source),
                PackageParts.notes(settings, disclosed.report()),
                new ManifestData(
                        Long.toString(number),
                        StoreIdentity.of(store),
                        started,
                        clock.instant(),
                        provisional,
                        versions.settings(),
                        new ManifestData.Counts(0, 0, 0, 0),
                        List.of(),
                        checks,
                        reasons,
                        List.of()));
        Vintages vintages = new Vintages(store);
        Published published = new PackageWriter()
                .write(
                        request.out(),
                        SHELF,
                        request.window().folderName(),
                        PackageParts.formats(settings),
                        content,
                        InternalFiles.EMPTY);
        String path = request.out()
                .toAbsolutePath()
                .relativize(published.folder().toAbsolutePath())
                .toString();
        vintages.publishing(
                number, reasons, new Vintages.Shown("as of " + time.toInstant(), time, openFrom, provisional));
        vintages.published(number, published.vintage(), path, Headline.json(content.tables()));
        return new RunResult(
                number,
                ExitCodes.DONE,
                "done",
                LoadCounts.NONE,
                Optional.of(published.folder()),
                tables,
                List.of(),
                Map.of());
    }

    private static void demandSameTables(DSLContext dsl, OffsetDateTime time, String version) {
        String then = StoreClock.taxonomyAt(dsl, time).orElse("");
        String now = StoreClock.taxonomyAt(dsl, StoreClock.shown(dsl)).orElse("");
        if (!then.equals(version) || !now.equals(version)) {
            throw new UnknownNameException("the store cannot be shown as it was at " + time.toInstant()
                    + ": it was classified by tables " + named(then) + " then and is by " + named(now)
                    + ", and this program has " + version
                    + "; the same code and tables are needed, for figures by other ones are not those of then");
        }
    }

    private static String named(String version) {
        return version.isEmpty() ? "not of one version" : version;
    }

    /** The run whose package this is; empty where none had been published by then. */
    private static Optional<LoggedRun> sameVersions(List<LoggedRun> before, RunVersions versions) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        LoggedRun last = before.get(before.size() - 1);
        Optional<LoggedRun> same = before.stream()
                .filter(run -> run.storeTime() != null && run.storeTime().equals(last.storeTime()))
                .filter(run -> run.versions().equals(versions))
                .reduce((a, b) -> b);
        if (same.isEmpty()) {
            List<String> differing = new ArrayList<>();
            if (!last.versions().code().equals(versions.code())) {
                differing.add("code " + last.versions().code() + ", this is " + versions.code());
            }
            if (!last.versions().taxonomy().equals(versions.taxonomy())) {
                differing.add("tables " + last.versions().taxonomy() + ", these are " + versions.taxonomy());
            }
            if (!last.versions().settings().equals(versions.settings())) {
                differing.add("other settings (tables, basis, disclosure, formats or gates)");
            }
            throw new UnknownNameException("the package of run " + last.id() + " cannot be given again: it was made by "
                    + String.join("; ", differing));
        }
        return same;
    }

    private @Nullable LocalDate openFrom(PublishSettings settings, Optional<LoggedRun> old, OffsetDateTime time) {
        return old.isPresent() || settings.disclosure() == DisclosureProfile.NONE
                ? null
                : LocalDate.ofInstant(time.toInstant(), clock.getZone()).withDayOfMonth(1);
    }
}
