package org.uphold.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.PublishedWords;
import org.uphold.disclosure.Link.Relation;
import org.uphold.rates.Dimension;

/**
 * How the values of a dimension add up to those of a coarser one. A new dimension needs a line here only if it refines another.
 *
 * @param to the coarser dimension
 * @param items for counts of items
 * @param people for counts of cases
 * @param values the coarser values, each as its columns, that a finer value counts under
 */
record RollUp(Dimension to, Relation items, Relation people, Function<List<String>, List<List<String>>> values) {

    private static final Map<Dimension, List<RollUp>> FINER = Map.of(
            Dimension.SERVICE,
            List.of(new RollUp(Dimension.SERVICE_CATEGORY, Relation.SUM, Relation.COVER, RollUp::first)),
            Dimension.GUIDELINE,
            List.of(new RollUp(Dimension.GUIDELINE_SOURCE, Relation.COVER, Relation.COVER, RollUp::first)),
            Dimension.PRIMARY_GUIDELINE,
            List.of(
                    new RollUp(Dimension.GUIDELINE_SOURCE, Relation.PART, Relation.EACH, RollUp::first),
                    new RollUp(Dimension.GUIDELINE, Relation.PART, Relation.EACH, List::of)),
            Dimension.PRIMARY_SPECIALTY,
            List.of(new RollUp(Dimension.SPECIALTY, Relation.PART, Relation.PART, List::of)),
            Dimension.MONTH,
            // Records that state only a year stand in no month.
            List.of(new RollUp(Dimension.YEAR, Relation.PART, Relation.PART, RollUp::year)),
            Dimension.REVIEWER_SOURCES,
            List.of(new RollUp(Dimension.GUIDELINE_SOURCE, Relation.SUM, Relation.COVER, RollUp::members)));

    /** From a finer dimension to a coarser or the same one; null where neither refines the other. */
    static @Nullable RollUp between(Dimension finer, Dimension coarser) {
        if (finer == coarser) {
            return new RollUp(coarser, Relation.SUM, Relation.SUM, List::of);
        }
        return FINER.getOrDefault(finer, List.of()).stream()
                .filter(r -> r.to() == coarser)
                .findFirst()
                .orElse(null);
    }

    /** What remains true of items when a dimension is left out. */
    static Relation itemsWithout(Dimension dimension) {
        return dimension.additive() ? Relation.SUM : Relation.COVER;
    }

    /** What remains true of cases when a dimension is left out. */
    static Relation peopleWithout(Dimension dimension) {
        return dimension.additive() && dimension.ofLetter() ? Relation.SUM : Relation.COVER;
    }

    private static List<List<String>> first(List<String> value) {
        return List.of(List.of(value.get(0)));
    }

    private static List<List<String>> year(List<String> month) {
        String text = month.get(0);
        return text.equals(PublishedWords.NOT_STATED) ? List.of() : List.of(List.of(text.substring(0, 4)));
    }

    private static List<List<String>> members(List<String> set) {
        return Arrays.stream(set.get(0).split("\\+", -1)).map(List::of).toList();
    }
}
