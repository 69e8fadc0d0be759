package org.uphold.job.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.uphold.settings.InputLimits;
import org.uphold.settings.JobFile;
import org.uphold.settings.SourceSpec;

/**
 * What a run reads.
 *
 * @param folder where relative paths of the sources start
 * @param sources what to read, may be none
 * @param dialects the job's own dialects, as written
 * @param limits bounds on inputs
 * @param reread readings that a run reads again in the background, because a newer reader may read them better; or {@link #ALL}
 */
public record RunInputs(
        Path folder,
        List<SourceSpec> sources,
        Map<String, Map<String, Object>> dialects,
        InputLimits limits,
        long reread) {

    /** As {@code reread}: everything that is found is read again, whatever read it. */
    public static final long ALL = -1;

    /** As {@code reread}: everything is read again that an earlier reader read. */
    public static final long BEHIND = Long.MAX_VALUE;

    /** Nothing is read: the store has what is needed. */
    public static final RunInputs NONE = new RunInputs(Path.of(""), List.of(), Map.of(), InputLimits.DEFAULT);

    public RunInputs(
            Path folder, List<SourceSpec> sources, Map<String, Map<String, Object>> dialects, InputLimits limits) {
        this(folder, sources, dialects, limits, JobFile.DEFAULT_REREAD);
    }

    /** Whether all that can be read again is. */
    public boolean readsAgainOnly() {
        return reread == ALL || reread == BEHIND;
    }

    public RunInputs {
        sources = List.copyOf(sources);
        dialects = Map.copyOf(dialects);
    }
}
