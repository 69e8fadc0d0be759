package org.uphold.disclosure;

import java.util.List;

/**
 * A hidden count that is not safe.
 *
 * @param table file name
 * @param key of the row
 * @param column which count
 * @param value a value that it must be able to have
 * @param reason why it is not safe
 */
public record Finding(String table, List<String> key, String column, long value, Reason reason) {

    /** Why a count is not safe. */
    public enum Reason {
        /** Everything published together rules the value out. */
        DERIVABLE,
        /** No alternative table was found within the allowed effort. */
        NOT_SHOWN,
        /** A shown row has a count of few people. */
        SHOWN
    }

    /** For people; names table and cell, never the true count. */
    public String message() {
        String cell = table + (key.isEmpty() ? "" : " " + String.join(" / ", key)) + ", " + column;
        return switch (reason) {
            case DERIVABLE -> cell + ": everything published together rules out the value " + value;
            case NOT_SHOWN -> cell + ": could not be shown to be safe for the value " + value;
            case SHOWN -> cell + ": a count of 1 to 10 people is shown";
        };
    }
}
