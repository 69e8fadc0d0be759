package org.uphold.store;

import java.util.List;

/**
 * The statements of one load, in order: staging, then from staging into the store, all in one transaction. Staging lives in
 * temporary tables, which leave nothing behind and write no log.
 *
 * <p>Which determination of a case is current: the one with the latest decision date (undated loses); on a tie the later
 * run's; within a run the one with the greater content hash. So the order of files and of loads within a run does not matter.
 */
final class Merge {

    private Merge() {}

    static final List<String> STAGING = List.of("""
            create temp table if not exists stage_determination (
                seq integer not null, file integer not null, case_key text not null, case_number text,
                case_hash bytea not null, content_hash bytea not null,
                decided_from date, decided_to date, bucket integer not null, received_date date, assigned_date date,
                ur_decision_date date, injury_date date, priority text, case_outcome_as_printed text,
                claims_administrator integer, jurisdiction text, age text, sex text, ur_action text,
                specialties integer[] not null, specialties_as_printed text not null,
                licensure text[] not null, licensure_as_printed text not null,
                form text not null, line bigint, page integer
            ) on commit delete rows""", """
            create temp table if not exists stage_item (
                seq integer not null, item_hash bytea not null, number integer not null, outcome uphold.outcome not null,
                service_id smallint not null, service text not null, disputed_service text, service_rule text not null,
                adjunct boolean not null, body_part text, quantity text,
                stated_vocabulary text, stated_category text, stated_subcategory text,
                claims_administrator_guideline text, claims_administrator_sources smallint,
                claims_administrator_guidelines integer[],
                reviewer_guideline text, reviewer_sources smallint, reviewer_guidelines integer[], "character" integer
            ) on commit delete rows""", """
            create temp table if not exists stage_problem (
                seq integer not null, code text not null, message text not null, line bigint, page integer,
                "character" integer
            ) on commit delete rows""", """
            create temp table if not exists stage_rejection (
                file integer not null, line bigint, page integer, "character" integer, code text not null,
                message text not null, record_sha256 text not null
            ) on commit delete rows""", """
            create temp table if not exists stage_printed (text text not null, id integer) on commit delete rows""", """
            create temp table if not exists stage_fragment (
                file integer not null, case_key text not null, keep integer not null, reason text
            ) on commit delete rows""");

    static final List<String> ANALYZE =
            List.of("analyze stage_file", "analyze stage_determination", "analyze stage_item");

    /** Cases whose rows lie apart in one table. */
    static final String FIND_FRAGMENTS = """
            insert into stage_fragment (file, case_key, keep, reason)
            select d.file, d.case_key, min(d.seq), case when count(distinct d.case_hash) > 1 then 'CONTRADICTORY_CASE' end
            from stage_determination d join stage_file f using (file)
            where f.is_table
            group by d.file, d.case_key
            having count(*) > 1""";

    /** Put together again, unless the pieces contradict each other: then they are rejected together. */
    static final List<String> JOIN_FRAGMENTS = List.of(
            """
            update stage_fragment g set reason = 'DUPLICATE_ITEM'
            from (
                select distinct file, case_key
                from stage_fragment join stage_determination using (file, case_key) join stage_item using (seq)
                group by file, case_key, number having count(distinct item_hash) > 1) again
            where g.reason is null and g.file = again.file and g.case_key = again.case_key""",
            """
            insert into stage_rejection (file, line, page, "character", code, message, record_sha256)
            select d.file, d.line, d.page, null, g.reason,
                case g.reason when 'DUPLICATE_ITEM'
                    then 'expected each item of a case once, found one again with other content'
                    else 'expected rows of one case to agree on its own fields, found that they differ' end,
                encode(d.content_hash, 'hex')
            from stage_fragment g join stage_determination d using (file, case_key)
            where g.reason is not null""",
            """
            delete from stage_item i using stage_determination d, stage_fragment g
            where i.seq = d.seq and d.file = g.file and d.case_key = g.case_key and g.reason is not null""",
            """
            delete from stage_determination d using stage_fragment g
            where d.file = g.file and d.case_key = g.case_key and g.reason is not null""",
            """
            update stage_item i set seq = g.keep
            from stage_determination d, stage_fragment g
            where i.seq = d.seq and d.file = g.file and d.case_key = g.case_key and d.seq <> g.keep""",
            """
            delete from stage_item i using stage_item j, stage_fragment g
            where i.seq = g.keep and j.seq = i.seq and j.number = i.number and j.ctid < i.ctid""",
            """
            update stage_problem p set seq = g.keep
            from stage_determination d, stage_fragment g
            where p.seq = d.seq and d.file = g.file and d.case_key = g.case_key and d.seq <> g.keep""",
            """
            delete from stage_determination d using stage_fragment g
            where d.file = g.file and d.case_key = g.case_key and d.seq <> g.keep""",
            // As ContentHash does it: the case's hash, then the items' in the order of their numbers.
            """
            update stage_determination d
            set content_hash = sha256(d.case_hash || joined.hashes)
            from (
                select i.seq, string_agg(i.item_hash, ''::bytea order by i.number) as hashes
                from stage_fragment g join stage_item i on i.seq = g.keep
                where g.reason is null
                group by i.seq) joined
            where d.seq = joined.seq""");

    /**
     * Texts that rows share get the number they have in the store, or a new one. Each is looked up by itself, by its hash; a bare
     * minimum of numbers, or a limit, would let the server walk through all texts instead.
     */
    static final List<String> NUMBER_SHARED = List.of("""
            insert into stage_printed (text, id)
            select s.text, (select min(p.id + 0) from uphold.printed p where p.text = s.text)
            from (
                select distinct t.text from stage_statement k join stage_determination d using (seq)
                cross join lateral (values (d.specialties_as_printed), (d.licensure_as_printed)) t (text)
                union
                select distinct t.text from stage_statement k join stage_item i using (seq)
                cross join lateral (values (i.claims_administrator_guideline), (i.reviewer_guideline)) t (text)
                where t.text is not null and k.same_as is null) s""", """
            with added as (
                insert into uphold.printed (text) select text from stage_printed where id is null returning id, text)
            update stage_printed s set id = a.id from added a where a.text = s.text""", "analyze stage_printed");

    /** Takes a block of numbers: staging's are 0-based. Parameter: how many. Answers the number of the first. */
    static final String RESERVE_IDS =
            "select setval('uphold.determination_id', nextval('uphold.determination_id') + ?) - ?";

    /** Parameter: base. */
    static final String INSERT_ITEMS = """
            insert into uphold.item
            select ? + i.seq, i.number, i.outcome, i.service_id, i.service, i.disputed_service, i.service_rule, i.adjunct,
                i.body_part, i.quantity, i.stated_vocabulary, i.stated_category, i.stated_subcategory,
                c.id, i.claims_administrator_sources, i.claims_administrator_guidelines,
                r.id, i.reviewer_sources, i.reviewer_guidelines, i."character"
            from stage_item i join stage_statement k using (seq)
            left join stage_printed c on c.text = i.claims_administrator_guideline
            left join stage_printed r on r.text = i.reviewer_guideline
            where k.kind <> 'AGAIN' and k.same_as is null""";

    /** Parameter: base. */
    static final String INSERT_PROBLEMS = """
            insert into uphold.problem
            select ? + p.seq, p.code, p.message, p.line, p.page, p."character"
            from stage_problem p join stage_statement k using (seq)
            where k.kind <> 'AGAIN'""";

    /** Parameter: run. */
    static final String INSERT_REJECTIONS = """
            insert into uphold.rejection (run, source_file, source_sha256, line, page, "character", code, message, record_sha256)
            select ?, f.id, f.sha256, r.line, r.page, r."character", r.code, r.message, r.record_sha256
            from stage_rejection r join stage_file f using (file)
            order by f.sha256, r.line, r.page, r."character", r.code""";

    /** Parameter: run. Files get their numbers first, their counts at the end. */
    static final String INSERT_FILES = """
            insert into uphold.source_file (sha256, reading, kind, bytes, name, run, accepted, rejected, unchanged,
                reader)
            select distinct on (sha256, reading) sha256, reading, kind, bytes, name, ?, 0, 0, 0, reader from stage_file
            order by sha256, reading, name
            on conflict do nothing""";

    static final String NUMBER_FILES = """
            update stage_file s set id = f.id
            from uphold.source_file f where f.sha256 = s.sha256 and f.reading = s.reading""";

    /**
     * Parameters: run, three times. What an earlier version of its reader read, and this run reads: its counts are those of this run.
     */
    static final String READ_AGAIN = """
            update uphold.source_file f
            set reader = s.reader, kind = s.kind, run = ?, reread_run = ?, accepted = 0, rejected = 0, unchanged = 0
            from stage_file s
            where f.id = s.id and s.edition = 'READ' and s.reader is not null and f.reader is distinct from s.reader
                and f.run <> ?""";

    static final String COUNT_FILES = """
            update uphold.source_file f
            set accepted = c.accepted, rejected = c.rejected, unchanged = c.unchanged
            from (
                select s.id, s.accepted, (select count(*) from stage_rejection r where r.file = s.file) as rejected,
                    (select count(*) from stage_determination d where d.file = s.file) - s.accepted as unchanged
                from (
                    select g.id, g.file, (
                        select count(*) from stage_statement k
                        where k.file = g.file and k.kind in ('NEW', 'CHANGED', 'BESIDE') and k.same_as is null) as accepted
                    from stage_file g) s) c
            where f.id = c.id and f.accepted + f.rejected + f.unchanged = 0""";

    static final String COUNTS = """
            select k.accepted, (select count(*) from stage_rejection), (select count(*) from stage_determination), k.items
            from (
                select count(distinct s.seq) as accepted, count(i.seq) as items
                from stage_statement s left join stage_item i using (seq)
                where s.kind in ('NEW', 'CHANGED', 'BESIDE') and s.same_as is null) k""";
}
