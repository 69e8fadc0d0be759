/**
 * From determinations to uphold rates. The sums of one group are a {@link org.uphold.aggregate.Tally}, which adds and
 * subtracts; everything published is a function of tallies. Groups are named by {@link org.uphold.aggregate.Grouping}s of
 * {@link org.uphold.aggregate.Dimension}s; {@link org.uphold.aggregate.WindowTallies} is all that a package is made of.
 */
@NullMarked
package org.uphold.aggregate;

import org.jspecify.annotations.NullMarked;
