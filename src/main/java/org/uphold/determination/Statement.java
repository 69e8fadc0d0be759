package org.uphold.determination;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one path says of one case.
 *
 * @param path file, member of an archive, or table of a database
 * @param modified when the edition that says so was written; {@link #NOW} where a path has no such time
 * @param decided latest day that the decision may be of, or null where none is stated
 * @param content what it says
 */
public record Statement<T>(
        String path, Instant modified, @Nullable LocalDate decided, T content) {

    /** Of what says what it says whenever it is read, a table of a database or standard input: later than any file. */
    public static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * From what loses to what counts, of what different paths say: the latest decision date wins, undated loses; on a tie the file that
     * was modified later, then the greater path, byte by byte. No two paths are equal in it.
     */
    public static final Comparator<Statement<?>> ORDER = Comparator.<Statement<?>, @Nullable LocalDate>comparing(
                    Statement::decided, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Statement::modified)
            .thenComparing(Statement::path, Statement::compareBytes);

    /** Whether no date tells which of the two is the later decision. */
    public boolean ties(Statement<?> other) {
        return decided == null ? other.decided == null : decided.equals(other.decided);
    }

    Statement<T> of(String otherPath, Instant otherTime) {
        return new Statement<>(otherPath, otherTime, decided, content);
    }

    private static int compareBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
