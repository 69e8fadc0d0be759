package org.uphold.store;

import java.util.List;

/**
 * The statements that decide for the cases of a load at once which statement of each counts, as
 * {@link org.uphold.determination.CaseStatements} says it of one.
 */
final class Stated {

    private Stated() {}

    static final List<String> STAGING = List.of(
            // What the newest editions say that was not said before, and what they no longer say. KIND: NEW, CHANGED,
            // AGAIN (named
            // again, in the same words), BESIDE (a file says two things of a case, and this is the other one), UNSAID
            // (it
            // no longer says that other one), UNNAMED, WITHDRAWN.
            """
            create temp table if not exists stage_statement (
                kind text not null, seq integer, file integer, system text not null, case_key text not null,
                content_hash bytea, decided_to date, numbered boolean, old_id bigint, same_as bigint
            ) on commit delete rows""",
            """
            create temp table if not exists stage_case (
                system text not null, case_key text not null
            ) on commit delete rows""",
            // All that is said of those cases.
            """
            create temp table if not exists stage_candidate (
                system text not null, case_key text not null, id bigint, seq integer, root bigint not null,
                current boolean not null, gone boolean not null, lost boolean not null, beside boolean not null, decided_to date,
                said_at timestamptz not null, path text not null, content_hash bytea not null, place bigint not null
            ) on commit delete rows""",
            // KIND: KEPT, NEW, CHANGED, RETURNED, WITHDRAWN, MOVED (the same is said by another path).
            """
            create temp table if not exists stage_decision (
                kind text not null, system text not null, case_key text not null, old_id bigint, winner_id bigint,
                winner_seq integer, new_id bigint, root bigint, decided_to date, said_at timestamptz, path text,
                content_hash bytea
            ) on commit delete rows""");

    /** Of one file each: of a table a case is one statement; a file of letters may hold two of a case, of which the later counts. */
    static final String STAGED = """
            select d.seq, d.file, f.path, f.system, d.case_key, d.content_hash, d.decided_to,
                d.case_number is not null as numbered, 1 as place, d.content_hash as main_hash
            from stage_determination d join stage_file f using (file)
            where f.is_table
            union all
            select d.seq, d.file, f.path, f.system, d.case_key, d.content_hash, d.decided_to, d.case_number is not null,
                row_number() over of_case, first_value(d.content_hash) over of_case
            from stage_determination d join stage_file f using (file)
            where not f.is_table
            window of_case as (partition by d.file, d.case_key order by d.decided_to desc nulls last, d.seq desc)""";

    /** Paths that were not there before. */
    static final String STATE_NEW = """
            insert into stage_statement (kind, seq, file, system, case_key, content_hash, decided_to, numbered)
            select 'NEW', s.seq, s.file, s.system, s.case_key, s.content_hash, s.decided_to, s.numbered
            from (%s) s where s.place = 1""".formatted(STAGED);

    /** Whether a file is a new edition of a path. */
    static final String HAS_EDITIONS =
            "select (exists (select from stage_file where edition = 'READ' and old_said_at is not null))::int";

    /**
     * The same, where some are new editions: path by path what is said now against what was said. What is said in the same words
     * leaves no row. A file of which nothing could be read withdraws nothing; the same bytes, read again, do what they do not say.
     * The few rows that ended with their file are found first, and apart: asked row by row, a planner that expects none of them
     * reads the whole file for each row of the edition before.
     */
    static final String STATE_EDITIONS = """
            insert into stage_statement (kind, seq, file, system, case_key, content_hash, decided_to, numbered, old_id)
            with edition as materialized (
                select g.*, exists (select from stage_determination e where e.file = g.file)
                    or not exists (select from stage_rejection r where r.file = g.file) as gave
                from stage_file g
                where g.edition = 'READ' and g.old_said_at is not null),
            cut as materialized (
                select p.determination, g.file, d.case_key
                from edition g
                join uphold.determination d on d.source_path = g.path and d.replaced_at is null
                join uphold.problem p on p.determination = d.id and p.code = 'CUT_ROW')
            select case when s.seq is null and o.withdraws then 'WITHDRAWN'
                    when s.seq is null then 'UNNAMED'
                    when o.id is null then 'NEW'
                    when o.content_hash <> s.content_hash then 'CHANGED'
                    else 'AGAIN' end,
                s.seq, coalesce(s.file, o.file), coalesce(s.system, o.system), coalesce(s.case_key, o.case_key),
                s.content_hash, s.decided_to, coalesce(s.numbered, o.case_number is not null), o.id
            from (select * from (%s) t where t.place = 1) s
            full join (
                select d.id, d.source_path, d.case_key, d.content_hash, d.said_at, d.case_number, f.file, f.system,
                    f.gave and (f.whole or d.case_number is null or f.again and d.said_at is null or d.id in (
                        select c.determination
                        from cut c join stage_determination w
                            on w.file = c.file and starts_with(w.case_key, c.case_key))) as withdraws
                from edition f
                join uphold.determination d on d.source_path = f.path and d.replaced_at is null and not d.beside) o
            on o.source_path = s.path and o.case_key = s.case_key
            where o.content_hash is distinct from s.content_hash and (s.seq is not null or o.withdraws or o.said_at is null)
                or o.content_hash = s.content_hash and o.said_at is not null""".formatted(STAGED);

    /** A row that ended with its file is whole where a later edition says the same and goes on behind it. */
    static final String FINISH = """
            delete from uphold.problem p
            using uphold.determination d, stage_file f, stage_determination s
            where p.code = 'CUT_ROW' and d.id = p.determination and d.source_path = f.path and d.replaced_at is null
                and s.file = f.file and s.case_key = d.case_key and s.content_hash = d.content_hash
                and not exists (select from stage_problem t where t.seq = s.seq and t.code = 'CUT_ROW')""";

    /**
     * What each table would withdraw, of what it stated. Rows without a case number have no name to be missed by: where as many or more
     * came, none is counted.
     */
    static final String WITHDRAWN = """
            select f.sha256, w.gone, (
                select count(*) from uphold.determination d where d.source_path = f.path and d.replaced_at is null
                    and not d.beside)
            from (
                select file, count(*) filter (where kind = 'WITHDRAWN' and numbered)
                    + greatest(0, count(*) filter (where kind = 'WITHDRAWN' and not numbered)
                        - count(*) filter (where kind = 'NEW' and not numbered)) as gone
                from stage_statement group by file) w
            join stage_file f using (file)
            where f.is_table and w.gone > 0
            order by f.file""";

    static final String CASES =
            "insert into stage_case (system, case_key) select distinct system, case_key from stage_statement";

    /** Whether the order of paths may have changed without a word of what they say. */
    static final String HAS_SHIFTED = """
            select (exists (
                select from stage_file where old_said_at is distinct from said_at and old_said_at is not null
                    or moved_from is not null))::int""";

    /** Cases that two paths state under one date, where the time or the name of one is another now. */
    static final String SHIFTED_CASES = """
            insert into stage_case (system, case_key)
            select l.system, l.case_key
            from uphold.determination l
            join uphold.determination c
                on c.case_key = l.case_key and c.system = l.system and c.superseded_at is null
                and c.decided_to is not distinct from l.decided_to
            where l.superseded_at is not null and l.replaced_at is null
                and exists (
                    select from stage_file f where f.path in (l.source_path, c.source_path)
                        and (f.old_said_at <> f.said_at or f.moved_from is not null))
            except select system, case_key from stage_case""";

    private static final String STORED = """
            select c.system, c.case_key, d.id, null::integer as seq, coalesce(d.same_as, d.id) as root,
                d.superseded_at is null as current, coalesce(s.kind in ('CHANGED', 'WITHDRAWN', 'UNSAID'), false) as gone,
                d.lost_at is not null as lost, d.beside, d.decided_to,
                case s.kind when 'UNNAMED' then coalesce(d.said_at, f.old_said_at) when 'AGAIN' then p.said_at
                    else coalesce(d.said_at, p.said_at, '-infinity') end as said_at,
                coalesce(p.path, '') as path, d.content_hash
            from stage_case c
            join uphold.determination d on d.case_key = c.case_key and d.system = c.system and %s
            left join uphold.source_path p on p.id = d.source_path
            left join stage_statement s on s.old_id = d.id
            left join stage_file f on f.file = s.file""";

    /** Parameter: base. The rule: what its path no longer says comes last, or says besides; the others by date, time and path. */
    static final String CANDIDATES = """
            insert into stage_candidate
            select a.*, row_number() over (
                partition by a.case_key, a.system
                order by a.gone, a.beside, a.decided_to desc nulls last, a.said_at desc, a.path collate "C" desc)
            from (
                %s
                union all
                %s
                union all
                select s.system, s.case_key, null, s.seq, ? + s.seq, false, false, false, s.kind = 'BESIDE', s.decided_to, f.said_at,
                    f.name, s.content_hash
                from stage_statement s join stage_file f using (file)
                where s.kind in ('NEW', 'CHANGED', 'BESIDE')) a""".formatted(
                    STORED.formatted("d.superseded_at is null"),
                    STORED.formatted("d.superseded_at is not null and d.replaced_at is null"));

    /**
     * Parameter: base. Where the current statement stands and says the same as the one that counts, it stays: nothing came or went.
     * A case that was withdrawn by hand has none.
     */
    static final String DECIDE = """
            insert into stage_decision
            select case
                    when w.content_hash is null and c.id is null then 'KEPT'
                    when w.content_hash is null then 'WITHDRAWN'
                    when c.content_hash = w.content_hash and not c.gone then 'KEPT'
                    when c.content_hash = w.content_hash then 'MOVED'
                    when w.id is not null then 'RETURNED'
                    when exists (
                        select from uphold.determination d
                        where d.case_key = n.case_key and d.system = n.system and d.superseded_at is not null
                            and d.content_hash = w.content_hash) then 'RETURNED'
                    when c.id is not null or exists (
                        select from uphold.determination d
                        where d.case_key = n.case_key and d.system = n.system and d.superseded_at is not null) then 'CHANGED'
                    else 'NEW' end,
                n.system, n.case_key, c.id, w.id, w.seq,
                case when w.content_hash is null or c.content_hash = w.content_hash and not c.gone then null
                    when w.seq is not null then ? + w.seq
                    else nextval('uphold.determination_id') end,
                case when c.content_hash = w.content_hash and not c.gone then c.root else w.root end,
                w.decided_to, w.said_at, w.path, w.content_hash
            from stage_case n
            left join stage_candidate c on c.case_key = n.case_key and c.system = n.system and c.current
            left join stage_candidate w on w.case_key = n.case_key and w.system = n.system and w.place = 1 and not w.gone and not w.beside
                and not exists (
                    select from uphold.withdrawal h
                    where h.case_key = n.case_key and h.system = n.system and h.put_back_at is null)""";

    /** A statement that says the same as the one that counts needs no items of its own. Nor is it anything new. */
    static final String SHARE = """
            update stage_statement s set same_as = d.root
            from stage_decision d
            where s.kind in ('NEW', 'CHANGED', 'BESIDE') and d.case_key = s.case_key and d.system = s.system
                and d.content_hash = s.content_hash and (d.winner_seq is distinct from s.seq or d.new_id is null)""";

    /** Of what a path said last in an older edition the time is that edition's; named again, it is the path's once more. */
    static final String PIN = """
            update uphold.determination d
            set said_at = case s.kind when 'UNNAMED' then coalesce(d.said_at, f.old_said_at) end
            from stage_statement s join stage_file f using (file)
            where s.kind in ('UNNAMED', 'AGAIN') and d.id = s.old_id""";

    /** Those that were current and are not any more, one row each. */
    static final String SUPERSEDE = """
            with gone as (
                update uphold.determination d
                set superseded_at = n.changed_at, superseded_by = x.new_id,
                    replaced_at = case when c.gone then n.changed_at end,
                    lost_at = case when not c.gone and c.content_hash <> x.content_hash then n.changed_at end
                from stage_decision x join stage_candidate c on c.id = x.old_id cross join uphold.store_clock n
                where x.kind <> 'KEPT' and d.id = x.old_id
                returning d.id)
            insert into uphold.cell_change (determination, sign) select id, -1 from gone""";

    /** Those that were not current: said no longer, put in again as the current one, or lost, or not lost any more. */
    static final String REPLACE = """
            update uphold.determination d
            set replaced_at = case when u.replaced then n.changed_at end,
                lost_at = case when u.loses then coalesce(d.lost_at, n.changed_at) end
            from (
                select c.id, c.gone or again.yes as replaced, c.lost,
                    not c.gone and not again.yes and coalesce(c.content_hash <> x.content_hash, false) as loses
                from stage_candidate c
                join stage_decision x using (case_key, system)
                cross join lateral (select x.kind <> 'KEPT' and coalesce(c.id = x.winner_id, false) as yes) again
                where c.id is not null and not c.current) u
            cross join uphold.store_clock n
            where d.id = u.id and (u.replaced or u.loses <> u.lost)""";

    /** Parameters: base, run. */
    static final String INSERT = """
            with added as (
                insert into uphold.determination (id, system, %1$s, source_file, source_path, run, loaded_at,
                    superseded_at, beside, lost_at, same_as)
                select ? + d.seq, k.system, %2$s, f.id, f.path, ?, n.changed_at,
                    case when not k.current then n.changed_at end,
                    k.kind = 'BESIDE',
                    case when not k.current and k.content_hash <> k.counting then n.changed_at end,
                    k.same_as
                from (
                    select s.*, x.content_hash as counting,
                        coalesce(x.winner_seq = s.seq and x.new_id is not null, false) as current
                    from stage_statement s left join stage_decision x using (case_key, system)
                    where s.kind in ('NEW', 'CHANGED', 'BESIDE')) k
                cross join uphold.store_clock n
                join stage_determination d using (seq)
                join stage_file f on f.file = k.file
                join stage_printed ps on ps.text = d.specialties_as_printed
                join stage_printed pl on pl.text = d.licensure_as_printed
                returning id, superseded_at)
            insert into uphold.cell_change (determination, sign) select id, 1 from added where superseded_at is null""".formatted(String.join(", ", RowForm.DETERMINATION), staged());

    /** Parameter: run. What counts again is put in again: history is what was current when. */
    static final String INSERT_AGAIN =
            """
            with added as (
                insert into uphold.determination (id, system, %1$s, source_file, source_path, said_at, run, loaded_at)
                select x.new_id, d.system, %2$s, d.source_file, d.source_path, d.said_at, ?, n.changed_at
                from stage_decision x join uphold.determination d on d.id = x.winner_id cross join uphold.store_clock n
                where x.kind <> 'KEPT'
                returning id)
            insert into uphold.cell_change (determination, sign) select id, 1 from added""".formatted(String.join(", ", RowForm.DETERMINATION), of("d", RowForm.DETERMINATION));

    static final List<String> INSERT_ITEMS_AGAIN =
            List.of("""
            insert into uphold.item (determination, %1$s)
            select x.new_id, %2$s
            from stage_decision x join uphold.item i on i.determination = x.root
            where x.kind <> 'KEPT' and x.winner_id is not null""".formatted(quoted(RowForm.ITEM), of("i", RowForm.ITEM)), """
            insert into uphold.problem (determination, %1$s)
            select x.new_id, %2$s
            from stage_decision x join uphold.problem p on p.determination = x.winner_id
            where x.kind <> 'KEPT' and p.code <> 'CONTRADICTORY_STATEMENTS'""".formatted(
                            quoted(RowForm.PROBLEM), of("p", RowForm.PROBLEM)));

    /**
     * Paths that contradict each other on one date: in the outcome or the kind of an item, in which items there are, or in the
     * specialties that both state. How a text is worded is no contradiction.
     */
    static final List<String> CONTRADICTIONS = List.of("""
            delete from uphold.problem p using stage_decision x
            where p.determination = coalesce(x.new_id, x.old_id) and p.code = 'CONTRADICTORY_STATEMENTS'""", """
            insert into uphold.problem (determination, code, message)
            select y.id, 'CONTRADICTORY_STATEMENTS', 'expected paths to say the same of the case, found under one decision date'
                || ' that ' || y.counting || ' says otherwise than ' || y.path || '; '
                || case when y.later then 'the first was modified later and counts'
                    else 'both were modified at one time, and the greater path counts' end
            from (
                select coalesce(x.new_id, x.old_id) as id, x.path as counting, c.path, c.id as other, c.seq, c.root,
                    x.said_at > c.said_at as later, x.root as counting_root
                from stage_decision x
                join stage_candidate c using (case_key, system)
                where not c.gone and not c.beside and c.content_hash <> x.content_hash
                    and c.decided_to is not distinct from x.decided_to) y
            join uphold.determination w on w.id = y.id
            join uphold.determination o on o.id = y.root
            where (
                select string_agg(concat_ws(' ', number, outcome, service_id), ',' order by number)
                from uphold.item i where i.determination = y.root)
                is distinct from (
                select string_agg(concat_ws(' ', number, outcome, service_id), ',' order by number)
                from uphold.item i where i.determination = y.id)
                or o.specialties <> w.specialties and cardinality(o.specialties) > 0 and cardinality(w.specialties) > 0""");

    /** What became of the cases: new, changed, returned, lost statements, no longer named, withdrawn. */
    static final String COUNTS = """
            select count(*) filter (where kind = 'NEW'), count(*) filter (where kind = 'CHANGED'),
                count(*) filter (where kind = 'RETURNED'),
                (select count(*) from stage_candidate c join stage_decision x using (case_key, system)
                    where not c.gone and not c.lost and c.content_hash <> x.content_hash),
                (select count(*) from stage_statement where kind = 'UNNAMED'),
                count(*) filter (where kind = 'WITHDRAWN')
            from stage_decision""";

    private static String quoted(List<String> columns) {
        return String.join(
                ", ", columns.stream().map(column -> '"' + column + '"').toList());
    }

    private static String of(String table, List<String> columns) {
        return String.join(
                ", ",
                columns.stream().map(column -> table + ".\"" + column + '"').toList());
    }

    /** Texts that rows share by their numbers. */
    private static String staged() {
        return of("d", RowForm.DETERMINATION)
                .replace("d.\"specialties_as_printed\"", "ps.id")
                .replace("d.\"licensure_as_printed\"", "pl.id");
    }
}
