/**
 * Runs, and what keeps them one at a time: Spring Batch wires the rooms below into steps, and this is the only room that knows it. Start
 * at {@link org.uphold.job.JobRunner}, which takes a {@link org.uphold.job.control.RunRequest} and answers with a {@link
 * org.uphold.job.control.RunResult}; {@code DeterminationsJob} is the job in reading order.
 *
 * <p>Its parts, each importing only those before it: {@code job.control} what every run has at hand, {@code job.reading} from sources
 * into the store, {@code job.publishing} from the store to packages, {@code job.explaining} from a published figure back to the letters,
 * then this package; {@code job.schedule} says when jobs run.
 */
@NullMarked
package org.uphold.job;

import org.jspecify.annotations.NullMarked;
