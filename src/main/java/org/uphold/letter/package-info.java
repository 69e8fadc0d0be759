/** To be described by what lives here. */
@NullMarked
package org.uphold.letter;

import org.jspecify.annotations.NullMarked;
