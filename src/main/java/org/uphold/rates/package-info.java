/**
 * Uphold rates, in words: what they are counted by, summed as and published as. The sums of one group are a {@link
 * org.uphold.rates.Tally}, which adds and subtracts; everything published is a function of tallies. Groups are named by {@link
 * org.uphold.rates.Grouping}s of {@link org.uphold.rates.Dimension}s; {@link org.uphold.rates.WindowTallies} is all that a package is
 * made of, and a {@link org.uphold.rates.PublishedTable} is what it is made into.
 *
 * <p>{@code rates.sums} makes tallies of letters, {@code rates.tables} tables of tallies. None of the three knows a database: what
 * PostgreSQL keeps of the sums is the subject of {@code org.uphold.cells}.
 */
@NullMarked
package org.uphold.rates;

import org.jspecify.annotations.NullMarked;
