package org.uphold.csv;

import org.jspecify.annotations.Nullable;

/** One row of a table, wherever it comes from. */
interface Row {

    /** The value in a column, counted from 0, {@linkplain Folding#fold folded}; empty where there is none. */
    String text(int column);

    /** Why nothing stands in a column though something should: what was found there, with its place. Null where there is no such reason. */
    default @Nullable String gap(int column) {
        return null;
    }

    /** 1-based line of the file, or row of a sheet or result, on which it starts. */
    long line();

    /** 1-based number among the records after the header. */
    long number();

    /** Whether it ends with its file and not with a line end, as the others do: what stands there may be the beginning of more. */
    default boolean isUnfinished() {
        return false;
    }

    /** Lower-case hex SHA-256 of the row's bytes. */
    String sha256();
}
