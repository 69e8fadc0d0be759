/**
 * Tables as Apache Parquet: {@link org.uphold.report.parquet.ParquetTable} writes one, with its types and the meaning of its
 * columns, as a stream.
 */
@NullMarked
package org.uphold.report.parquet;

import org.jspecify.annotations.NullMarked;
