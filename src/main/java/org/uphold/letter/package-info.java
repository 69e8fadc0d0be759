/**
 * A letter's text or PDF to one reading. {@link org.uphold.letter.LetterReader} opens the file, {@link
 * org.uphold.letter.LetterParser} is the pure function below it. To add an era, write one class that implements {@code Era}
 * and add a row to {@code Eras}; headings are in {@code Heading}. Start at {@code LetterParser}.
 */
@NullMarked
package org.uphold.letter;

import org.jspecify.annotations.NullMarked;
