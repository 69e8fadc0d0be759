package org.uphold.report;

import org.uphold.determination.DateRange;
import org.uphold.rates.PublishedTable;

/**
 * The window before this one, of the same length, for "change since".
 *
 * @param window its days
 * @param summary its {@code summary} table, under the same basis and disclosure profile
 */
public record Comparison(DateRange window, PublishedTable summary) {}
