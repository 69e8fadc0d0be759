package org.uphold.source;

import java.util.function.Consumer;

/**
 * Turns a file into readings. Implementations keep no state between files and may be used by several threads; a file
 * that cannot be read is a rejected reading, never an exception.
 */
public interface DeterminationReader {

    /** Reads the whole file, handing over each reading as soon as it is complete. */
    void read(SourceFile file, Consumer<Reading> sink);
}
