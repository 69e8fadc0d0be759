package org.uphold.report;

import java.util.List;
import java.util.function.Consumer;

/**
 * What is written beside a package and never in it.
 *
 * @param rejections refused readings
 * @param unmapped texts that no rule matched
 */
public record InternalFiles(Rejections rejections, List<Unmapped> unmapped) {

    /** Nothing was refused and everything was mapped; the files hold their headers. */
    public static final InternalFiles EMPTY = new InternalFiles(sink -> {}, List.of());

    /** Refused readings in order, handed over one at a time: a history has more of them than memory should hold. */
    public interface Rejections {
        void each(Consumer<Rejection> sink);
    }
}
