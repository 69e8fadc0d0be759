-- A file of letters may state a case twice, and the later of the two counts. The other stands beside it as long as the file says so, as
-- what other paths say does.
alter table uphold.determination add column beside boolean not null default false;
comment on column uphold.determination.beside is 'Whether its path says something else of the case too, by which it is decided: the later one in the same file';

-- Those had been taken for history from their load on. A later load of the path that names the case says what it says now.
update uphold.determination d
set beside = true, replaced_at = n.loaded_at, lost_at = case when n.loaded_at is null then d.lost_at end
from uphold.determination k
left join lateral (
    select min(e.loaded_at) as loaded_at from uphold.determination e
    where e.case_key = k.case_key and e.system = k.system and e.source_path = k.source_path and e.loaded_at > k.loaded_at) n on true
where k.id = d.id and k.superseded_at is not null and k.lost_at is not null and k.replaced_at = k.loaded_at;

comment on column uphold.store_fact.name is 'taxonomy_version: version of the tables that every item was classified by; store_id: what tells this store from others; case_keys: whether cases are keyed by numbers as printed, or folded';
