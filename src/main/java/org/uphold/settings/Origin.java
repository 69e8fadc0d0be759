package org.uphold.settings;

/** Where a value came from; the earlier one wins. */
public enum Origin {
    FLAG("flag"),
    ENVIRONMENT("environment"),
    JOB_FILE("job file"),
    DEFAULT("default");

    private final String code;

    Origin(String code) {
        this.code = code;
    }

    /** The words for people. */
    public String code() {
        return code;
    }
}
