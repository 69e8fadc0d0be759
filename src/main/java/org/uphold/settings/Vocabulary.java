package org.uphold.settings;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Words that other rooms define and a job file may use; handed in, so that this room need not know those.
 *
 * @param dimensions what tables may be grouped by
 * @param dialects names of the dialects that ship, asked for where a job file names one: they are read from their files
 */
public record Vocabulary(Set<String> dimensions, Supplier<Set<String>> dialects) {

    public Vocabulary {
        dimensions = Set.copyOf(dimensions);
    }
}
