package org.uphold.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which windows of a backfill are run. */
public enum Reprocess {
    /** Those without a package. */
    MISSING,
    /** Those whose last run failed, was refused, was stopped or died. */
    FAILED,
    /** Those of which the store, or the classification of it, is no longer what the newest package shows. */
    CHANGED,
    /** Every one; what is up to date stays as it is. */
    ALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By its word.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Reprocess parse(String word) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of "
                        + Arrays.stream(values()).map(Reprocess::code).collect(Collectors.joining(", "))));
    }
}
