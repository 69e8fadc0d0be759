/**
 * The report for people: one HTML file that needs nothing else. {@link org.uphold.report.html.ReportPage} lists its sections
 * in reading order; a section is one class that finds its table and columns by name, copes with hidden cells, and says so
 * where a table is absent. Charts are our own small SVG: every one has a title, a description in words and a table behind it.
 */
@NullMarked
package org.uphold.report.html;

import org.jspecify.annotations.NullMarked;
