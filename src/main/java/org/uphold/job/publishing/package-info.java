/**
 * From the store to packages. {@link org.uphold.job.publishing.Publisher} makes the package of one window: it reads the sums, applies
 * disclosure control, has gates and checks look at it, and puts it in its place as a whole.
 */
@NullMarked
package org.uphold.job.publishing;

import org.jspecify.annotations.NullMarked;
