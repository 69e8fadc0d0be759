package org.uphold.settings;

import java.util.Set;

/**
 * Words that other rooms define and a job file may use; handed in, so that this room need not know those.
 *
 * @param dimensions what tables may be grouped by
 * @param dialects names of the dialects that ship
 */
public record Vocabulary(Set<String> dimensions, Set<String> dialects) {

    public Vocabulary {
        dimensions = Set.copyOf(dimensions);
        dialects = Set.copyOf(dialects);
    }
}
