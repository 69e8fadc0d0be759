package org.uphold.letter;

/**
 * A heading that was found.
 *
 * @param heading which
 * @param start its first character
 * @param end after its last, colon included
 */
record Mark(Heading heading, int start, int end) {}
