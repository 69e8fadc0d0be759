package org.uphold.settings;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a job file, a flag or an environment variable.
 *
 * @param where the file, the flag ({@code --last}) or the variable
 * @param line 1-based line of a file, or null
 * @param key the key in question with its parents ({@code sources[1].kind}), or null
 * @param message what is wrong and what would be right
 */
public record SettingsProblem(
        String where, @Nullable Integer line, @Nullable String key, String message) {

    /** {@code jobs/nightly.yaml:12: formts: no such key; did you mean formats?} */
    @Override
    public String toString() {
        return where + (line == null ? "" : ":" + line) + ": " + (key == null ? "" : key + ": ") + message;
    }
}
