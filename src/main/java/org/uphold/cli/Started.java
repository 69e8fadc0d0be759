package org.uphold.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
        JsonNode node = Output.mapper().readTree(json);
        List<String> words = new ArrayList<>();
        (node.isArray() ? node : node.path("words")).forEach(word -> words.add(word.asString()));
        String out = text(node, "out");
        return new Started(
                words,
                text(node, "job"),
                out == null ? null : Path.of(out),
                node.path("force").asBoolean(false),
                node.path("from_store").asBoolean(false));
    }

    String json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("words", words);
        if (job != null) {
            map.put("job", job);
        }
        if (out != null) {
            map.put("out", out.toString());
        }
        if (force) {
            map.put("force", true);
        }
        if (fromStore) {
            map.put("from_store", true);
        }
        return Output.mapper().writeValueAsString(map);
    }

    /** As it could be typed again. */
    String commandLine() {
        return "./uphold "
                + String.join(" ", words.stream().map(ShellWords::quoted).toList());
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isString() ? node.path(name).asString() : null;
    }
}
