package org.uphold.source;

import java.time.Duration;

/**
 * Bounds on one input, so that no file can stop a night.
 *
 * @param letterBytes largest letter, in bytes
 * @param pages most pages of a PDF
 * @param characters most characters of a letter's text
 * @param time longest time for one letter
 * @param archiveMembers most members of one archive
 * @param archiveBytes most bytes that one archive may unpack to
 * @param archiveRatio most times its packed size that a member may unpack to
 */
public record Limits(
        long letterBytes,
        int pages,
        int characters,
        Duration time,
        int archiveMembers,
        long archiveBytes,
        int archiveRatio) {

    public static final Limits DEFAULT =
            new Limits(20L << 20, 200, 2_000_000, Duration.ofSeconds(30), 200_000, 32L << 30, 200);
}
