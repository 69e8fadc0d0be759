package org.uphold.report;

import java.util.List;
import java.util.function.Consumer;

/**
 * What is written beside a package and never in it.
 *
 * @param rejections refused readings
 * @param unmapped texts that no rule matched
 * @param lost statements that do not count, because another path says something else
 */
public record InternalFiles(Rejections rejections, List<Unmapped> unmapped, LostStatements lost) {

    /** Nothing was refused and everything was mapped; the files hold their headers. */
    public static final InternalFiles EMPTY = new InternalFiles(sink -> {}, List.of());

    /** With no statement lost. */
    public InternalFiles(Rejections rejections, List<Unmapped> unmapped) {
        this(rejections, unmapped, sink -> {});
    }

    /** Statements in order, handed over one at a time. */
    public interface LostStatements {
        void each(Consumer<LostStatement> sink);
    }

    /** Refused readings in order, handed over one at a time: a history has more of them than memory should hold. */
    public interface Rejections {
        void each(Consumer<Rejection> sink);
    }
}
