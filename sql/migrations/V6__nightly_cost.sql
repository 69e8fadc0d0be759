-- What a night asks of the whole history is kept as sums, or found without reading it.

-- Letters lie in the order of their loads, so a few pages say which part of the table came after a time.
create index determination_by_load on uphold.determination using brin (loaded_at)
    with (pages_per_range = 32, autosummarize = on);

create table uphold.unmatched_service (
    bucket  integer not null,
    digest  uuid    not null,
    service text    not null,
    items   bigint  not null,
    primary key (bucket, digest)
);
comment on table uphold.unmatched_service is 'Service texts of current determinations that no rule matched, by month of decision; internal, never published';
comment on column uphold.unmatched_service.bucket is 'As in cell';
comment on column uphold.unmatched_service.digest is 'MD5 of the text, since texts may be too long for an index';
comment on column uphold.unmatched_service.service is 'As printed: the part still in dispute';
comment on column uphold.unmatched_service.items is 'Items with it';

insert into uphold.unmatched_service (bucket, digest, service, items)
select d.bucket, md5(coalesce(i.disputed_service, i.service))::uuid, coalesce(i.disputed_service, i.service), count(*)
from uphold.item i join uphold.determination d on d.id = i.determination
where i.service_rule = 'none' and d.superseded_at is null
    and not exists (select from uphold.cell_change c where c.determination = d.id and c.sign = 1)
group by 1, 2, 3;
-- Those that were superseded since the sums were last brought up to date are still in them, and will be taken out.
insert into uphold.unmatched_service as u (bucket, digest, service, items)
select d.bucket, md5(coalesce(i.disputed_service, i.service))::uuid, coalesce(i.disputed_service, i.service), count(*)
from uphold.cell_change c
join uphold.determination d on d.id = c.determination
join uphold.item i on i.determination = d.id
where c.sign = -1 and i.service_rule = 'none'
    and not exists (select from uphold.cell_change p where p.determination = c.determination and p.sign = 1)
group by 1, 2, 3
on conflict (bucket, digest) do update set items = u.items + excluded.items;
