package org.uphold.report;

import org.jspecify.annotations.Nullable;

/**
 * One reading that was refused, for the internal file beside the package.
 *
 * @param sourceSha256 the file it stood in, hexadecimal
 * @param place page, line or row
 * @param code of the problem
 * @param message what is wrong and what to do
 * @param recordSha256 hash of the refused record, or null where the whole file is refused
 */
public record Rejection(
        String sourceSha256,
        String place,
        String code,
        String message,
        @Nullable String recordSha256) {}
