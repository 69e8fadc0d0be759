-- Title: Uphold rates by the state that licensed the reviewer
-- Key: state
-- Column state: State of licence, as a USPS code where it is one; a reviewer licensed in several counts under each
-- Column letters: Letters by reviewers licensed there
-- Column items: Items in them with an outcome of upheld, overturned or overturned in part
-- Column upheld: Of these, upheld
-- Column uphold_rate: upheld / items
-- Column first_month: First month of such a decision in the window
-- Column last_month: Last month of such a decision in the window
--
-- Seconds: 600
--
-- The rows do not add up. Letters of the window by :from and :to, so that those without a whole date are left out.

select
    coalesce(state, 'Not stated') as state,
    count(distinct letter) as letters,
    count(*) as items,
    count(*) filter (where upheld) as upheld,
    count(*) filter (where upheld)::numeric / count(*) as uphold_rate,
    min(month) as first_month,
    max(month) as last_month
from items
join letters using (letter)
left join unnest(licensure) as state on true
where in_window and determined and day >= :from and day < :to
group by 1
