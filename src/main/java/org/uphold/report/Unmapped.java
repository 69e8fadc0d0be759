package org.uphold.report;

/**
 * A text that no rule matched, for the internal file beside the package.
 *
 * @param kind what it should have been: {@code service}, {@code guideline}, {@code specialty}
 * @param text as printed
 * @param count items or letters with it
 */
public record Unmapped(String kind, String text, long count) {}
