/**
 * From sums to published tables. {@link org.uphold.rates.tables.Measures} makes all tables of a package; a measure is one row of a list in
 * {@code RateMeasures}, and the tables, the data dictionary and all formats follow. What may not be shown is said by a {@link
 * org.uphold.rates.tables.Suppression}: no shown figure is computed from a hidden one.
 */
@NullMarked
package org.uphold.rates.tables;

import org.jspecify.annotations.NullMarked;
