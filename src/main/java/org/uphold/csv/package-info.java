/**
 * Rows to readings. A {@link org.uphold.csv.Dialect} says how a publisher names things: one file in {@code
 * src/main/resources/dialects}, or a block in a job file. {@link org.uphold.csv.TableReader} reads CSV and Excel files in
 * it, {@link org.uphold.csv.JdbcTableReader} tables of a database; both hand their rows to one {@code CaseAssembler}. Start
 * at {@code TableReader}. Pure: no Spring, no logging, no state between files.
 */
@NullMarked
package org.uphold.csv;

import org.jspecify.annotations.NullMarked;
