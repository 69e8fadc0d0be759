/** To be described by what lives here. */
@NullMarked
package org.uphold.settings;

import org.jspecify.annotations.NullMarked;
