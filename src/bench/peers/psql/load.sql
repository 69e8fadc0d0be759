-- CSV to tables that are counted by: staged, checked, classified over distinct texts, encoded.
-- No WAL is written for a table that the same transaction makes (wal_level = minimal), so it is one transaction.
\set ON_ERROR_STOP 1
\set QUIET 1
set client_min_messages = notice;
set work_mem = '512MB';
set maintenance_work_mem = '512MB';
set hash_mem_multiplier = 4;
set max_parallel_workers_per_gather = 2;
set parallel_leader_participation = on;
set min_parallel_table_scan_size = '1MB';
set parallel_setup_cost = 100;
set jit = off;
set statement_timeout = :timeout;
-- Where something else has filled peer.clean, it is :loaded and only the rest is left to do.
\if :loaded
begin;
set local search_path = peer;
\else
drop schema if exists peer cascade;
begin;
create schema peer;
set local search_path = peer;
\endif

create table rule_concept (concept int, role text);
create table rule_phrase (concept int, words int, is_prefix boolean, phrase text, head text, last text, letters int);
create table rule (rule int, id text, priority int, category text, subcategory text, parts int);
create table rule_part (rule int, concept int, ordinal int);
create table rule_unless (rule int, concept int);
create table rule_specialty (printed text, specialty text);
create table rule_guideline (kind text, source text, guideline text, phrase text);
create table rule_listed (phrase text, category text, subcategory text);
\cd :rules
\copy rule_concept from 'rule_concept.csv' with (format csv, header)
\copy rule_phrase from 'rule_phrase.csv' with (format csv, header)
\copy rule from 'rule.csv' with (format csv, header)
\copy rule_part from 'rule_part.csv' with (format csv, header)
\copy rule_unless from 'rule_unless.csv' with (format csv, header)
\copy rule_specialty from 'rule_specialty.csv' with (format csv, header)
\copy rule_guideline from 'rule_guideline.csv' with (format csv, header)
\copy rule_listed from 'rule_listed.csv' with (format csv, header)
\cd :out
analyze rule_phrase, rule, rule_part, rule_unless, rule_concept;

\if :loaded
\else
create type outcome as enum ('Upheld', 'Overturned', 'Partially Overturned');
create table clean (
    case_number text, number int, decided date, service text, outcome outcome,
    claims_administrator_guideline text, reviewer_guideline text, reviewer_specialty text, license_state text,
    date_of_injury date, ur_decision_date date, application_received_date date, assigned_date date, priority text,
    ur_action text, claims_administrator text, jurisdiction text, age text, sex text);
-- Rows that are too short go to a file; of those with a bad value the server says line and column (PostgreSQL 18).
-- The path of the file is in the environment: variables are not expanded in \copy.
\copy clean from program 'perl "$PEERS/well-formed.pl" "$CSV" malformed.csv' with (format csv, header, on_error ignore, log_verbosity verbose)
\endif
analyze clean;

-- ---------------------------------------------------------------------------------------------------------- services
-- Dates, doses and quantities say nothing to the rules (but for codes of office visits): without them fewer texts differ.
create table service_text as
select service as text, case when service like '%992%' then service
    else regexp_replace(service, '[0-9]+/[0-9]+/[0-9]+|[0-9]{3,}', '', 'g') end as masked
from (select distinct service from clean) t;
create table masked as
select row_number() over ()::int as id, masked, regexp_replace(
    regexp_replace(
        translate(
            replace(replace(replace(replace(replace(replace(replace(replace(lower(masked),
                '%', ' pct '), '&', ' and '), ';', ' , '), ',', ' , '), '(', ' ( '), ')', ' ) '), '#', ' # '), '''', ''),
            '-/:+*"=!?_<>@~`|{}^$[]', '                    ()'),
        '([0-9])([a-z])', '\1 \2', 'g'),
    '\.([^0-9]|$)|([^0-9])\.', '\2 \1', 'g') as words
from (select distinct masked from service_text) t;
alter table masked set (parallel_workers = 2);
create table word as
select m.id, t.*
from masked m,
    lateral (
        select sum(length(w1) + 1) over (order by n)::int - length(w1) as begin, depth, w1,
            lead(w1, 1) over (order by n) as w2, lead(w1, 2) over (order by n) as w3, lead(w1, 3) over (order by n) as w4,
            lead(w1, 4) over (order by n) as w5
        from (
            select n, word as w1, sum(case word when ',' then 1 when '(' then 1 when ')' then -1 else 0 end)
                over (order by n)::int as depth
            from string_to_table(m.words, ' ') with ordinality as s (word, n)
            where word <> '') d
        where w1 not in (',', '(', ')')) t;
analyze word;
-- Which words begin with which beginnings, found once for each distinct word.
create table beginning as
select word, concept_last.last
from (select distinct w1 as word from word) d,
    generate_series(1, 24) as n,
    (select distinct last from rule_phrase where is_prefix) concept_last
where n <= length(word) and concept_last.last = left(word, n);
analyze beginning;
create table hit as
select w.id, p.concept, w.begin, w.depth, p.letters
from word w join rule_phrase p on not p.is_prefix and p.words = 1 and p.phrase = w.w1
union all
select w.id, p.concept, w.begin, w.depth, p.letters
from word w join rule_phrase p on not p.is_prefix and p.words = 2 and p.phrase = w.w1 || ' ' || w.w2
union all
select w.id, p.concept, w.begin, w.depth, p.letters
from word w join rule_phrase p on not p.is_prefix and p.words = 3 and p.phrase = w.w1 || ' ' || w.w2 || ' ' || w.w3
union all
select w.id, p.concept, w.begin, w.depth, p.letters
from word w
join rule_phrase p on not p.is_prefix and p.words = 4
    and p.phrase = w.w1 || ' ' || w.w2 || ' ' || w.w3 || ' ' || w.w4
union all
select w.id, p.concept, w.begin, w.depth, p.letters
from word w
join rule_phrase p on not p.is_prefix and p.words = 5
    and p.phrase = w.w1 || ' ' || w.w2 || ' ' || w.w3 || ' ' || w.w4 || ' ' || w.w5
union all
select w.id, p.concept, w.begin, w.depth, p.letters
from word w join beginning b on b.word = w.w1
join rule_phrase p on p.is_prefix and p.words = 1 and p.last = b.last
union all
select w.id, p.concept, w.begin, w.depth, p.letters
from word w join rule_phrase p on p.is_prefix and p.words = 2 and p.head = w.w1
join beginning b on b.word = w.w2 and b.last = p.last
union all
select w.id, p.concept, w.begin, w.depth, p.letters
from word w join rule_phrase p on p.is_prefix and p.words = 3 and p.head = w.w1 || ' ' || w.w2
join beginning b on b.word = w.w3 and b.last = p.last
union all
select w.id, p.concept, w.begin, w.depth, p.letters
from word w join rule_phrase p on p.is_prefix and p.words = 4 and p.head = w.w1 || ' ' || w.w2 || ' ' || w.w3
join beginning b on b.word = w.w4 and b.last = p.last;
analyze hit;
-- Behind "for", "with", ... a text says more about a service instead of naming it.
create table found as
select distinct on (id, concept) id, concept, begin, letters, depth
from (
    select id, concept, begin, letters, depth + count(*) filter (
        where concept = (select concept from rule_concept where role = 'context')) over (
        partition by id order by begin range between unbounded preceding and 1 preceding) as depth
    from hit) h
order by id, concept, begin, letters desc;
analyze found;
create table candidate as
select f.id, p.rule, sum(f.letters)::int as letters, min(f.begin) filter (where p.ordinal = 1) as begin,
    min(f.depth) filter (where p.ordinal = 1) as depth
from found f join rule_part p using (concept) join rule r using (rule)
group by f.id, p.rule
having count(*) = max(r.parts);
analyze candidate;
delete from candidate c using rule_unless u, found f
where u.rule = c.rule and f.id = c.id and f.concept = u.concept;
-- Several actives rubbed on the skin are a compound.
insert into candidate
select id, (select rule from rule where parts = 0), 0, active_at, active_depth
from (
    select id,
        count(*) filter (where role = 'active') as actives, count(*) filter (where role = 'mild') as milds,
        min(begin) filter (where role in ('active', 'mild')) as active_at,
        min(depth) filter (where role in ('active', 'mild')) as active_depth,
        min(begin) filter (where role = 'brand') as brand_at,
        bool_or(role = 'compound') as compounded, bool_or(role = 'topical') as topical,
        bool_or(role = 'not on skin') as not_on_skin
    from found join rule_concept using (concept)
    group by id) d
where ((actives >= 1 and actives + milds >= 2 and (compounded or topical)) or (actives + milds = 1 and compounded))
    and active_at < coalesce(brand_at, 1000000)
    and (compounded or not not_on_skin);
create table decided as
select distinct on (id) id, category, subcategory
from (
    select c.id, r.id as rule_id, r.category, r.subcategory, c.begin, c.letters,
        r.priority - case when c.depth > min(c.depth) over (partition by c.id) and r.priority < 100
            then 25 + 2 * (least(c.depth - min(c.depth) over (partition by c.id), 4) - 1) else 0 end as weight
    from candidate c join rule r using (rule)) c
order by id, weight desc, begin, letters desc, rule_id;

create table service as
select (row_number() over ())::smallint as service, dense_rank() over (order by category)::smallint as category_id,
    category, subcategory
from (select category, subcategory from decided union select category, subcategory from rule_listed
    union select 'Unclassified', 'Unclassified') s;
create table service_of_text as
select t.text, s.service, s.category_id as category
from service_text t
join masked m using (masked)
left join decided d using (id)
left join rule_listed l on l.phrase = btrim(regexp_replace(m.words, '[ ,()]+', ' ', 'g'))
join service s on s.category = coalesce(l.category, d.category, 'Unclassified')
    and s.subcategory = coalesce(l.subcategory, d.subcategory, 'Unclassified');

-- -------------------------------------------------------------------------------------------------------- guidelines
create table block as
select row_number() over ()::int as block, text,
    substring(text from 'Decision based on MTUS (.*?)(?: Decision based on Non-MTUS|$)') as mtus,
    substring(text from 'Decision based on Non-MTUS Citation (.*)$') as outside
from (select claims_administrator_guideline as text from clean union select reviewer_guideline from clean) t;
create table chapter as
select mtus, n * 10 as ordinal, m[1] as printed,
    btrim(regexp_replace(replace(lower(m[1]), '&', ' and '), '[^a-z0-9]+', ' ', 'g')) as words
from (select distinct mtus from block where mtus is not null) b,
    regexp_matches(mtus, '([A-Z][^0-9:]*) (?:19|20)[0-9][0-9]', 'g') with ordinality as t (m, n);
-- Behind the sections of one chapter, the next chapter is what the words before the year end with.
create table known_chapter as
select distinct on (words) words, guideline
from (select distinct words from chapter) c
join rule_guideline g on g.source = 'MTUS' and g.kind in ('CHAPTER', 'PLAIN_CHAPTER')
    and ' ' || words like '% ' || phrase
order by words, length(phrase) desc;
create table citation_of_mtus as
select c.mtus, c.ordinal, 'MTUS' as source, coalesce(k.guideline, c.printed) as guideline
from chapter c left join known_chapter k using (words);
create table outside as
select outside, ' ' || btrim(regexp_replace(replace(replace(lower(outside), '''', ''), '&', ' and '), '[^a-z0-9]+', ' ', 'g')) || ' ' as words
from (select distinct outside from block where outside is not null) o;
create table mention as
select o.outside, g.kind, g.source, g.guideline, strpos(o.words, ' ' || g.phrase || ' ') as begin, length(g.phrase) as letters
from outside o join rule_guideline g on g.kind <> 'MARK' and strpos(o.words, ' ' || g.phrase || ' ') > 0;
delete from mention m using mention n
where n.outside = m.outside and n.letters > m.letters and n.begin <= m.begin
    and n.begin + n.letters >= m.begin + m.letters
    and (n.source = m.source or n.kind = 'NAME' and m.kind = 'NAME');
create table citation_outside as
with named as (
    select outside, source, min(begin) as begin, min(letters) as letters, min(guideline) as guideline
    from mention where kind = 'NAME' and source <> 'MTUS' group by outside, source),
taken as (
    -- A chapter wherever its source is named; one in plain words only right behind the name.
    select distinct on (m.outside, m.source, m.guideline) m.outside, m.source, m.guideline, m.begin
    from mention m join named n on n.outside = m.outside and n.source = m.source
    where m.kind = 'CHAPTER' and m.source in ('ODG', 'ACOEM')
        or m.kind = 'PLAIN_CHAPTER' and m.source = 'ODG' and not exists (
            select from mention b where b.outside = m.outside and b.begin < m.begin and b.begin > n.begin)
    order by m.outside, m.source, m.guideline, m.begin)
select outside, source, guideline, begin from taken
union all
select n.outside, n.source, n.guideline, n.begin from named n
where not exists (select from taken t where t.outside = n.outside and t.source = n.source)
union all
select o.outside, 'Other', null, 1 from outside o
where not exists (select from named n where n.outside = o.outside);
create table citation as
select block, ordinal, source, coalesce(nullif(guideline, ''), 'Not stated') as guideline
from block join citation_of_mtus using (mtus)
union all
select block, 1000 + begin, source, coalesce(nullif(guideline, ''), 'Not stated') from block join citation_outside using (outside)
union all
select block, 0, 'None cited', 'Not stated' from block
where mtus is null and outside is null and text like '%did not cite any medical evidence%';
create table source as
select bit::smallint as source_id, name from (values (1, 'MTUS'), (2, 'ODG'), (4, 'ACOEM'), (8, 'Other'), (16, 'None cited')) v (bit, name);
create table guideline as
select row_number() over ()::smallint as guideline_id, source, guideline from (select distinct source, guideline from citation) c;
create table block_source as
select distinct block, source_id from citation join source on name = source;
create table block_guideline as
select block, guideline_id, min(ordinal) as ordinal from citation join guideline using (source, guideline) group by block, guideline_id;
create table block_set as
select b.block, coalesce(s.sources, 0)::smallint as sources, g.guideline_id as first_guideline
from block b
left join (select block, sum(source_id) as sources from block_source group by block) s using (block)
left join (select distinct on (block) block, guideline_id from block_guideline order by block, ordinal) g using (block);
analyze block, block_set, service_of_text;
create table source_set as
select sources, (select string_agg(name, '+' order by source_id) from source where sources::int & source_id <> 0) as code
from (select distinct sources from block_set) s;

-- ------------------------------------------------------------------------------------------------------- specialties
create table specialty_set as
select row_number() over ()::smallint as specialties, text from (select distinct reviewer_specialty as text from clean) t;
create table named as
select specialties, n::smallint as ordinal, coalesce(r.specialty, btrim(t.printed)) as name
from specialty_set, string_to_table(text, ';') with ordinality as t (printed, n)
left join rule_specialty r on r.printed = btrim(regexp_replace(replace(lower(t.printed), '&', ' and '), '[^a-z0-9]+', ' ', 'g'));
create table specialty as
select row_number() over ()::smallint as specialty_id, name from (select distinct name from named) n;
create table naming as
select specialties, specialty_id, min(ordinal) as ordinal from named join specialty using (name) group by 1, 2;

-- ------------------------------------------------------------------------------------------------------------- items
create table item as
select translate(c.case_number, 'CM-', '')::int as case_id, c.number, c.decided,
    case c.outcome when 'Upheld' then 1 when 'Overturned' then 2 else 3 end::smallint as outcome,
    (extract(year from c.decided) * 100 + extract(month from c.decided))::int as month,
    t.service, t.category, b.block as reviewer, s.sources as reviewer_sources, s.first_guideline, d.block as theirs,
    e.sources as their_sources, p.specialties, n.specialty_id as first_specialty,
    c.service as service_text, c.license_state, c.date_of_injury, c.ur_decision_date, c.application_received_date,
    c.assigned_date, c.priority, c.ur_action, c.claims_administrator, c.jurisdiction, c.age, c.sex
from clean c
join service_of_text t on t.text = c.service
join block b on b.text = c.reviewer_guideline
join block_set s on s.block = b.block
join block d on d.text = c.claims_administrator_guideline
join block_set e on e.block = d.block
join specialty_set p on p.text = c.reviewer_specialty
join naming n on n.specialties = p.specialties and n.ordinal = 1;
create index item_by_day on item (decided);
drop table clean, word, hit, found, candidate;
commit;
analyze peer.item, peer.block, peer.block_source, peer.block_guideline, peer.naming;
