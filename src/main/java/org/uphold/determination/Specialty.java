package org.uphold.determination;

/**
 * A board or subspecialty in canonical form.
 *
 * @param name canonical name; what no table knows keeps its printed form
 * @param physician whether its holders are physicians
 * @param known whether a table knows the name
 */
public record Specialty(String name, boolean physician, boolean known) {}
