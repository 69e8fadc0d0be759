/** To be described by what lives here. */
@NullMarked
package org.uphold.statistics;

import org.jspecify.annotations.NullMarked;
