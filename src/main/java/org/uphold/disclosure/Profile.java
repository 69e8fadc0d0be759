package org.uphold.disclosure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which rule of disclosure a package follows. */
public enum Profile {
    /** Everything is shown: internal. */
    NONE,
    /** No count of 1 to 10 people is shown or derivable. */
    CMS11,
    /** The publication score of California HHS's Data De-Identification Guidelines 2.0. */
    CALHHS;

    /** The word in settings and manifests. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the word that is no profile, and those that are */
    public static Profile parse(String text) {
        return Arrays.stream(values())
                .filter(p -> p.code().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No disclosure profile '" + text + "'; they are "
                        + Arrays.stream(values()).map(Profile::code).collect(Collectors.joining(", "))));
    }
}
