/**
 * Runs: Spring Batch wires the rooms below into steps, and this is the only room that knows it. Start at {@link
 * org.uphold.job.JobRunner}, which takes a {@link org.uphold.job.RunRequest} and answers with a {@link
 * org.uphold.job.RunResult}; {@code DeterminationsJob} is the job in reading order.
 */
@NullMarked
package org.uphold.job;

import org.jspecify.annotations.NullMarked;
