/** To be described by what lives here. */
@NullMarked
package org.uphold.job;

import org.jspecify.annotations.NullMarked;
