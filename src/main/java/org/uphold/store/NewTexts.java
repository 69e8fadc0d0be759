package org.uphold.store;

import java.util.List;
import org.uphold.copy.CopyBuffer;
import org.uphold.copy.NamedRows;

/** The rows of {@code printed} that a first load makes, numbered as they come. Filled by several threads, emptied by one. */
final class NewTexts {

    private static final int ROOM = 1 << 16;

    private CopyBuffer rows = new CopyBuffer(ROOM);
    private int next;

    /** @param first number of the first text */
    NewTexts(int first) {
        this.next = first;
    }

    synchronized int add(String text) {
        rows.row(2).int4(next).text(text);
        return next++;
    }

    /** The number after the last one given. */
    synchronized int next() {
        return next;
    }

    synchronized int bytes() {
        return rows.length();
    }

    /** Those that came since it was asked last. */
    synchronized NamedRows take() {
        CopyBuffer taken = rows;
        rows = new CopyBuffer(ROOM);
        return new NamedRows("uphold.printed", List.of("id", "text"), taken);
    }
}
