package org.uphold.store;

/**
 * The statements for what a file of letters says of a case besides the later one by which it is decided: it never counts, and is lost as
 * long as the newest edition says it.
 */
final class Beside {

    private Beside() {}

    /** What the newest editions say besides, and was not said so before. */
    static final String STATE = """
            insert into stage_statement (kind, seq, file, system, case_key, content_hash, decided_to, numbered)
            select distinct on (s.file, s.case_key, s.content_hash)
                'BESIDE', s.seq, s.file, s.system, s.case_key, s.content_hash, s.decided_to, s.numbered
            from (%s) s
            where s.place > 1 and s.content_hash <> s.main_hash
                and not exists (
                    select from uphold.determination d
                    where d.case_key = s.case_key and d.system = s.system and d.superseded_at is not null
                        and d.replaced_at is null and d.beside and d.source_path = s.path and d.content_hash = s.content_hash)
            order by s.file, s.case_key, s.content_hash, s.seq""".formatted(Stated.STAGED);

    /** What older ones said besides, of cases that the newest editions name, or withdraw, without it. */
    static final String UNSAY = """
            insert into stage_statement (kind, file, system, case_key, numbered, old_id)
            select 'UNSAID', f.file, f.system, d.case_key, d.case_number is not null, d.id
            from stage_file f
            join uphold.determination d on d.source_path = f.path and d.replaced_at is null and d.beside
            where f.edition = 'READ' and f.old_said_at is not null
                and (exists (select from stage_determination s where s.file = f.file and s.case_key = d.case_key)
                    or exists (
                        select from stage_statement t
                        where t.kind = 'WITHDRAWN' and t.file = f.file and t.case_key = d.case_key))
                and not exists (
                    select from (%s) s
                    where s.place > 1 and s.content_hash <> s.main_hash and s.file = f.file and s.case_key = d.case_key
                        and s.content_hash = d.content_hash)""".formatted(Stated.STAGED);

    /** Whether a file says several things of one case. */
    static final String IS_SAID = """
            select (exists (
                select from stage_determination d join stage_file f using (file) where not f.is_table
                group by d.file, d.case_key having count(*) > 1))::int""";

    /** Whether an older edition of a file did. */
    static final String WAS_SAID = """
            select (exists (
                select from stage_file f
                join uphold.determination d on d.source_path = f.path and d.replaced_at is null and d.beside
                where f.edition = 'READ' and f.old_said_at is not null))::int""";
}
