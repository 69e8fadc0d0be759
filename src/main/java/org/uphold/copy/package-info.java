/**
 * Rows to and from PostgreSQL in the binary form of its {@code COPY}, the fastest way in and out: {@link
 * org.uphold.copy.CopyBuffer} collects rows, {@link org.uphold.copy.Copy} sends them ({@link org.uphold.copy.CopyInto} in pieces), {@link
 * org.uphold.copy.CopyRows} reads those that come. Knows no table of ours.
 */
@NullMarked
package org.uphold.copy;

import org.jspecify.annotations.NullMarked;
