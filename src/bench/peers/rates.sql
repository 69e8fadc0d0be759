-- One table of rates: the two-step grouping gives distinct cases and the sums that intervals over letters need.
with letter as (
    select ${keys}, case_id, count(*) as m, count(*) filter (where outcome = 1) as x,
        count(*) filter (where outcome = 2) as o, count(*) filter (where outcome = 3) as p
    from item i ${join}
    ${where}
    group by ${group}, case_id),
sums as (
    select ${names_of_keys}, count(*) as cases, sum(m) as items, sum(x) as upheld, sum(o) as overturned, sum(p) as partial,
        sum(m * m)::float8 as mm, sum(x * m)::float8 as xm, sum(x * x)::float8 as xx
    from letter group by ${names_of_keys}),
spread as (
    select *, upheld::float8 / items as rate, case when cases < 2 or upheld in (0, items) or mm = items then mm / items
        else greatest(1, cases::float8 / (cases - 1)
            * (xx - 2 * upheld::float8 / items * xm + (upheld::float8 / items) * (upheld::float8 / items) * mm)
            / items / (upheld::float8 / items * (1 - upheld::float8 / items))) end as deff
    from sums),
bounds as (
    select *, items / deff as n, 1.959963984540054 * sqrt(3.841458820694124
        + 4 * (items / deff) * rate * (1 - rate)) as half from spread)
select ${names}, items, cases, upheld, overturned, partial as partially_overturned, 0 as unknown,
    round(rate::numeric, 6) as uphold_rate,
    round(((2 * n * rate + 3.841458820694124 - half) / (2 * (n + 3.841458820694124)))::numeric, 6) as ci95_lower,
    round(((2 * n * rate + 3.841458820694124 + half) / (2 * (n + 3.841458820694124)))::numeric, 6) as ci95_upper,
    round((upheld::float8 / nullif(upheld + overturned, 0))::numeric, 6) as rate_excluding_partial,
    round(((upheld + partial / 2.0) / items)::numeric, 6) as rate_half_credit
from bounds ${name_joins}
order by 1, 2
