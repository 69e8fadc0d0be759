package org.uphold.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every era, the most telling first. */
final class Eras {

    private static final List<Era> ALL =
            List.of(new FormA13(), new FormB14(), new FormE18(), new FormD15(), new FormC14(), new FormReview());

    private Eras() {}

    /** The era a letter is of, or null where the text is no letter. */
    static @Nullable Era of(Outline outline) {
        for (Era era : ALL) {
            if (era.recognises(outline)) {
                return era;
            }
        }
        return null;
    }
}
