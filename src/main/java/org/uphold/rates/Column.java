package org.uphold.rates;

/**
 * One published column; the data dictionary, the SQL types and the spreadsheet formats are all made from it.
 *
 * @param name as in the header
 * @param type how values are written
 * @param key whether it belongs to the row's key
 * @param definition what it means, one sentence
 * @param formula how it is computed from counts, or empty
 */
public record Column(String name, ColumnType type, boolean key, String definition, String formula) {}
