-- The statements that produced this package, 2017-01-01 to 2017-03-31, by the date of the final determination.
-- psql -v ON_ERROR_STOP=1 -f queries.sql, against the store; they only read.

-- summary: Overall figures
SELECT count(*)
FROM item -- of the window
WHERE note <> 'a;b'
;
