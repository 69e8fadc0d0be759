package org.uphold.report;

/**
 * A statement that produced figures of the package, as it was run, its window inlined.
 *
 * @param name of the table it feeds
 * @param title one line for people, or empty where the name says it
 * @param sql one statement, with or without a semicolon at its end
 */
public record NamedQuery(String name, String title, String sql) {}
