package org.uphold.source;

/**
 * Something that a reading could not take as it stands. The message says what was expected and what was found in
 * general words; it never quotes narrative text, a name, a date of injury or a case number.
 *
 * @param code which kind
 * @param message what was expected and found
 * @param where the place
 */
public record Problem(ProblemCode code, String message, Place where) {}
