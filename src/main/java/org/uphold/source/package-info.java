/**
 * Where input comes from, and what reading it gives: {@link org.uphold.source.SourceFile}s in, {@link
 * org.uphold.source.Reading}s out, each accepted or rejected with its {@link org.uphold.source.Problem}s and their place.
 */
@NullMarked
package org.uphold.source;

import org.jspecify.annotations.NullMarked;
