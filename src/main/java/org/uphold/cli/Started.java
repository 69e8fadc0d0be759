package org.uphold.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.json.Json;
import org.uphold.json.JsonValue;

/**
 * How a run was started: kept with its line in the log book, so that a retry needs nothing but its number.
 *
 * @param words of the command line
 * @param job name of the job, or the absolute path of its file where that is not in {@code jobs/}; null where there is none
 * @param out absolute folder of packages, where the command named one
 * @param force whether it was to publish though nothing changed
 * @param fromStore whether the job's sources were left alone
 */
record Started(
        List<String> words, @Nullable String job, @Nullable Path out, boolean force, boolean fromStore) {

    Started {
        words = List.copyOf(words);
    }

    /** By a command that has no job. */
    static Started by(List<String> words) {
        return new Started(words, null, null, false, false);
    }

    /** Reads what {@link #json} wrote; of earlier versions there are the words alone. */
    static Started of(String json) {
        JsonValue node = Json.parse(json);
        List<String> words = (node.isArray() ? node : node.path("words"))
                .elements().stream().map(word -> word.text("")).toList();
        String out = node.path("out").text();
        return new Started(
                words,
                node.path("job").text(),
                out == null ? null : Path.of(out),
                node.path("force").isTrue(),
                node.path("from_store").isTrue());
    }

    String json() {
        return Json.line(Json.object(
                "words", words,
                "job", job,
                "out", out == null ? null : out.toString(),
                "force", force ? true : null,
                "from_store", fromStore ? true : null));
    }

    /** Whether it asked for exact intervals. */
    boolean exact() {
        return words.contains(JobOptions.EXACT);
    }

    /** As it could be typed again. */
    String commandLine() {
        return "./uphold "
                + String.join(" ", words.stream().map(ShellWords::quoted).toList());
    }
}
