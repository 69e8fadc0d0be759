package org.uphold.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Words that other rooms define and a job file may use; handed in, so that this room need not know those.
 *
 * @param dimensions what tables may be grouped by
 * @param formats in which forms a package may hold its tables
 * @param usualFormats those that it holds unless its job says otherwise
 * @param dialects names of the dialects that ship, asked for where a job file names one: they are read from their files
 * @param dialect refuses a dialect of the job's own, by its name and its keys as written, with an {@link
 *     IllegalArgumentException} that says what is wrong
 */
public record Vocabulary(
        Set<String> dimensions,
        List<String> formats,
        Set<String> usualFormats,
        Supplier<Set<String>> dialects,
        BiConsumer<String, Map<String, Object>> dialect) {

    public Vocabulary {
        dimensions = Set.copyOf(dimensions);
        formats = List.copyOf(formats);
        usualFormats = Set.copyOf(usualFormats);
    }

    /**
     * A format by its word.
     *
     * @throws IllegalArgumentException naming the nearest
     */
    String format(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        if (!formats.contains(wanted)) {
            throw new IllegalArgumentException(
                    "'" + word + "' is not one of those known" + Words.suggestion(word, formats));
        }
        return wanted;
    }
}
