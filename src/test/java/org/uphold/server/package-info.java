/** Tests of the embedded server, with real servers and real kills. */
@NullMarked
package org.uphold.server;

import org.jspecify.annotations.NullMarked;
