/** What tests of several rooms share: start at {@link org.uphold.TestDatabase}. */
@NullMarked
package org.uphold;

import org.jspecify.annotations.NullMarked;
