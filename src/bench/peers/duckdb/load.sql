-- CSV to tables that are counted by: read, checked, classified over distinct texts, encoded. One statement after the other
-- on one connection; ${csv}, ${rules} and ${out} are replaced.
set preserve_insertion_order = false;

create table rule_concept as select * from read_csv('${rules}/rule_concept.csv', header = true);
create table rule_phrase as select * from read_csv('${rules}/rule_phrase.csv', header = true, quote = '"',
    types = {'phrase': 'varchar', 'head': 'varchar', 'last': 'varchar'});
create table rule as select * from read_csv('${rules}/rule.csv', header = true);
create table rule_part as select * from read_csv('${rules}/rule_part.csv', header = true);
create table rule_unless as select * from read_csv('${rules}/rule_unless.csv', header = true);
create table rule_specialty as select * from read_csv('${rules}/rule_specialty.csv', header = true);
create table rule_guideline as select * from read_csv('${rules}/rule_guideline.csv', header = true);
create table rule_listed as select * from read_csv('${rules}/rule_listed.csv', header = true);

create temp table staging as
select * from read_csv('${csv}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
    strict_mode = true, ignore_errors = true, store_rejects = true, rejects_limit = 0, auto_detect = false, columns = {
    'case_number': 'varchar', 'item_number': 'varchar', 'decision_date': 'varchar', 'service': 'varchar',
    'outcome': 'varchar', 'claims_administrator_guideline': 'varchar', 'reviewer_guideline': 'varchar',
    'reviewer_specialty': 'varchar', 'license_state': 'varchar', 'date_of_injury': 'varchar',
    'ur_decision_date': 'varchar', 'application_received_date': 'varchar', 'assigned_date': 'varchar',
    'priority': 'varchar', 'ur_action': 'varchar', 'claims_administrator': 'varchar', 'jurisdiction': 'varchar',
    'age': 'varchar', 'sex': 'varchar'});
copy (select line, error_type from reject_errors) to '${out}/malformed.csv' (header);
copy (
    select case_number, item_number, case
            when not regexp_full_match(item_number, '[0-9]{1,6}') then 'BAD_VALUE item_number'
            when outcome not in ('Upheld', 'Overturned', 'Partially Overturned') then 'BAD_VALUE outcome'
            else 'BAD_DATE decision_date' end as code
    from staging
    where not regexp_full_match(item_number, '[0-9]{1,6}')
        or outcome not in ('Upheld', 'Overturned', 'Partially Overturned')
        or try_cast(decision_date as date) is null)
to '${out}/rejects.csv' (header);
create temp view clean as
select translate(case_number, 'CM-', '')::int as case_id,
    item_number::int as number,
    decision_date::date as decided,
    (case outcome when 'Upheld' then 1 when 'Overturned' then 2 else 3 end)::tinyint as outcome,
    service, claims_administrator_guideline, reviewer_guideline, reviewer_specialty, license_state,
    nullif(date_of_injury, '')::date as date_of_injury,
    nullif(ur_decision_date, '')::date as ur_decision_date,
    nullif(application_received_date, '')::date as application_received_date,
    nullif(assigned_date, '')::date as assigned_date,
    priority, ur_action, claims_administrator, jurisdiction, age, sex
from staging
where regexp_full_match(item_number, '[0-9]{1,6}')
    and outcome in ('Upheld', 'Overturned', 'Partially Overturned')
    and try_cast(decision_date as date) is not null;

-- Dates, doses and quantities say nothing to the rules (but for codes of office visits): without them fewer texts differ.
create temp table service_text as
select service as text, case when contains(service, '992') then service
    else regexp_replace(service, '[0-9]+/[0-9]+/[0-9]+|[0-9]{3,}', '', 'g') end as masked
from (select distinct service from clean);
create temp table masked as
select row_number() over ()::int as id, masked, regexp_replace(
    regexp_replace(
        translate(
            replace(replace(replace(replace(replace(replace(replace(replace(lower(masked),
                '%', ' pct '), '&', ' and '), ';', ' , '), ',', ' , '), '(', ' ( '), ')', ' ) '), '#', ' # '), '''', ''),
            '-/:+*"=!?_<>@~`|{}^$[]', '                    ()'),
        '([0-9])([a-z])', '\1 \2', 'g'),
    '\.([^0-9]|$)|([^0-9])\.', '\2 \1', 'g') as words
from (select distinct masked from service_text);
create temp table word as
with token as (
    select id, n, word, case word when ',' then 1 when '(' then 1 when ')' then -1 else 0 end as mark
    from (select id, unnest(parts) as word, generate_subscripts(parts, 1) as n
        from (select id, list_filter(string_split(words, ' '), lambda x: x <> '') as parts from masked))),
deep as (select id, n, word, sum(mark) over (partition by id order by n)::int as depth from token)
select id, depth, word as w1,
    (sum(length(word) + 1) over w)::int - length(word) as place,
    lead(word, 1) over w as w2, lead(word, 2) over w as w3, lead(word, 3) over w as w4, lead(word, 4) over w as w5
from deep where word not in (',', '(', ')')
window w as (partition by id order by n);
-- Which words begin with which beginnings, found once for each distinct word.
create temp table beginning as
select word, l.last
from (select distinct w1 as word from word) d, range(1, 25) as r (n),
    (select distinct last from rule_phrase where is_prefix) l
where n <= length(word) and l.last = left(word, n);
create temp table hit as
select w.id, p.concept, w.place, w.depth, p.letters
from word w join rule_phrase p on p.phrase = w.w1 where not p.is_prefix and p.words = 1
union all
select w.id, p.concept, w.place, w.depth, p.letters
from word w join rule_phrase p on p.head = w.w1 and p.last = w.w2 where not p.is_prefix and p.words = 2
union all
select w.id, p.concept, w.place, w.depth, p.letters
from word w join rule_phrase p on p.head = w.w1 || ' ' || w.w2 and p.last = w.w3 where not p.is_prefix and p.words = 3
union all
select w.id, p.concept, w.place, w.depth, p.letters
from word w join rule_phrase p on p.head = w.w1 || ' ' || w.w2 || ' ' || w.w3 and p.last = w.w4
where not p.is_prefix and p.words = 4
union all
select w.id, p.concept, w.place, w.depth, p.letters
from word w join rule_phrase p on p.head = w.w1 || ' ' || w.w2 || ' ' || w.w3 || ' ' || w.w4 and p.last = w.w5
where not p.is_prefix and p.words = 5
union all
select w.id, p.concept, w.place, w.depth, p.letters
from word w join beginning b on b.word = w.w1 join rule_phrase p on p.last = b.last where p.is_prefix and p.words = 1
union all
select w.id, p.concept, w.place, w.depth, p.letters
from word w join beginning b on b.word = w.w2 join rule_phrase p on p.head = w.w1 and p.last = b.last
where p.is_prefix and p.words = 2
union all
select w.id, p.concept, w.place, w.depth, p.letters
from word w join beginning b on b.word = w.w3 join rule_phrase p on p.head = w.w1 || ' ' || w.w2 and p.last = b.last
where p.is_prefix and p.words = 3
union all
select w.id, p.concept, w.place, w.depth, p.letters
from word w join beginning b on b.word = w.w4
join rule_phrase p on p.head = w.w1 || ' ' || w.w2 || ' ' || w.w3 and p.last = b.last
where p.is_prefix and p.words = 4;
-- Behind "for", "with", ... a text says more about a service instead of naming it.
create temp table found as
select id, concept, min(place) as place, arg_min(letters, place * 1000 - letters) as letters, arg_min(depth, place) as depth
from (
    select id, concept, place, letters, depth + count(*) filter (
        where concept = (select concept from rule_concept where role = 'context')) over (
        partition by id order by place range between unbounded preceding and 1 preceding) as depth
    from hit)
group by id, concept;
create temp table candidate as
select id, rule, letters, place, depth
from (
    select f.id, p.rule, sum(f.letters)::int as letters, min(f.place) filter (where p.ordinal = 1) as place,
        min(f.depth) filter (where p.ordinal = 1) as depth
    from found f join rule_part p using (concept) join rule r using (rule)
    group by f.id, p.rule
    having count(*) = max(r.parts)) c
anti join (select u.rule, f.id from rule_unless u join found f using (concept)) x using (rule, id)
union all
-- Several actives rubbed on the skin are a compound.
select id, (select rule from rule where parts = 0), 0, active_at, active_depth
from (
    select id,
        count(*) filter (where role = 'active') as actives, count(*) filter (where role = 'mild') as milds,
        min(place) filter (where role in ('active', 'mild')) as active_at,
        min(depth) filter (where role in ('active', 'mild')) as active_depth,
        min(place) filter (where role = 'brand') as brand_at,
        coalesce(bool_or(role = 'compound'), false) as compounded,
        coalesce(bool_or(role = 'topical'), false) as topical,
        coalesce(bool_or(role = 'not on skin'), false) as not_on_skin
    from found join rule_concept using (concept)
    group by id)
where ((actives >= 1 and actives + milds >= 2 and (compounded or topical)) or (actives + milds = 1 and compounded))
    and active_at < coalesce(brand_at, 1000000)
    and (compounded or not not_on_skin);
create temp table decided as
select distinct on (id) id, category, subcategory
from (
    select c.id, r.id as rule_id, r.category, r.subcategory, c.place, c.letters,
        r.priority - case when c.depth > min(c.depth) over (partition by c.id) and r.priority < 100
            then 25 + 2 * (least(c.depth - min(c.depth) over (partition by c.id), 4) - 1) else 0 end as weight
    from candidate c join rule r using (rule))
order by id, weight desc, place, letters desc, rule_id;

create table service as
select (row_number() over ())::smallint as service, (dense_rank() over (order by category))::smallint as category_id,
    category, subcategory
from (select category, subcategory from decided union select category, subcategory from rule_listed
    union select 'Unclassified', 'Unclassified');
create temp table service_of_text as
select t.text, s.service, s.category_id as category
from service_text t
join masked m using (masked)
left join decided d using (id)
left join rule_listed l on l.phrase = trim(regexp_replace(m.words, '[ ,()]+', ' ', 'g'))
join service s on s.category = coalesce(l.category, d.category, 'Unclassified')
    and s.subcategory = coalesce(l.subcategory, d.subcategory, 'Unclassified');

create table block as
select row_number() over ()::int as block, text,
    nullif(regexp_extract(text, 'Decision based on MTUS (.*?)(?: Decision based on Non-MTUS|$)', 1), '') as mtus,
    nullif(regexp_extract(text, 'Decision based on Non-MTUS Citation (.*)$', 1), '') as outside
from (select claims_administrator_guideline as text from clean union select reviewer_guideline from clean);
create temp table chapter as
select mtus, unnest(chapters) as printed, generate_subscripts(chapters, 1) * 10 as ordinal
from (select mtus, regexp_extract_all(mtus, '([A-Z][^0-9:]*) (?:19|20)[0-9][0-9]', 1) as chapters
    from (select distinct mtus from block where mtus is not null));
-- Behind the sections of one chapter, the next chapter is what the words before the year end with.
create temp table known_chapter as
select distinct on (printed) printed, guideline
from (select printed, trim(regexp_replace(replace(lower(printed), '&', ' and '), '[^a-z0-9]+', ' ', 'g')) as words
    from (select distinct printed from chapter)) c
join rule_guideline g on g.source = 'MTUS' and g.kind in ('CHAPTER', 'PLAIN_CHAPTER')
    and (' ' || words).ends_with(' ' || phrase)
order by printed, length(phrase) desc;
create temp table citation_of_mtus as
select c.mtus, c.ordinal, 'MTUS' as source, coalesce(k.guideline, c.printed) as guideline
from chapter c left join known_chapter k using (printed);
create temp table outside as
select outside,
    ' ' || trim(regexp_replace(replace(replace(lower(outside), '''', ''), '&', ' and '), '[^a-z0-9]+', ' ', 'g')) || ' ' as words
from (select distinct outside from block where outside is not null);
create temp table mention_all as
select o.outside, g.kind, g.source, g.guideline, strpos(o.words, ' ' || g.phrase || ' ') as place,
    length(g.phrase) as letters
from outside o join rule_guideline g on g.kind <> 'MARK' and contains(o.words, ' ' || g.phrase || ' ');
create temp table mention as
select * from mention_all m
where not exists (select 1 from mention_all n
    where n.outside = m.outside and n.letters > m.letters and n.place <= m.place
        and n.place + n.letters >= m.place + m.letters
        and (n.source = m.source or n.kind = 'NAME' and m.kind = 'NAME'));
create temp table citation_outside as
with named as (
    select outside, source, min(place) as place, min(guideline) as guideline
    from mention where kind = 'NAME' and source <> 'MTUS' group by outside, source),
taken as (
    -- A chapter wherever its source is named; one in plain words only right behind the name.
    select distinct on (m.outside, m.source, m.guideline) m.outside, m.source, m.guideline, m.place
    from mention m join named n on n.outside = m.outside and n.source = m.source
    where m.kind = 'CHAPTER' and m.source in ('ODG', 'ACOEM')
        or m.kind = 'PLAIN_CHAPTER' and m.source = 'ODG' and not exists (
            select 1 from mention b where b.outside = m.outside and b.place < m.place and b.place > n.place)
    order by m.outside, m.source, m.guideline, m.place)
select outside, source, guideline, place from taken
union all
select n.outside, n.source, n.guideline, n.place from named n
where not exists (select 1 from taken t where t.outside = n.outside and t.source = n.source)
union all
select o.outside, 'Other', null, 1 from outside o
where not exists (select 1 from named n where n.outside = o.outside);
create temp table citation as
select block, ordinal, source, coalesce(nullif(guideline, ''), 'Not stated') as guideline
from block join citation_of_mtus using (mtus)
union all
select block, 1000 + place, source, coalesce(nullif(guideline, ''), 'Not stated')
from block join citation_outside using (outside)
union all
select block, 0, 'None cited', 'Not stated' from block
where mtus is null and outside is null and contains(text, 'did not cite any medical evidence');
create table source as
select bit::smallint as source_id, name
from (values (1, 'MTUS'), (2, 'ODG'), (4, 'ACOEM'), (8, 'Other'), (16, 'None cited')) v (bit, name);
create table guideline as
select row_number() over ()::smallint as guideline_id, source, guideline
from (select distinct source, guideline from citation);
create table block_source as
select distinct block, source_id from citation join source on name = source;
create table block_guideline as
select block, guideline_id, min(ordinal) as ordinal from citation join guideline using (source, guideline)
group by block, guideline_id;
create temp table block_set as
select b.block, coalesce(s.sources, 0)::smallint as sources, g.guideline_id as first_guideline
from block b
left join (select block, sum(source_id) as sources from block_source group by block) s using (block)
left join (select block, arg_min(guideline_id, ordinal) as guideline_id from block_guideline group by block) g using (block);
create table source_set as
select sources, string_agg(name, '+' order by source_id) as code
from (select distinct sources from block_set) s join source o on s.sources & o.source_id <> 0
group by sources;

create temp table specialty_set as
select row_number() over ()::smallint as specialties, text from (select distinct reviewer_specialty as text from clean);
create temp table named as
select specialties, ordinal, coalesce(r.specialty, trim(t.printed)) as name
from (select specialties, unnest(names) as printed, generate_subscripts(names, 1) as ordinal
    from (select specialties, string_split(text, ';') as names from specialty_set)) t
left join rule_specialty r
    on r.printed = trim(regexp_replace(replace(lower(t.printed), '&', ' and '), '[^a-z0-9]+', ' ', 'g'));
create table specialty as
select row_number() over ()::smallint as specialty_id, name from (select distinct name from named);
create table naming as
select specialties, specialty_id, min(ordinal) as ordinal from named join specialty using (name)
group by specialties, specialty_id;

create table item as
select c.case_id, c.number, c.decided, c.outcome, (year(c.decided) * 100 + month(c.decided))::int as month,
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
