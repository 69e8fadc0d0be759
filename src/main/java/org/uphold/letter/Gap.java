package org.uphold.letter;

/** What lies between a line and the one before it. */
enum Gap {
    /** The next line of the same paragraph, as far as spacing tells. */
    NONE,
    /** An empty line or more than the usual distance: a paragraph ended. */
    BLANK,
    /** A page ended; whether a paragraph did cannot be seen. */
    PAGE
}
