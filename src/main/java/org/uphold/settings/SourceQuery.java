package org.uphold.settings;

import java.util.Set;
import java.util.TreeSet;

/** The query that a source takes its rows from: one statement that reads. */
final class SourceQuery {

    private static final Set<String> BEGINNINGS = Set.of("select", "with", "values", "table");

    private SourceQuery() {}

    /**
     * The statement without a semicolon at its end.
     *
     * @throws IllegalArgumentException where it is none, or more than one; the message says what one is
     */
    static String checked(String text) {
        StringBuilder statement = new StringBuilder();
        boolean begun = false;
        boolean ended = false;
        for (SqlToken token : SqlToken.of(text)) {
            boolean says = token.kind() != SqlToken.Kind.COMMENT && token.kind() != SqlToken.Kind.BLANK;
            if (token.kind() == SqlToken.Kind.SEMICOLON) {
                ended = true;
                continue;
            }
            if (says && ended) {
                throw new IllegalArgumentException("a second statement begins after the semicolon; a query is one");
            }
            if (says
                    && !begun
                    && !BEGINNINGS.contains(token.word())
                    && !token.text().equals("(")) {
                throw new IllegalArgumentException("a query begins with " + String.join(", ", new TreeSet<>(BEGINNINGS))
                        + ", not '" + token.text() + "'");
            }
            begun |= says;
            if (!ended) {
                statement.append(token.text());
            }
        }
        if (!begun) {
            throw new IllegalArgumentException("the query is empty");
        }
        return statement.toString().strip();
    }
}
