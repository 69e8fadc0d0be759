package org.uphold.classification;

/**
 * One thing that the tables say about a text.
 *
 * @param subject {@code service}, {@code guideline}, {@code specialty} or {@code state}
 * @param target what it is taken for, for people
 * @param rule id of the row; with the marks of {@link ServiceClass#rule}
 * @param table file the row stands in
 * @param weight what the row was worth in this text, larger wins; 0 where nothing is weighed
 * @param decided whether this row decided, rather than being one of the next best
 */
public record Explanation(String subject, String target, String rule, String table, int weight, boolean decided) {

    /** Whether the row is not to be relied upon, as {@link ServiceClass#WEAK} says. */
    public boolean isWeak() {
        return rule.endsWith(ServiceClass.WEAK);
    }
}
