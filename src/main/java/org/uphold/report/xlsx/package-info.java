/**
 * The report as a workbook: {@link org.uphold.report.xlsx.Spreadsheet} writes a cover, notes and a sheet a table, row by
 * row; {@link org.uphold.report.xlsx.TimelessZip} takes out the moment of writing.
 */
@NullMarked
package org.uphold.report.xlsx;

import org.jspecify.annotations.NullMarked;
