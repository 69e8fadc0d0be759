/**
 * From a published figure back to what is behind it: the letters of a row ({@link org.uphold.job.explaining.Explainer}), what changed
 * between two packages ({@link org.uphold.job.explaining.PackageDiff}), what was released so far ({@link
 * org.uphold.job.explaining.ReleaseList}).
 */
@NullMarked
package org.uphold.job.explaining;

import org.jspecify.annotations.NullMarked;
