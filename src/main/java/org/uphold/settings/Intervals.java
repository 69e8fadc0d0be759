package org.uphold.settings;

import java.util.Locale;

/** Which intervals a package holds. */
public enum Intervals {
    /** Wilson's: clustered by letter, and as if items were independent. */
    SCORE,
    /** Those, and exact (Clopper-Pearson) ones in columns of their own. */
    EXACT;

    /** The word in job files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
