/**
 * The words everyone uses: a {@link org.uphold.determination.Determination} and what it is made of. Records and enums,
 * no behaviour beyond their own invariants. Start at {@code Determination}.
 */
@NullMarked
package org.uphold.determination;

import org.jspecify.annotations.NullMarked;
