package org.uphold.disclosure;

import java.util.List;
import org.uphold.rates.PublishedTable;

/**
 * A package after disclosure control.
 *
 * @param tables as they would be published; only if the report passed
 * @param report what was hidden, and whether the audit passed
 * @param released its tables of rates as the ledger of releases keeps them, with what is hidden
 */
public record Disclosed(List<PublishedTable> tables, SuppressionReport report, List<Release.Table> released) {}
