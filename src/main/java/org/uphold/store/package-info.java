/** To be described by what lives here. */
@NullMarked
package org.uphold.store;

import org.jspecify.annotations.NullMarked;
