package org.uphold.report;

import java.util.List;

/**
 * What is written beside a package and never in it. Read once, in order, so that long lists may be streamed.
 *
 * @param rejections refused readings
 * @param unmapped texts that no rule matched
 */
public record InternalFiles(Iterable<Rejection> rejections, Iterable<Unmapped> unmapped) {

    /** Nothing was refused and everything was mapped; the files hold their headers. */
    public static final InternalFiles EMPTY = new InternalFiles(List.of(), List.of());
}
