package org.uphold.settings;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a run must not exceed. Rates are fractions from 0 to 1; null never refuses.
 *
 * @param maxRejectRate {@code max-reject-rate}: rejected of read; more refuses to publish (exit 3)
 * @param warnRejects {@code warn-rejects}: so many rejects end a published run with a warning (exit 4); 1 unless said
 *     otherwise
 * @param maxProblemRate {@code max-problem-rate}: cases of the window with a problem of all cases in it; more refuses to publish
 * @param warnProblems {@code warn-problems}: so many accepted cases with a problem end a published run with a warning (exit 4);
 *     never unless said, for what is wrong with a case need not be wrong with its figures
 * @param maxUnknownRate {@code max-unknown-rate}: items of unknown outcome of all items in the window
 * @param maxUnclassifiedRate {@code max-unclassified-rate}: items whose service matched no rule of all items in the window
 * @param maxWithdrawnRate {@code max-withdrawn-rate}: cases that a new edition of a table withdraws of those that the table stated;
 *     more refuses the edition, which is then not loaded, and to publish (exit 3); 0.2 unless said otherwise
 */
public record Gates(
        @Nullable BigDecimal maxRejectRate,
        long warnRejects,
        @Nullable BigDecimal maxProblemRate,
        @Nullable Long warnProblems,
        @Nullable BigDecimal maxUnknownRate,
        @Nullable BigDecimal maxUnclassifiedRate,
        BigDecimal maxWithdrawnRate) {

    private static final BigDecimal WITHDRAWN = new BigDecimal("0.2");

    public static final Gates DEFAULT = new Gates(null, 1, null, null);

    /** With the usual rate of withdrawn cases, and without gates on problems. */
    public Gates(
            @Nullable BigDecimal maxRejectRate,
            long warnRejects,
            @Nullable BigDecimal maxUnknownRate,
            @Nullable BigDecimal maxUnclassifiedRate) {
        this(maxRejectRate, warnRejects, null, null, maxUnknownRate, maxUnclassifiedRate, WITHDRAWN);
    }
}
