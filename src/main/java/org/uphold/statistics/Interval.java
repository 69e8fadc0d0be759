package org.uphold.statistics;

/**
 * A closed interval.
 *
 * @param lower lower end
 * @param upper upper end, not below {@code lower}
 */
public record Interval(double lower, double upper) {}
