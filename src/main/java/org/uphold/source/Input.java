package org.uphold.source;

/** What a walk over inputs comes across: a file to read, or something that cannot be read and counts as rejected. */
public sealed interface Input {

    /** The path as given or found. Never to be logged: real names are case numbers. */
    String name();

    /**
     * A file to read.
     *
     * @param file the file
     */
    record Found(SourceFile file) implements Input {

        @Override
        public String name() {
            return file.name();
        }
    }

    /**
     * A file that was written to so short a time ago that somebody may still be at it; it was not opened.
     *
     * @param file as the listing shows it, also where it is an archive
     */
    record Unsettled(SourceFile file) implements Input {

        @Override
        public String name() {
            return file.name();
        }
    }

    /**
     * Something that stands where a file should and cannot be read: a dangling link, a folder that may not be listed, a
     * damaged archive, a member whose name climbs out.
     *
     * @param name the path as given or found
     * @param reading why not
     */
    record Unreadable(String name, Reading.Rejected reading) implements Input {}
}
