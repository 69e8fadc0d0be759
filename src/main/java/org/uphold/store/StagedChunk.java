package org.uphold.store;

import java.util.List;
import org.uphold.copy.CopyBuffer;
import org.uphold.source.Reading;

/**
 * Readings ready to be sent: encoded by any thread, loaded by one.
 *
 * @param determinations rows of {@code stage_determination}
 * @param items rows of {@code stage_item}
 * @param problems rows of {@code stage_problem}
 * @param rejected readings that gave nothing, by the number of their file
 * @param readings how many readings it holds, rejected ones too
 */
public record StagedChunk(
        CopyBuffer determinations, CopyBuffer items, CopyBuffer problems, List<Rejection> rejected, int readings) {

    /**
     * A reading that gave nothing.
     *
     * @param file number of the file within the load
     * @param reading what was found
     */
    record Rejection(int file, Reading.Rejected reading) {}

    /** Bytes to send. */
    public int bytes() {
        return determinations.length() + items.length() + problems.length();
    }
}
