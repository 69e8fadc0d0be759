package org.uphold.csv;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.CaseDates;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Priority;
import org.uphold.determination.Reviewer;

/**
 * What a row says of its whole case.
 *
 * @param dates the case's dates
 * @param priority standard or expedited, or null
 * @param caseOutcome as printed, or null
 * @param reviewer credentials
 * @param attributes what is stated beside
 */
record CaseFields(
        CaseDates dates,
        @Nullable Priority priority,
        @Nullable String caseOutcome,
        Reviewer reviewer,
        CaseAttributes attributes) {

    /**
     * Both rows' fields together: what one leaves empty the other may fill, as in tables whose further rows leave the
     * case's cells empty. What the utilization review did may differ from item to item; then the case states nothing.
     *
     * @param differing receives the names of the fields on which they disagree
     */
    CaseFields with(CaseFields other, Set<String> differing) {
        if (equals(other)) {
            return this;
        }
        CaseDates d = other.dates;
        CaseAttributes a = other.attributes;
        Merge merge = new Merge(differing);
        return new CaseFields(
                new CaseDates(
                        merge.date(dates.decision(), d.decision()),
                        merge.either(Field.DATE_OF_INJURY, dates.injury(), d.injury()),
                        merge.either(Field.UR_DECISION_DATE, dates.urDecision(), d.urDecision()),
                        merge.either(Field.APPLICATION_RECEIVED_DATE, dates.received(), d.received()),
                        merge.either(Field.ASSIGNED_DATE, dates.assigned(), d.assigned())),
                merge.either(Field.PRIORITY, priority, other.priority),
                merge.either(Field.CASE_OUTCOME, caseOutcome, other.caseOutcome),
                new Reviewer(
                        merge.list(Field.REVIEWER_SPECIALTY, reviewer.specialties(), other.reviewer.specialties()),
                        merge.list(Field.LICENSE_STATE, reviewer.licensure(), other.reviewer.licensure())),
                new CaseAttributes(
                        merge.either(
                                Field.CLAIMS_ADMINISTRATOR, attributes.claimsAdministrator(), a.claimsAdministrator()),
                        merge.either(Field.JURISDICTION, attributes.jurisdiction(), a.jurisdiction()),
                        merge.either(Field.AGE, attributes.age(), a.age()),
                        merge.either(Field.SEX, attributes.sex(), a.sex()),
                        Objects.equals(attributes.urAction(), a.urAction()) ? attributes.urAction() : null));
    }

    private record Merge(Set<String> differing) {

        <T> @Nullable T either(Field field, @Nullable T one, @Nullable T other) {
            if (one != null && other != null && !one.equals(other)) {
                differing.add(field.label());
            }
            return one == null ? other : one;
        }

        @Nullable
        PartialDate date(@Nullable PartialDate one, @Nullable PartialDate other) {
            return either(Field.DECISION_DATE, one, other);
        }

        List<String> list(Field field, List<String> one, List<String> other) {
            if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
                differing.add(field.label());
            }
            return one.isEmpty() ? other : one;
        }
    }

    /** A set for {@link #with}, in an order that does not depend on anything. */
    static Set<String> differences() {
        return new TreeSet<>();
    }
}
