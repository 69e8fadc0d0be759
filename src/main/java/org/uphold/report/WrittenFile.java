package org.uphold.report;

/**
 * One file of a package.
 *
 * @param name within the package
 * @param sha256 hexadecimal, of its bytes
 * @param bytes size
 */
public record WrittenFile(String name, String sha256, long bytes) {}
