-- The statements that produced this package, all dates, by the date of the final determination.
-- psql -v ON_ERROR_STOP=1 -f queries.sql, against the store; they only read.

-- categories
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'service_category' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- concentration
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'claims_administrator' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- dispositions
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'disposition' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- guideline_concordance
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'claims_administrator_sources*reviewer_sources' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- summary
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'overall' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- superseded
select count(*) from (select lost.id as id, uphold.determination.bucket as bucket from uphold.determination join uphold.determination as lost on (lost.case_key = uphold.determination.case_key and lost.system = uphold.determination.system) where (uphold.determination.superseded_at is null and lost.superseded_at is not null and lost.lost_at is not null)) as letter
;

-- timeliness, assigned_to_decision
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'days' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- timeliness, assigned_to_decision_pharmaceuticals
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'days' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- timeliness, received_to_decision
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'days' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- timeliness, received_to_decision_pharmaceuticals
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'days' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- undated
select count(uphold.item.number), count(distinct letter.id) from (select uphold.determination.id as id from uphold.determination where (uphold.determination.superseded_at is null and uphold.determination.decided_from is null)) as letter left outer join uphold.item on uphold.item.determination = letter.id
;

-- uphold_by_guideline_source
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'guideline_source' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- uphold_by_guideline_source, mix of services
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'service_category*guideline_source' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- uphold_by_month
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'month' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- uphold_by_month, mix of services
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'service_category*month' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- uphold_by_service_category
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'service_category' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- uphold_by_service_category_specialty
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'service_category*specialty' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- uphold_by_specialty
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'specialty' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- uphold_by_specialty, mix of services
select key, cast(sum(letters) as bigint) as letters, cast(sum(cases_upheld) as bigint) as cases_upheld, cast(sum(cases_overturned) as bigint) as cases_overturned, cast(sum(cases_mixed) as bigint) as cases_mixed, cast(sum(cases_undetermined) as bigint) as cases_undetermined, cast(sum(cases_with_upheld) as bigint) as cases_with_upheld, cast(sum(cases_with_not_upheld) as bigint) as cases_with_not_upheld, cast(sum(items) as bigint) as items, cast(sum(upheld) as bigint) as upheld, cast(sum(overturned) as bigint) as overturned, cast(sum(partially_overturned) as bigint) as partially_overturned, cast(sum(unknown) as bigint) as unknown, cast(sum(sum_mm) as bigint) as sum_mm, cast(sum(sum_xm) as bigint) as sum_xm, cast(sum(sum_xx) as bigint) as sum_xx from (select uphold.cell.bucket, uphold.cell.key, uphold.cell.letters, uphold.cell.cases_upheld, uphold.cell.cases_overturned, uphold.cell.cases_mixed, uphold.cell.cases_undetermined, uphold.cell.cases_with_upheld, uphold.cell.cases_with_not_upheld, uphold.cell.items, uphold.cell.upheld, uphold.cell.overturned, uphold.cell.partially_overturned, uphold.cell.unknown, uphold.cell.sum_mm, uphold.cell.sum_xm, uphold.cell.sum_xx from uphold.cell where (uphold.cell.grouping = 'service_category*specialty' and uphold.cell.bucket in (0, 201309, 201310, 201311, 201312, 201401, 201403, 201404, 201405, 201406, 201407, 201409, 201410, 201411, 201412, 201503, 201504, 201507, 201508, 201511, 201603, 201605, 201607, 201612, 201703, 201708, 201804, 201806, 201808, 201811, 201907, 201912, 202211, 202309))) as sums group by key order by key
;

-- letters: what statements of your own read
create temporary view letters as
select
    d.id as letter,
    d.system,
    case when d.decided_from = d.decided_to then d.decided_from end as day,
    coalesce(case when d.bucket % 100 > 0 then to_char(d.decided_from, 'YYYY-MM') end, 'Not stated') as month,
    true as in_window,
    case when d.decided_from = d.decided_to then d.decided_from end as decided,
    d.received_date as received,
    d.assigned_date as assigned,
    d.ur_decision_date as ur_decided,
    d.priority,
    d.jurisdiction,
    d.ur_action,
    a.name as claims_administrator,
    array(select s.name from unnest(d.specialties) with ordinality u (id, n) join uphold.specialty s on s.id = u.id order by n)
        as specialties,
    d.licensure
from uphold.determination d
left join uphold.claims_administrator a on a.id = d.claims_administrator
where d.superseded_at is null
;

-- items: what statements of your own read
create temporary view items as
select
    i.determination as letter,
    i.number,
    i.outcome::text as outcome,
    i.outcome in ('UPHELD', 'OVERTURNED', 'PARTIALLY_OVERTURNED') as determined,
    i.outcome = 'UPHELD' as upheld,
    s.category as service_category,
    s.subcategory as service_subcategory,
    i.body_part,
    coalesce(c.code, 'Not stated') as claims_administrator_sources,
    coalesce(r.code, 'Not stated') as reviewer_sources,
    array(
        select g.source || ': ' || g.name
        from unnest(i.claims_administrator_guidelines) with ordinality u (id, n)
        join uphold.guideline g on g.id = u.id
        order by n
    ) as claims_administrator_guidelines,
    array(
        select g.source || ': ' || g.name
        from unnest(i.reviewer_guidelines) with ordinality u (id, n)
        join uphold.guideline g on g.id = u.id
        order by n
    ) as reviewer_guidelines
from uphold.item i
join letters l on l.letter = i.determination
join uphold.service s on s.id = i.service_id
left join uphold.source_set c on c.bits = i.claims_administrator_sources
left join uphold.source_set r on r.bits = i.reviewer_sources
;

-- reviews_by_items_in_letter: Uphold rates by the number of items in a letter
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
;
