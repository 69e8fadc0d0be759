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
record PdfLine(String text, float along, float across, float size, Direction direction) {

    /** A part of it that starts elsewhere. */
    PdfLine withText(String part, float start) {
        return new PdfLine(part, start, across, size, direction);
    }

    /** Whether it repeats another line at the same place, as is done to make it look bold. */
    boolean isDrawnOver(PdfLine other) {
        return direction == other.direction
                && Math.abs(along - other.along) < 0.3f * size
                && Math.abs(across - other.across) < 0.3f * size
                && (text.startsWith(other.text) || other.text.startsWith(text));
    }
}
