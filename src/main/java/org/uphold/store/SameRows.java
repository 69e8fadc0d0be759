package org.uphold.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many rows without a case number say in the newest editions of a load what rows of those before said, each taken once. Rows are
 * keyed by their file, so all of an edition come and all of the one before go; but who asks what became of cases is told of those that
 * differ.
 *
 * @param added rows that came for the first time and say nothing new
 * @param returned rows that were there before the edition before, and say nothing new
 * @param items items of both
 */
record SameRows(long added, long returned, long items) {

    static final SameRows NONE = new SameRows(0, 0, 0);

    private static final List<String> NAMES = List.of("case_key", "case_number", "content_hash", "line", "page");

    private static final String ARE_THERE = """
            select (exists (select from stage_statement where kind = 'WITHDRAWN' and not numbered)
                and exists (select from stage_statement where kind = 'NEW' and not numbered))::int""";

    /** Parameter: base. */
    private static final String COUNT = """
            with side as (
                select distinct on (s.system, s.case_key) s.system, x.kind, d.id, coalesce(d.same_as, d.id) as root
                from stage_statement s
                join stage_decision x on x.case_key = s.case_key and x.system = s.system
                join uphold.determination d on d.id = case when s.kind = 'NEW' then ? + s.seq else s.old_id end
                where not s.numbered
                    and (s.kind = 'NEW' and x.kind in ('NEW', 'RETURNED') or s.kind = 'WITHDRAWN' and x.kind = 'WITHDRAWN')
                order by s.system, s.case_key, d.id),
            said as (
                select t.system, t.kind, t.says, count(*) as rows, min(t.items) as items
                from (
                    select side.system, side.kind, i.items, sha256(convert_to(row(%s)::text || i.says, 'UTF8')) as says
                    from side
                    join uphold.determination d on d.id = side.id
                    cross join lateral (
                        select count(*) as items, coalesce(string_agg(row(%s)::text, '' order by i.number), '') as says
                        from uphold.item i where i.determination = side.root) i) t
                group by t.system, t.kind, t.says)
            select coalesce(sum(added), 0), coalesce(sum(least(came, gone) - added), 0), coalesce(sum(least(came, gone) * items), 0)
            from (
                select coalesce(sum(rows) filter (where kind = 'WITHDRAWN'), 0) as gone,
                    coalesce(sum(rows) filter (where kind <> 'WITHDRAWN'), 0) as came,
                    least(
                        coalesce(sum(rows) filter (where kind = 'NEW'), 0),
                        coalesce(sum(rows) filter (where kind = 'WITHDRAWN'), 0)) as added,
                    min(items) as items
                from said group by system, says) t""".formatted(columns("d", RowForm.DETERMINATION), columns("i", RowForm.ITEM));

    private static String columns(String table, List<String> names) {
        return names.stream()
                .filter(name -> !NAMES.contains(name) && !name.equals("character"))
                .map(name -> RowForm.SHARED.contains(name)
                        ? "(select p.text from uphold.printed p where p.id = " + table + ".\"" + name + "\")"
                        : table + ".\"" + name + '"')
                .collect(Collectors.joining(", "));
    }

    /**
     * Counts them, once all is in its place.
     *
     * @param base number of the first staged determination
     */
    static SameRows count(Connection connection, long base) throws SQLException {
        try (PreparedStatement there = connection.prepareStatement(ARE_THERE);
                ResultSet any = there.executeQuery()) {
            if (!any.next() || any.getInt(1) == 0) {
                return NONE;
            }
        }
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setLong(1, base);
            try (ResultSet result = count.executeQuery()) {
                result.next();
                return new SameRows(result.getLong(1), result.getLong(2), result.getLong(3));
            }
        }
    }

    CaseCounts outOf(CaseCounts counts) {
        return new CaseCounts(
                counts.added() - added,
                counts.changed(),
                counts.returned() - returned,
                counts.lost(),
                counts.unnamed(),
                counts.withdrawn() - added - returned);
    }

    LoadCounts outOf(LoadCounts counts) {
        long rows = added + returned;
        return new LoadCounts(
                counts.accepted() - rows,
                counts.rejected(),
                counts.unchanged() + rows,
                counts.superseded(),
                counts.items() - items);
    }
}
