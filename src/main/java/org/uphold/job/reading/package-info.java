/**
 * From sources into the store: which files are read, by what, and which are known as they are. {@link org.uphold.job.reading.Ingest} is
 * the way of one source; what becomes of its files is written down in the {@link org.uphold.job.reading.InputLedger}.
 */
@NullMarked
package org.uphold.job.reading;

import org.jspecify.annotations.NullMarked;
