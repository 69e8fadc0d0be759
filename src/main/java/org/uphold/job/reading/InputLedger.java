package org.uphold.job.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.uphold.source.Sha256;
import org.uphold.store.CaseCounts;
import org.uphold.store.LoadCounts;
import org.uphold.store.LoadedFile;
import org.uphold.store.SourceFiles.Known;
import org.uphold.store.WithdrawnRateException;

/**
 * What a run was made of, by content. A file that this run loaded before it was stopped counts as it did then, so that a run
 * that is taken up again ends with the counts of an undisturbed one. A file that an earlier run refused is still refused.
 */
public final class InputLedger {

    private final long run;
    private final boolean countsKnown;
    private final Set<String> hashes = new HashSet<>();
    private LoadCounts counts = LoadCounts.NONE;
    private CaseCounts cases = CaseCounts.NONE;
    private final SortedMap<String, Long> takenOver = new TreeMap<>();
    private final List<WithdrawnRateException> refused = new ArrayList<>();
    private long inputs;
    private long fresh;
    private long unsettled;
    private long transfers;
    private boolean takenUp;

    public InputLedger(long run) {
        this(run, true);
    }

    /** @param countsKnown whether what is in the store already counts; what an earlier run rejected is a reject of this one then */
    public InputLedger(long run, boolean countsKnown) {
        this.run = run;
        this.countsKnown = countsKnown;
    }

    /** An input whose content is in the store already. */
    void known(Known file) {
        inputs++;
        if (!countsKnown && file.run() != run) {
            hashes.add(file.sha256());
            return;
        }
        boolean first = hashes.add(file.sha256());
        takenUp |= file.run() == run && first;
        LoadCounts now = file.run() == run && first
                ? new LoadCounts(file.accepted(), file.rejected(), file.unchanged(), 0, 0)
                : new LoadCounts(0, file.rejected(), file.accepted() + file.unchanged(), 0, 0);
        counts = counts.plus(now);
    }

    /** Inputs that were loaded together. */
    public void loaded(List<LoadedFile> files, LoadCounts loaded) {
        inputs += files.size();
        fresh += files.size();
        counts = counts.plus(loaded);
        files.forEach(file -> hashes.add(file.sha256()));
    }

    /** So many inputs were left to the next run, since they were still being written. */
    public void unsettled(long files) {
        unsettled = files;
    }

    public long unsettled() {
        return unsettled;
    }

    /** So many files were passed over, since they are still being transferred. */
    void transfers(long files) {
        transfers += files;
    }

    public long transfers() {
        return transfers;
    }

    /** What became of the cases of a load. */
    public void cases(CaseCounts loaded) {
        cases = cases.plus(loaded);
    }

    public CaseCounts cases() {
        return cases;
    }

    /** So many paths another job read last, and with other options, by that job. */
    void takenOver(Map<String, Long> paths) {
        paths.forEach((job, count) -> takenOver.merge(job, count, Long::sum));
    }

    public SortedMap<String, Long> takenOver() {
        return takenOver;
    }

    /** A new edition that was not loaded, because it would withdraw too much. */
    public void refused(LoadedFile file, WithdrawnRateException reason) {
        inputs++;
        hashes.add(file.sha256());
        refused.add(reason);
    }

    /** Editions that were not loaded. */
    public List<WithdrawnRateException> refused() {
        return refused;
    }

    /** Whether this run loaded some of its inputs before it was stopped. */
    public boolean takenUp() {
        return takenUp;
    }

    /** What the store says of a run that was taken up: a file does not remember its items. */
    public void loadedBefore(LoadCounts loaded) {
        counts = new LoadCounts(
                counts.accepted(), counts.rejected(), counts.unchanged(), loaded.superseded(), loaded.items());
    }

    public LoadCounts counts() {
        return counts;
    }

    /** The run that reads. */
    public long run() {
        return run;
    }

    /** Files seen; the same bytes under two names count twice. */
    public long inputs() {
        return inputs;
    }

    /** Files that had to be read. */
    long fresh() {
        return fresh;
    }

    /** SHA-256 over those of the inputs, sorted: equal where the inputs are the same, whatever their names and order. */
    public String hash() {
        return Sha256.of(String.join("\n", new TreeSet<>(hashes)).getBytes(StandardCharsets.US_ASCII));
    }

    /** SHA-256 of every input. */
    public Set<String> hashes() {
        return hashes;
    }
}
