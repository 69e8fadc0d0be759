package org.uphold.letter;

/**
 * A line of a page as it was drawn.
 *
 * @param text not yet folded
 * @param along where it starts in its own direction, in points
 * @param across its baseline, growing upwards
 * @param size height of its letters, in points
 * @param direction which way it runs
 */
record PdfLine(String text, float along, float across, float size, Direction direction) {}
