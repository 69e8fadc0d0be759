package org.uphold.report;

import org.jspecify.annotations.Nullable;

/**
 * One statement of a case that does not count, for the internal file beside the package: another path says something else.
 *
 * @param sourceSha256 the file it stands in, hexadecimal
 * @param place page, line or row
 * @param decided its decision date, or null where it states none
 * @param winnerSha256 the file of the statement that counts
 * @param winnerPlace where that stands
 * @param winnerDecided its decision date, or null
 * @param why {@code later decision}, {@code modified later}, {@code greater path} or {@code same file}
 * @param contradictory whether both cannot be true under their one date
 */
public record LostStatement(
        String sourceSha256,
        String place,
        @Nullable String decided,
        String winnerSha256,
        String winnerPlace,
        @Nullable String winnerDecided,
        String why,
        boolean contradictory) {}
