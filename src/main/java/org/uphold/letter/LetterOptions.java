package org.uphold.letter;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uphold.source.SourceFile;

/**
 * What a job allows a letter to be told from beside it, where the letter itself is silent. Both are off by default.
 *
 * @param dateInName whether a date in the file's name ({@code 2014-09-25} or {@code 20140925}) and a case number there may
 *     be taken
 * @param sideFile finds the side file {@code <letter>.meta.csv} of a letter: one row under the header
 *     {@code case_number,decision_date} (ISO dates), either column optional; gives null where there is none
 * @param latest the last day that a letter can tell of: who reads today's letters gives today; a later date is misprinted
 */
public record LetterOptions(boolean dateInName, Function<SourceFile, @Nullable SourceFile> sideFile, LocalDate latest) {

    /** Only what the letter says, of any year of four digits. */
    public static final LetterOptions DEFAULT = new LetterOptions(false, letter -> null, LocalDate.of(9999, 12, 31));

    /** The same for letters of no later day. */
    public LetterOptions until(LocalDate day) {
        return new LetterOptions(dateInName, sideFile, day);
    }
}
