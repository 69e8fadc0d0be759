/** The program as its users start it. {@code Night} is a job with its inbox, reports and database. */
@NullMarked
package org.uphold.cli;

import org.jspecify.annotations.NullMarked;
