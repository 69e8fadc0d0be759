/**
 * Files to figures in memory, by the pure rooms alone: no store, no history, no Spring. {@link org.uphold.job.memory.MemoryRun} reads,
 * classifies, lets one statement of each case count, and sums up; its tables are those of a store that reads the same files for the first
 * time. What else runs the pure rooms, as a distributed engine would, does these steps.
 */
@NullMarked
package org.uphold.job.memory;

import org.jspecify.annotations.NullMarked;
