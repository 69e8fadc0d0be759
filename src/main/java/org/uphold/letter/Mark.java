package org.uphold.letter;

/**
 * A heading that was found.
 *
 * @param heading which
 * @param start its first character
 * @param end after its last, colon included
 * @param misread whether it is not spelt as the form spells it
 */
record Mark(Heading heading, int start, int end, boolean misread) {}
