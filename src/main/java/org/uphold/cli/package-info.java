/**
 * The program: words to parameters, results to exit codes. {@link org.uphold.cli.Main} knows the commands; each command is one
 * class. Data goes to standard output, everything else to standard error.
 */
@NullMarked
package org.uphold.cli;

import org.jspecify.annotations.NullMarked;
