package org.uphold.store;

import java.util.List;

/** The statements that bring the paths of a load's files up to date, from {@code stage_file}. */
final class Paths {

    private Paths() {}

    static final String STAGING = """
            create temp table if not exists stage_file (
                file integer primary key, id bigint, sha256 text, reading text, system text, kind text,
                bytes bigint, name text, former text, modified_at timestamptz, said_at timestamptz, is_table boolean,
                edition text, whole boolean, moved_from bigint, path bigint, old_said_at timestamptz,
                reader text, again boolean
            ) on commit delete rows""";

    static final String STAGE = """
            insert into stage_file (file, sha256, reading, system, kind, bytes, name, former, modified_at, said_at,
                is_table, edition, whole, moved_from, reader)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?, ?)""";

    /** Parameter: run. Paths that another job read last and otherwise, by that job: which of the two ran last would say what they say. */
    static final String TAKEN_OVER = """
            select o.job, count(*)
            from stage_file s
            join uphold.source_path p on p.path = s.name and p.system = s.system and p.reading <> s.reading
            join uphold.source_file f on f.id = p.source_file
            join uphold.run o on o.id = f.run
            join uphold.run r on r.id = ? and r.job <> o.job
            where s.edition = 'READ'
            group by o.job
            order by 1""";

    static final List<String> REGISTER = List.of(
            // A file that was renamed is its path under another name, with all that it says.
            """
            update uphold.source_path p set path = s.name
            from stage_file s
            where p.id = s.moved_from and p.system = s.system
                and not exists (select from uphold.source_path q where q.path = s.name and q.system = s.system)""",
            // As it was called by earlier versions of the program.
            """
            update uphold.source_path p set path = s.name
            from stage_file s
            where p.path = s.former and p.system = s.system
                and not exists (select from uphold.source_path q where q.path = s.name and q.system = s.system)""",
            """
            update stage_file s set path = p.id, old_said_at = p.said_at, again = p.source_file is not distinct from s.id
            from uphold.source_path p
            where p.path = s.name and p.system = s.system and s.edition <> 'NONE'""",
            """
            with added as (
                insert into uphold.source_path (path, reading, system, bytes, modified_at, said_at, source_file)
                select name, reading, system, case when modified_at is not null then bytes end, modified_at, said_at, id
                from stage_file where path is null and edition = 'READ'
                returning id, path, system)
            update stage_file s set path = a.id from added a where a.path = s.name and a.system = s.system""",
            """
            update uphold.source_path p
            set reading = s.reading, bytes = case when s.modified_at is not null then s.bytes end,
                modified_at = s.modified_at, said_at = s.said_at, source_file = s.id
            from stage_file s
            where p.id = s.path and s.old_said_at is not null""");
}
