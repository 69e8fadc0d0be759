package org.uphold.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Edition;
import org.uphold.determination.Statement;

/**
 * A file whose readings are loaded.
 *
 * @param sha256 of its bytes, lower-case hex
 * @param reading source system, kind and dialect fingerprint: the same bytes read otherwise are another file
 * @param system source system of its case numbers
 * @param kind what it was read as
 * @param bytes its size
 * @param path what it is known by: absolute, the same each time; internal
 * @param modified time of last change where it is a plain file, so that its listing is recognised; else null
 * @param table whether rows of one case may lie apart in it, so that they are one determination in pieces
 * @param said time by which a tie with other paths is decided, see {@link Statement}
 * @param edition what it says of cases that it does not name
 * @param state what is loaded of it
 * @param former what versions of the program before the present called its path, or null
 * @param reader version of what reads it, see {@code source_file.reader}; null where none is written down
 * @param movedFrom number of the path that it was at before, where it was renamed; else null
 */
public record LoadedFile(
        String sha256,
        String reading,
        String system,
        String kind,
        long bytes,
        String path,
        @Nullable Instant modified,
        boolean table,
        Instant said,
        Edition edition,
        State state,
        @Nullable String former,
        @Nullable Long movedFrom,
        @Nullable String reader) {

    /** What is loaded of a file. */
    public enum State {
        /** All that it says. */
        READ,
        /** Nothing: it says what it said before, perhaps under another time or at another path. */
        SAME,
        /** Nothing: its bytes could not be had. What its path said before stands. */
        NONE
    }

    /** A part of what there is, read. */
    public LoadedFile(
            String sha256,
            String reading,
            String system,
            String kind,
            long bytes,
            String path,
            @Nullable Instant modified,
            boolean table) {
        this(
                sha256,
                reading,
                system,
                kind,
                bytes,
                path,
                modified,
                table,
                modified == null ? Statement.NOW : modified,
                Edition.PART,
                State.READ,
                null,
                null,
                null);
    }

    /** The same, known by another path. */
    public LoadedFile at(String other) {
        return new LoadedFile(
                sha256, reading, system, kind, bytes, other, modified, table, said, edition, state, former, movedFrom,
                reader);
    }

    /** The same file, of which something else is loaded. */
    public LoadedFile as(State other, @Nullable Long from) {
        return new LoadedFile(
                sha256, reading, system, kind, bytes, path, modified, table, said, edition, other, former, from,
                reader);
    }
}
