/**
 * What is kept, in PostgreSQL: bulk loading by binary COPY and a set-based merge, idempotent by natural key and content,
 * with history. {@link org.uphold.store.Store} opens it; {@link org.uphold.store.Determinations} loads; {@link
 * org.uphold.store.Runs} is the log book.
 */
@NullMarked
package org.uphold.store;

import org.jspecify.annotations.NullMarked;
