/**
 * The sums that PostgreSQL keeps by month: how they are brought up to date ({@link org.uphold.cells.Cells}, {@link
 * org.uphold.cells.SentSums}), how a window is read from them ({@link org.uphold.cells.StoreTallies}), and the statements that are
 * published with the figures and give the same. How each dimension is read from the store stands in {@code DimensionSql}, and only there.
 */
@NullMarked
package org.uphold.cells;

import org.jspecify.annotations.NullMarked;
