package org.uphold.source;

import org.jspecify.annotations.Nullable;

/**
 * Where in a source something was found; every part is 1-based and null where it does not apply.
 *
 * @param line line of a text or record of a table
 * @param page page of a document
 * @param character character of the folded text, from the start of the document
 */
public record Place(
        @Nullable Long line,
        @Nullable Integer page,
        @Nullable Integer character) {

    /** The whole file. */
    public static final Place FILE = new Place(null, null, null);

    public static Place line(long line) {
        return new Place(line, null, null);
    }

    public static Place page(int page) {
        return new Place(null, page, null);
    }

    public static Place character(int character) {
        return new Place(null, null, character);
    }

    @Override
    public String toString() {
        if (line != null) {
            return character == null ? "line " + line : "line " + line + ", character " + character;
        }
        if (page != null) {
            return character == null ? "page " + page : "page " + page + ", character " + character;
        }
        return character == null ? "file" : "character " + character;
    }
}
