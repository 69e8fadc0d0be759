/**
 * From letters to sums by group and month. A {@link org.uphold.rates.sums.LetterBatch} holds letters as columns of numbers; {@link
 * org.uphold.rates.sums.Keys} say under which keys of each dimension they count; {@link org.uphold.rates.sums.LetterSums} adds them up in
 * one pass, into {@link org.uphold.rates.sums.SummedCell}s.
 */
@NullMarked
package org.uphold.rates.sums;

import org.jspecify.annotations.NullMarked;
