-- Title: Uphold rates by the number of items in a letter
-- Key: items_in_letter
-- Column items_in_letter: Disputed treatments decided in one letter
-- Column letters: Letters of that size
-- Column items: Items in them with an outcome of upheld, overturned or overturned in part
-- Column upheld: Of these, upheld
-- Column all_upheld: Letters in which every item was upheld
-- Column all_upheld_share: all_upheld / letters
-- Column uphold_rate: upheld / items
-- Seconds: 600
--
-- Long letters are often one request taken apart; whether they fare worse is what people ask next after the headline.

with sized as (
    select letter, count(*) as decided, count(*) filter (where upheld) as upheld
    from items
    join letters using (letter)
    where in_window and determined
    group by letter
)
select
    case when decided <= 3 then decided::text when decided <= 5 then '4 to 5' when decided <= 10 then '6 to 10' else 'more than 10' end
        as items_in_letter,
    count(*) as letters,
    sum(decided)::bigint as items,
    sum(upheld)::bigint as upheld,
    count(*) filter (where upheld = decided) as all_upheld,
    count(*) filter (where upheld = decided)::numeric / count(*) as all_upheld_share,
    sum(upheld) / sum(decided) as uphold_rate
from sized
group by 1
