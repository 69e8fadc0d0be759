package org.uphold.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepContribution;
import org.uphold.cells.Cells;
import org.uphold.classification.Taxonomy;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.Progress;
import org.uphold.job.control.RunException;
import org.uphold.job.control.RunLock;
import org.uphold.job.control.RunRequest;
import org.uphold.job.control.StopSignal;
import org.uphold.job.control.WindowResult;
import org.uphold.job.publishing.GateKeeper;
import org.uphold.job.publishing.Publisher;
import org.uphold.job.reading.Ingest;
import org.uphold.job.reading.InputFormats;
import org.uphold.job.reading.InputLedger;
import org.uphold.job.reading.Reclassification;
import org.uphold.job.reading.Rereading;
import org.uphold.job.reading.Settling;
import org.uphold.job.reading.TableConnections;
import org.uphold.rates.PublishedTable;
import org.uphold.settings.Gates;
import org.uphold.settings.PublishSettings;
import org.uphold.settings.SourceSpec;
import org.uphold.source.MissingInputException;
import org.uphold.store.CaseCounts;
import org.uphold.store.FoundProblems;
import org.uphold.store.LoadCounts;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.Runs;
import org.uphold.store.SourceFiles;
import org.uphold.store.Store;
import org.uphold.store.StoreException;
import org.uphold.store.StoreLocks;

/** What the steps of one run do, and what they leave for the next. */
final class RunSteps {

    private final long run;
    private final RunRequest request;
    private final Store store;
    private final Runs runs;
    private final Taxonomy taxonomy;
    private final LocalDate today;
    private final @Nullable Publisher publisher;
    private final @Nullable MonthsPublisher months;
    private final RunLock lock;
    private final StopSignal stop;
    private final Progress progress;
    private final Settling settling;
    private final String codeVersion;

    private @Nullable InputLedger ledger;
    private final SortedSet<Integer> buckets = new TreeSet<>();
    private Publisher.@Nullable Outcome outcome;
    private List<WindowResult> windows = List.of();

    RunSteps(
            long run,
            RunRequest request,
            Store store,
            Taxonomy taxonomy,
            LocalDate today,
            @Nullable Publisher publisher,
            @Nullable MonthsPublisher months,
            RunLock lock,
            StopSignal stop,
            Progress progress,
            Settling settling,
            String codeVersion) {
        this.run = run;
        this.request = request;
        this.store = store;
        this.runs = new Runs(store);
        this.taxonomy = taxonomy;
        this.today = today;
        this.publisher = publisher;
        this.months = months;
        this.lock = lock;
        this.stop = stop;
        this.progress = progress;
        this.settling = settling;
        this.codeVersion = codeVersion;
    }

    /** Reads what is new and writes down what became of it. */
    void ingest(StepContribution contribution) {
        progress.step("ingest");
        stop.check();
        // An empty store is marked before it is filled, so that nothing new is classified twice.
        Reclassification.mark(store, taxonomy);
        // Who has files read again and nothing published asks what came of that.
        InputLedger inputs = new InputLedger(
                run, request.publish().isPresent() || !request.inputs().readsAgainOnly());
        ledger = inputs;
        Ingest ingest = new Ingest(
                run,
                store,
                taxonomy.classifier(),
                inputs,
                InputFormats.limits(request.inputs().limits()),
                gates().maxWithdrawnRate(),
                Rereading.of(request.inputs().reread()),
                stop,
                progress);
        InputFormats formats = new InputFormats(request.inputs(), request.zone(), today, codeVersion);
        for (SourceSpec source : request.inputs().sources()) {
            try {
                SourceSpec.TableSource table = source.table();
                if (table == null) {
                    ingest.read(source, formats.of(source), formats.paths(source), settling);
                } else {
                    try (Connection connection = TableConnections.open(store, table)) {
                        ingest.readTable(formats.of(source), table, connection);
                    }
                }
            } catch (SQLException e) {
                throw TableConnections.failure(e);
            } catch (MissingInputException e) {
                throw new RunException(ExitCodes.USAGE, RunState.FAILED, e.getMessage() + ": check the job's sources");
            }
        }
        ingest.readSettled(formats, settling);
        inputs.unsettled(settling.unsettled());
        buckets.addAll(ingest.buckets());
        if (inputs.takenUp()) {
            inputs.loadedBefore(runs.loaded(run));
        }
        LoadCounts counts = inputs.counts();
        runs.counted(run, counts, inputs.hash());
        contribution.incrementReadCount();
        contribution.incrementWriteCount(counts.accepted());
        GateKeeper.demandEditions(inputs.refused(), gates());
    }

    private Gates gates() {
        return request.publish().map(PublishSettings::gates).orElse(Gates.DEFAULT);
    }

    /** Takes what came and went into the sums. */
    void aggregate(StepContribution contribution) {
        progress.step("aggregate");
        stop.check();
        try (Connection connection = store.begin()) {
            StoreLocks.lockStore(connection);
            buckets.addAll(new Cells(Store.dsl(connection)).bringUpToDate());
            connection.commit();
        } catch (SQLException e) {
            throw new StoreException("The sums cannot be brought up to date: " + e.getMessage(), e);
        }
        Reclassification.apply(store, taxonomy, stop, buckets);
        contribution.incrementWriteCount(buckets.size());
    }

    /** Publishes, unless nothing changed. */
    void publish(StepContribution contribution) {
        stop.check();
        if (months != null) {
            progress.step("publish");
            lock.check();
            windows = List.copyOf(months.publish(inputs()));
            contribution.incrementWriteCount(windows.size());
            return;
        }
        if (publisher == null) {
            return;
        }
        progress.step("publish");
        lock.check();
        Publisher.Outcome published = publisher.publish(inputs());
        outcome = published;
        contribution.incrementWriteCount(published.tables().size());
    }

    private InputLedger inputs() {
        return ledger == null ? new InputLedger(run) : ledger;
    }

    /** What is wrong with cases that this run brought. */
    FoundProblems problems() {
        return FoundProblems.of(store.dsl(), run);
    }

    LoadCounts counts() {
        return inputs().counts();
    }

    /** Readings rejected in files that no run before had read. */
    long newlyRejected() {
        return new SourceFiles(store).rejectedFirstBy(run);
    }

    /** As the log book has it: a run that was taken up counts what it did before, too. */
    CaseCounts cases() {
        InputLedger inputs = inputs();
        return inputs.takenUp() ? runs.find(run).map(LoggedRun::cases).orElse(CaseCounts.NONE) : inputs.cases();
    }

    /** Files that were still being written, and are left to the next run. */
    long unsettled() {
        return inputs().unsettled();
    }

    /** Paths that another job read last, and with other options, by that job. */
    SortedMap<String, Long> takenOver() {
        return inputs().takenOver();
    }

    /** Files that were passed over, since they are still being transferred. */
    long transfers() {
        return inputs().transfers();
    }

    Optional<Path> packageFolder() {
        return outcome == null ? Optional.empty() : Optional.of(outcome.folder());
    }

    List<PublishedTable> tables() {
        return outcome == null ? List.of() : outcome.tables();
    }

    /** What came of each window of a run that publishes several. */
    List<WindowResult> windows() {
        return windows;
    }

    long withoutMonth() {
        return months == null ? 0 : months.withoutMonth();
    }

    /** Whether packages of another store lie beside what was published. */
    boolean shared() {
        return months != null ? months.shared() : outcome != null && outcome.shared();
    }

    boolean upToDate() {
        if (months != null) {
            return windows.stream().allMatch(WindowResult::isUpToDate);
        }
        return outcome != null && outcome.upToDate();
    }

    /** Months whose sums changed; what has no month is left out. */
    List<String> months() {
        return buckets.stream()
                .filter(bucket -> bucket % 100 != 0)
                .map(bucket -> String.format(java.util.Locale.ROOT, "%04d-%02d", bucket / 100, bucket % 100))
                .toList();
    }
}
