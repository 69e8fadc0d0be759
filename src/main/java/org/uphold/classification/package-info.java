/** To be described by what lives here. */
@NullMarked
package org.uphold.classification;

import org.jspecify.annotations.NullMarked;
