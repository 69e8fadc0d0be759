package org.uphold.letter;

/**
 * One line that holds something.
 *
 * @param text folded
 * @param line 1-based line of a text, or of its page in a document
 * @param page 1-based page
 * @param gap what lies before it
 */
record TextLine(String text, long line, int page, Gap gap) {}
