/** Generators and benchmarks; not part of the program. */
@NullMarked
package org.uphold.bench;

import org.jspecify.annotations.NullMarked;
