package org.uphold.classification;

/**
 * A guideline as tables count it.
 *
 * @param source label of who wrote it
 * @param name chapter or title; {@code Not stated} where the source alone is cited
 */
public record CitedGuideline(String source, String name) {}
