/**
 * Every figure of published packages a second time: from invented readings in memory, with plain code that shares nothing with the
 * program, neither its statements nor its formulas nor the library it takes its distributions from. {@code RecountTest} lays the two
 * side by side; what is meant stands in src/site/markdown/measures.md.
 */
@NullMarked
package org.uphold.recount;

import org.jspecify.annotations.NullMarked;
