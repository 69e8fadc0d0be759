package org.uphold.job.publishing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;

/**
 * The two views that statements of users read, {@code letters} and {@code items}. They hold no case number, no text of a letter and no
 * name of a file, so that no statement can print one by mistake; they stay as they are when the tables beneath change; and they show
 * the store as the package does, at an earlier time too.
 */
final class StatementViews {

    private static final String LETTERS = """
            create temporary view letters as
            select
                d.id as letter,
                d.system,
                %s as day,
                coalesce(%s, 'Not stated') as month,
                %s as in_window,
                case when d.decided_from = d.decided_to then d.decided_from end as decided,
                d.received_date as received,
                d.assigned_date as assigned,
                d.ur_decision_date as ur_decided,
                d.priority,
                d.jurisdiction,
                d.ur_action,
                a.name as claims_administrator,
                array(select s.name from unnest(d.specialties) with ordinality u (id, n) join uphold.specialty s on s.id = u.id order by n)
                    as specialties,
                d.licensure
            from uphold.determination d
            left join uphold.claims_administrator a on a.id = d.claims_administrator
            where %s""";

    private static final String ITEMS = """
            create temporary view items as
            select
                i.determination as letter,
                i.number,
                i.outcome::text as outcome,
                i.outcome in ('UPHELD', 'OVERTURNED', 'PARTIALLY_OVERTURNED') as determined,
                i.outcome = 'UPHELD' as upheld,
                s.category as service_category,
                s.subcategory as service_subcategory,
                i.body_part,
                coalesce(c.code, 'Not stated') as claims_administrator_sources,
                coalesce(r.code, 'Not stated') as reviewer_sources,
                array(
                    select g.source || ': ' || g.name
                    from unnest(i.claims_administrator_guidelines) with ordinality u (id, n)
                    join uphold.guideline g on g.id = u.id
                    order by n
                ) as claims_administrator_guidelines,
                array(
                    select g.source || ': ' || g.name
                    from unnest(i.reviewer_guidelines) with ordinality u (id, n)
                    join uphold.guideline g on g.id = u.id
                    order by n
                ) as reviewer_guidelines
            from uphold.item i
            join letters l on l.letter = i.determination
            join uphold.service s on s.id = i.service_id
            left join uphold.source_set c on c.bits = i.claims_administrator_sources
            left join uphold.source_set r on r.bits = i.reviewer_sources""";

    private StatementViews() {}

    /**
     * Statement that makes {@code letters}.
     *
     * @param asOf the store as it was at that time; null: as it is
     */
    static String letters(Basis basis, DateRange window, @Nullable OffsetDateTime asOf) {
        return LETTERS.formatted(day(basis), month(basis), inWindow(basis, window), current(asOf));
    }

    /** Statement that makes {@code items}, after {@link #letters}. */
    static String items() {
        return ITEMS;
    }

    /** What stands for {@code :from} and {@code :to}. */
    static Map<String, String> parameters(DateRange window) {
        return Map.of("from", literal(window.from(), "-infinity"), "to", literal(window.to(), "infinity"));
    }

    private static String literal(@Nullable LocalDate day, String open) {
        return "date '" + (day == null ? open : day) + "'";
    }

    private static String day(Basis basis) {
        return basis == Basis.DECISION
                ? "case when d.decided_from = d.decided_to then d.decided_from end"
                : "d." + date(basis);
    }

    /** A date that states its month only has one. */
    private static String month(Basis basis) {
        return basis == Basis.DECISION
                ? "case when d.bucket % 100 > 0 then to_char(d.decided_from, 'YYYY-MM') end"
                : "to_char(d." + date(basis) + ", 'YYYY-MM')";
    }

    /** Two plain comparisons, so that an index may serve them; null where there is no date. */
    private static String inWindow(Basis basis, DateRange window) {
        if (window.isUnbounded()) {
            return "true";
        }
        String first = basis == Basis.DECISION ? "d.decided_from" : "d." + date(basis);
        String last = basis == Basis.DECISION ? "d.decided_to" : first;
        Map<String, String> bounds = parameters(window);
        return "(" + first + " >= " + bounds.get("from") + " and " + last + " < " + bounds.get("to") + ")";
    }

    private static String date(Basis basis) {
        return switch (basis) {
            case DECISION -> "decided_from";
            case RECEIVED -> "received_date";
            case ASSIGNED -> "assigned_date";
            case UR_DECISION -> "ur_decision_date";
        };
    }

    private static String current(@Nullable OffsetDateTime asOf) {
        if (asOf == null) {
            return "d.superseded_at is null";
        }
        String time = "timestamptz '" + asOf + "'";
        return "d.loaded_at <= " + time + " and (d.superseded_at is null or d.superseded_at > " + time + ")";
    }
}
