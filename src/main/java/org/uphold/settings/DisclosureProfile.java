package org.uphold.settings;

/** How small cells are protected. */
public enum DisclosureProfile {
    /** Nothing is suppressed: for internal use. */
    NONE("none"),
    /** No count of people from 1 to 10 is shown or derivable. */
    CMS11("cms11"),
    /** California HHS Data De-Identification Guidelines. */
    CALHHS("calhhs");

    private final String code;

    DisclosureProfile(String code) {
        this.code = code;
    }

    /** The word in job files and on the command line. */
    public String code() {
        return code;
    }

    /**
     * By its word.
     *
     * @throws IllegalArgumentException naming the nearest
     */
    public static DisclosureProfile parse(String word) {
        return Words.constant(word, values(), DisclosureProfile::code);
    }
}
