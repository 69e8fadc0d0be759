package org.uphold.rates;

/** How a published value is written in every format. */
public enum ColumnType {
    TEXT,
    INTEGER,
    /** Six decimals, rounded half up. */
    DECIMAL,
    BOOLEAN
}
