package org.uphold.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.uphold.aggregate.Cells;
import org.uphold.classification.Taxonomy;
import org.uphold.report.Shelf;
import org.uphold.settings.PublishSettings;
import org.uphold.settings.SourceSpec;
import org.uphold.source.Input;
import org.uphold.source.Inputs;
import org.uphold.source.MissingInputException;
import org.uphold.source.SourceFile;
import org.uphold.store.LoggedRun;
import org.uphold.store.RunState;
import org.uphold.store.RunVersions;
import org.uphold.store.Runs;
import org.uphold.store.SourceFiles;
import org.uphold.store.SourceFiles.Listing;

/** Says what a run would do, and changes nothing. */
public final class Planner {

    private final OpenStore open;
    private final String codeVersion;

    public Planner(OpenStore open, String codeVersion) {
        this.open = open;
        this.codeVersion = codeVersion;
    }

    public Plan plan(RunRequest request) {
        long[] counts = new long[3];
        InputFormats formats = new InputFormats(request);
        for (SourceSpec source : request.sources()) {
            if (source.table() == null) {
                count(formats.of(source), formats.paths(source), request, counts);
            }
        }
        List<String> reasons = reasons(request, counts[0]);
        Shelf shelf = new Shelf(request.out(), request.job(), request.window().folderName());
        int next =
                1 + shelf.vintages().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Plan(
                counts[0] + counts[1] + counts[2],
                counts[0],
                counts[1],
                counts[2],
                reasons.isEmpty() ? "none: up to date" : shelf.vintage(next).toString(),
                reasons);
    }

    private void count(InputFormat format, List<String> paths, RunRequest request, long[] counts) {
        SourceFiles files = new SourceFiles(open.store());
        try (Inputs inputs = Inputs.of(paths, InputFormats.limits(request.limits()))) {
            for (Input input : inputs) {
                counts[input instanceof Input.Found found ? isKnown(files, format, found.file()) ? 1 : 0 : 2]++;
            }
        } catch (MissingInputException e) {
            throw new RunException(ExitCodes.USAGE, RunState.FAILED, e.getMessage() + ": check the job's sources");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isKnown(SourceFiles files, InputFormat format, SourceFile file) {
        Listing listing = format.listing(file);
        if (listing != null && !files.byListing(List.of(listing)).isEmpty()) {
            return true;
        }
        try {
            return files.byContent(file.sha256(), format.reading()) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> reasons(RunRequest request, long fresh) {
        PublishSettings settings = request.publish().orElseThrow();
        Optional<LoggedRun> last =
                new Runs(open.store()).latestPublished(request.job(), request.window(), settings.basis());
        if (last.isEmpty()) {
            return List.of("first");
        }
        List<String> reasons = new ArrayList<>();
        if (fresh > 0) {
            reasons.add("inputs new or changed, if the window holds any of them");
        }
        String state = new Cells(open.store().dsl()).state(settings.basis(), request.window());
        if (!state.equals(last.get().storeState())) {
            reasons.add("the store holds other determinations than the newest package shows");
        }
        RunVersions versions =
                new RunVersions(codeVersion, Taxonomy.load(request.taxonomy()).version(), settings.hash());
        if (!versions.equals(last.get().versions())) {
            reasons.add("code, taxonomy or settings changed");
        }
        if (request.force()) {
            reasons.add("forced");
        }
        return reasons;
    }
}
