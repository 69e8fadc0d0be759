/**
 * What the flags, intervals and trends of a package do where nothing differs, and where something does. {@code NullSimulation} starts
 * it; src/bench/null is how it is run.
 */
@NullMarked
package org.uphold.bench.chance;

import org.jspecify.annotations.NullMarked;
