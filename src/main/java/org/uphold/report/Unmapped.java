package org.uphold.report;

/**
 * A text that no rule matched, or none that is sure, for the internal file beside the package.
 *
 * @param kind what it should have been: {@code service}, {@code specialty}; {@code unsure service} where a rule matched that is not sure
 * @param text as printed
 * @param count items or letters with it
 */
public record Unmapped(String kind, String text, long count) {}
