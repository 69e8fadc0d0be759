/** To be described by what lives here. */
@NullMarked
package org.uphold.csv;

import org.jspecify.annotations.NullMarked;
