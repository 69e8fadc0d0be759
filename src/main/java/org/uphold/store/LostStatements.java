package org.uphold.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.uphold.copy.Copy;
import org.uphold.copy.CopyRows;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.source.Place;

/** Statements that stand and do not count, because another path says something else, each with what it lost to. */
public final class LostStatements {

    /** Of several paths that say what counts, the one that the rule names, whichever was there first. */
    private static final String QUERY = """
            select lf.sha256, l.line, l.page, l.decided_to::text, wf.sha256, w.line, w.page, w.decided_to::text,
                case when l.beside and l.source_path = w.source_path then 'same file'
                    when l.decided_to is distinct from w.decided_to then 'later decision'
                    when coalesce(l.said_at, lp.said_at) < w.said_at then 'modified later'
                    else 'greater path' end,
                (not l.beside and l.decided_to is not distinct from w.decided_to and exists (
                    select from uphold.problem p
                    where p.determination = c.id and p.code = 'CONTRADICTORY_STATEMENTS'))::integer
            from uphold.determination l
            join uphold.determination c
                on c.case_key = l.case_key and c.system = l.system and c.superseded_at is null
            cross join lateral (
                select d.source_file, d.source_path, d.line, d.page, d.decided_from, d.decided_to, d.received_date, d.assigned_date,
                    d.ur_decision_date, coalesce(d.said_at, p.said_at) as said_at
                from uphold.determination d left join uphold.source_path p on p.id = d.source_path
                where d.case_key = c.case_key and d.system = c.system and d.content_hash = c.content_hash
                    and d.replaced_at is null and not d.beside
                order by coalesce(d.said_at, p.said_at) desc nulls last, p.path collate "C" desc nulls last
                limit 1) w
            join uphold.source_file lf on lf.id = l.source_file
            join uphold.source_file wf on wf.id = w.source_file
            left join uphold.source_path lp on lp.id = l.source_path
            where l.superseded_at is not null and l.lost_at is not null%s and (%s or %s)
            order by lf.sha256, l.line, l.page, l.id""";

    private final DSLContext dsl;

    public LostStatements(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A statement that does not count.
     *
     * @param sourceSha256 its file
     * @param place in the file
     * @param decided latest day that its decision may be of, or null
     * @param winnerSha256 file of the statement that counts
     * @param winnerPlace in that file
     * @param winnerDecided latest day that its decision may be of, or null
     * @param why {@code later decision}, {@code modified later}, {@code greater path} or {@code same file}
     * @param contradictory whether the two contradict each other under one date
     */
    public record Lost(
            String sourceSha256,
            Place place,
            @Nullable String decided,
            String winnerSha256,
            Place winnerPlace,
            @Nullable String winnerDecided,
            String why,
            boolean contradictory) {}

    /**
     * Hands over those of which either statement lies in a window, in a fixed order. The sink must not use the connection.
     *
     * @param since store time after which they lost; null for all
     */
    public void each(@Nullable OffsetDateTime since, Basis basis, DateRange window, Consumer<Lost> sink) {
        String query = QUERY.formatted(
                since == null ? "" : " and l.lost_at > timestamptz '" + since + "'",
                within("l", basis, window),
                within("w", basis, window));
        dsl.connection(connection -> {
            try (CopyRows rows = Copy.out(connection, query)) {
                while (rows.next()) {
                    sink.accept(new Lost(
                            rows.text(0),
                            place(rows, 1),
                            rows.isNull(3) ? null : rows.text(3),
                            rows.text(4),
                            place(rows, 5),
                            rows.isNull(7) ? null : rows.text(7),
                            rows.text(8),
                            rows.int4(9) > 0));
                }
            }
        });
    }

    private static Place place(CopyRows rows, int column) {
        return new Place(
                rows.isNull(column) ? null : rows.int8(column),
                rows.isNull(column + 1) ? null : rows.int4(column + 1),
                null);
    }

    private static String within(String table, Basis basis, DateRange window) {
        String from = table + "."
                + switch (basis) {
                    case DECISION -> "decided_from";
                    case RECEIVED -> "received_date";
                    case ASSIGNED -> "assigned_date";
                    case UR_DECISION -> "ur_decision_date";
                };
        String to = basis == Basis.DECISION ? table + ".decided_to" : from;
        LocalDate first = window.from();
        LocalDate after = window.to();
        return "(true" + (first == null ? "" : " and " + from + " >= date '" + first + "'")
                + (after == null ? "" : " and " + to + " < date '" + after + "'") + ")";
    }
}
