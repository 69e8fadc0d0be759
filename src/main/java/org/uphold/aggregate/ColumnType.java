package org.uphold.aggregate;

/** How a published value is written in every format. */
public enum ColumnType {
    TEXT,
    INTEGER,
    /** Six decimals, rounded half up. */
    DECIMAL,
    BOOLEAN
}
