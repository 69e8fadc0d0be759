/** Tests of job files, windows and what wins over what, mostly as tables of cases. */
@NullMarked
package org.uphold.settings;

import org.jspecify.annotations.NullMarked;
