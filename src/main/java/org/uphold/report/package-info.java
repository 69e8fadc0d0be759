/** To be described by what lives here. */
@NullMarked
package org.uphold.report;

import org.jspecify.annotations.NullMarked;
