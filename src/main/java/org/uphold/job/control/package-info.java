/**
 * What every run has at hand: what was asked for ({@link org.uphold.job.control.RunRequest}), the store ({@link
 * org.uphold.job.control.OpenStore}), the lock, the signal to stop, and how it ends ({@link org.uphold.job.control.RunResult}, {@link
 * org.uphold.job.control.ExitCodes}).
 */
@NullMarked
package org.uphold.job.control;

import org.jspecify.annotations.NullMarked;
