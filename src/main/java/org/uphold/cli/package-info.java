/** To be described by what lives here. */
@NullMarked
package org.uphold.cli;

import org.jspecify.annotations.NullMarked;
