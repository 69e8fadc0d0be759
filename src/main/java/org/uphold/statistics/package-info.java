/**
 * Numbers in, numbers out: intervals, funnel limits, standardised ratios, trends and signals of change. Everything is a pure
 * function of its arguments; distributions and quantiles come from Apache Commons Statistics. Start at
 * {@link org.uphold.statistics.Wilson}, the interval of the headline rate.
 *
 * <p>Results are in double precision and agree with published reference values to 1e-9 unless a method says otherwise.
 */
@NullMarked
package org.uphold.statistics;

import org.jspecify.annotations.NullMarked;
