package org.uphold.settings;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Words that other rooms define and a job file may use; handed in, so that this room need not know those.
 *
 * @param dimensions what tables may be grouped by
 * @param dialects names of the dialects that ship, asked for where a job file names one: they are read from their files
 * @param dialect refuses a dialect of the job's own, by its name and its keys as written, with an {@link
 *     IllegalArgumentException} that says what is wrong
 */
public record Vocabulary(
        Set<String> dimensions, Supplier<Set<String>> dialects, BiConsumer<String, Map<String, Object>> dialect) {

    public Vocabulary {
        dimensions = Set.copyOf(dimensions);
    }

    /** Words alone: what a dialect says is not looked at. */
    public Vocabulary(Set<String> dimensions, Supplier<Set<String>> dialects) {
        this(dimensions, dialects, (name, keys) -> {});
    }
}
