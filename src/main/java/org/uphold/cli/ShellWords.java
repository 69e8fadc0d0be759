package org.uphold.cli;

/** Words for a shell. */
final class ShellWords {

    private ShellWords() {}

    /** As one word, whatever is in it. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
