package org.uphold.classification;

import java.util.List;

/**
 * A row that says what a service is.
 *
 * @param id of the row
 * @param table file it stands in
 * @param priority larger wins; from {@link #ANYWHERE} on it does not matter where in the text the words stand
 * @param category target
 * @param subcategory target
 * @param parts concepts that must all be found; the first is where the rule stands in the text
 * @param unless concepts of which none may be found
 */
record ServiceRule(
        String id, String table, int priority, String category, String subcategory, int[] parts, int[] unless) {

    static final int ANYWHERE = 100;
    static final int USUAL = 50;

    /** A row that is worth less in a text has words too general to decide alone, or words that stand behind what is asked for. */
    static final int FIRM = 30;

    /** Parts joined by {@code &}, each with alternatives joined by {@code |}; {@code unless} is one part. */
    static ServiceRule of(TableRow row, Vocabulary vocabulary) {
        List<String> written = TableRow.split(row.required("pattern"), '&');
        int[] parts = new int[written.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = vocabulary.concept(row, TableRow.split(written.get(i), '|'));
        }
        boolean all = row.required("kind").equals("all");
        if (!all && !row.cell("kind").equals("words")) {
            throw row.error("kind is words or all, not " + row.cell("kind"));
        }
        if (all != parts.length > 1) {
            throw row.error("kind all needs several parts joined by &, kind words has one");
        }
        List<String> unless = row.alternatives("unless");
        return new ServiceRule(
                row.required("id"),
                row.table(),
                row.number("priority", USUAL),
                row.required("category"),
                row.required("subcategory"),
                parts,
                unless.isEmpty() ? new int[0] : new int[] {vocabulary.concept(row, unless)});
    }
}
