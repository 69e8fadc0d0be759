/** To be described by what lives here. */
@NullMarked
package org.uphold.disclosure;

import org.jspecify.annotations.NullMarked;
