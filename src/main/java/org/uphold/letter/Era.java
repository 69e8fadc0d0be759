package org.uphold.letter;

/**
 * One layout of letters. A new one is a class that implements this and a row in {@link Eras}; what it shares with others
 * (headings, header fields, credentials, items under labels) it takes from them.
 */
interface Era {

    /** Its name in readings, such as {@code d15}. */
    String form();

    /** Whether a letter is of this era, by what its text holds. */
    boolean recognises(Outline outline);

    /** Where the narrative-free header with its labelled fields ends. */
    default int headerEnd(Outline outline) {
        return outline.headerEnd();
    }

    /** Adds the items of the letter. */
    void readItems(Outline outline, Draft draft);
}
