/**
 * Published tables to files: a package that appears whole or not at all, byte for byte the same for the same figures.
 *
 * <p>Start at {@link org.uphold.report.PackageWriter}, which takes a {@link org.uphold.report.PackageContent} and writes the
 * chosen {@link org.uphold.report.Format}s into a folder of a {@link org.uphold.report.Shelf}. A new output is one class
 * beside {@code CsvFiles}, and one row in {@code Format}. {@link org.uphold.report.PackageReader} reads a package back and
 * compares it with its manifest. Only {@code manifest.json} knows when and by which run a package was made; no other class
 * here asks for a clock, a locale or a path.
 */
@NullMarked
package org.uphold.report;

import org.jspecify.annotations.NullMarked;
