package org.uphold.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on one input that a job sets differently; null keeps the default of the reader.
 *
 * @param letterBytes {@code letter-bytes}: largest letter, in bytes
 * @param pages {@code pages}: most pages of a PDF
 * @param characters {@code characters}: most characters of a letter's text
 * @param time {@code seconds}: longest time for one letter
 * @param archiveMembers {@code archive-members}: most members of one archive
 * @param archiveBytes {@code archive-bytes}: most bytes that one archive may unpack to
 * @param archiveRatio {@code archive-ratio}: most times its packed size that a member may unpack to
 */
public record InputLimits(
        @Nullable Long letterBytes,
        @Nullable Integer pages,
        @Nullable Integer characters,
        @Nullable Duration time,
        @Nullable Integer archiveMembers,
        @Nullable Long archiveBytes,
        @Nullable Integer archiveRatio) {

    public static final InputLimits DEFAULT = new InputLimits(null, null, null, null, null, null, null);
}
