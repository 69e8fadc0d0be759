package org.uphold.settings;

/**
 * A value and where it came from.
 *
 * @param value what holds
 * @param origin who said so
 */
public record Setting<T>(T value, Origin origin) {}
