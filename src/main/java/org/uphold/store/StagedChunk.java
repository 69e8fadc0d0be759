package org.uphold.store;

import java.util.List;
import org.uphold.copy.NamedRows;
import org.uphold.source.Reading;

/**
 * Readings ready to be sent: encoded by any thread, loaded by one.
 *
 * @param determinations their determinations
 * @param items the items of these
 * @param problems what could not be taken as it stands in them
 * @param hashes of a first load, the hashes of each determination's parts; else empty
 * @param rejected readings that gave nothing, by the number of their file
 * @param accepted how many determinations
 * @param itemCount how many items
 */
public record StagedChunk(
        NamedRows determinations,
        NamedRows items,
        NamedRows problems,
        NamedRows hashes,
        List<Rejection> rejected,
        int accepted,
        int itemCount) {

    /**
     * A reading that gave nothing.
     *
     * @param file number of the file within the load
     * @param reading what was found
     */
    record Rejection(int file, Reading.Rejected reading) {}

    /** Bytes to send. */
    public int bytes() {
        return determinations.rows().length()
                + items.rows().length()
                + problems.rows().length();
    }

    /** How many readings it holds, rejected ones too. */
    int readings() {
        return accepted + rejected.size();
    }
}
