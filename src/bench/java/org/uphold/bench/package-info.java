/** Generators and benchmarks; not part of the program. */
package org.uphold.bench;
