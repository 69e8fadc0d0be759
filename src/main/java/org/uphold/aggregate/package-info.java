/** To be described by what lives here. */
@NullMarked
package org.uphold.aggregate;

import org.jspecify.annotations.NullMarked;
