package org.uphold.store;

/**
 * What the figures of a run depend on beside the store.
 *
 * @param code version of the program
 * @param taxonomy version of the classification tables
 * @param settings hash of the resolved settings that shape a package
 */
public record RunVersions(String code, String taxonomy, String settings) {}
