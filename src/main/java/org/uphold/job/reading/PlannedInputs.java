package org.uphold.job.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.uphold.csv.TableSniffer;
import org.uphold.determination.Basis;
import org.uphold.job.control.RunRequest;
import org.uphold.settings.SettingsException;
import org.uphold.settings.SettingsProblem;
import org.uphold.settings.SourceSpec;
import org.uphold.source.Input;
import org.uphold.source.Inputs;
import org.uphold.source.MissingInputException;
import org.uphold.source.Reading;
import org.uphold.source.ReadingGuard;
import org.uphold.source.SourceFile;
import org.uphold.store.Arrivals;
import org.uphold.store.LoadedFile;
import org.uphold.store.SourceFiles;
import org.uphold.store.SourceFiles.Known;
import org.uphold.store.SourceFiles.KnownPath;
import org.uphold.store.SourceFiles.Listing;
import org.uphold.store.Store;

/** Looks through the inputs of a run, reads what is new in them, and loads nothing. */
public final class PlannedInputs {

    private final RunRequest request;
    private final SourceFiles files;
    private final Arrivals arrivals;
    private final LocalDate today;
    private final String codeVersion;
    private final Rereading rereading;
    /** Paths that are taken for renamed. */
    private final Set<Long> moved = new HashSet<>();

    private long fresh;
    private long changed;
    private long unchanged;
    private long again;
    private long unreadable;
    private long tables;
    /** Whether some of the file that was read last was rejected. */
    private boolean rejects;

    public PlannedInputs(RunRequest request, Store store, Basis basis, LocalDate today, String codeVersion) {
        this.codeVersion = codeVersion;
        this.rereading = Rereading.of(request.inputs().reread());
        this.today = today;
        this.request = request;
        this.files = new SourceFiles(store);
        this.arrivals = new Arrivals(store, basis);
    }

    public Plan.Inputs look() {
        InputFormats formats = new InputFormats(request.inputs(), request.zone(), today, codeVersion);
        for (SourceSpec source : request.inputs().sources()) {
            if (source.table() == null) {
                look(formats.of(source), source.system(), formats.paths(source));
            } else {
                tables++;
            }
        }
        return new Plan.Inputs(fresh, changed, again, unchanged, unreadable, tables);
    }

    /** Months, as {@code yyyymm}, that what was found would come into, or go from. */
    public TreeSet<Integer> buckets() {
        return arrivals.buckets();
    }

    private void look(InputFormat format, String system, List<String> paths) {
        try (Inputs inputs =
                Inputs.of(paths, InputFormats.limits(request.inputs().limits()))) {
            List<SourceFile> found = new ArrayList<>(SourceFiles.LOOKED_UP);
            for (Input input : inputs) {
                if (input instanceof Input.Found readable) {
                    found.add(readable.file());
                } else {
                    unreadable++;
                }
                if (found.size() == SourceFiles.LOOKED_UP) {
                    lookAt(format, system, found);
                    found.clear();
                }
            }
            lookAt(format, system, found);
        } catch (MissingInputException e) {
            throw new SettingsException(List.of(
                    new SettingsProblem(request.job(), null, "sources", e.getMessage() + ": check the job's sources")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lookAt(InputFormat format, String system, List<SourceFile> found) {
        Map<SourceFile, Listing> listings = new HashMap<>();
        for (SourceFile file : found) {
            Listing listing = format.listing(file);
            if (listing != null) {
                listings.put(file, listing);
            }
        }
        Map<Listing, Known> known = files.byListing(listings.values());
        for (SourceFile file : found) {
            Listing listing = listings.get(file);
            Known as = listing == null ? null : known.get(listing);
            if (as != null && !rereading.isDue(format, as)) {
                unchanged++;
            } else {
                look(format, system, file);
            }
        }
    }

    private void look(InputFormat format, String system, SourceFile file) {
        try {
            TableSniffer.Kind kind = format.kind(file);
            LoadedFile loaded = kind.dialect() == null
                    ? format.letterFile(file, file.sha256())
                    : format.tableFile(file, kind.dialect());
            if (new SeenBefore(files, format, Set.of(loaded.sha256()), List.of(loaded.path()), moved, rereading)
                            .of(loaded)
                    != null) {
                unchanged++;
                return;
            }
            KnownPath path = files.byPath(List.of(loaded.path()), system).get(loaded.path());
            Known same = files.byContent(loaded.sha256(), loaded.reading());
            boolean asBefore = path != null && same != null && Objects.equals(path.sourceFile(), same.id());
            if (path == null) {
                fresh++;
            } else if (asBefore) {
                again++;
            } else {
                changed++;
            }
            read(format, kind, system, file, loaded);
            arrivals.ended(system, loaded, asBefore, rejects);
        } catch (IOException e) {
            unreadable++;
        }
    }

    private void read(InputFormat format, TableSniffer.Kind kind, String system, SourceFile file, LoadedFile loaded) {
        rejects = kind.dialect() == null && kind.problem() != null;
        if (kind.dialect() != null) {
            format.tables(kind.dialect()).read(file, reading -> add(system, loaded, reading));
        } else if (kind.problem() == null) {
            ReadingGuard.read(file, reading -> add(system, loaded, reading), format.letters());
        }
    }

    private void add(String system, LoadedFile loaded, Reading reading) {
        if (reading instanceof Reading.Accepted accepted) {
            arrivals.add(system, loaded, accepted.determination());
        } else {
            rejects = true;
        }
    }
}
