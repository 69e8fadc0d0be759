/**
 * When jobs run: the times of their expressions ({@link org.uphold.job.schedule.CronTimes}) and the scheduler that starts them.
 */
@NullMarked
package org.uphold.job.schedule;

import org.jspecify.annotations.NullMarked;
