/**
 * Runs that are killed, stopped, cut off, crowded, starved of disk and lied to about the time, again and again, each followed by
 * one that must end as if nothing had happened. Start with {@code Torture}; {@code src/bench/torture} compiles and runs it.
 */
@NullMarked
package org.uphold.bench.torture;

import org.jspecify.annotations.NullMarked;
