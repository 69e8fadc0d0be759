package org.uphold.letter;

/** Whether a viewer shows a glyph. */
enum Sight {
    SHOWN,
    /** Not shown, yet perhaps what a picture of text says: the way in which text recognition adds its text. */
    UNSEEN,
    HIDDEN
}
