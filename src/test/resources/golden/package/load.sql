-- Uphold rates of independent medical review, 2017-01-01 to 2017-03-31.
-- PostgreSQL: psql -v ON_ERROR_STOP=1 -f load.sql      SQLite: sqlite3 uphold.db < load.sql
-- Each view …_rates computes the rates again from the counts.

BEGIN;

-- Overall figures
CREATE TABLE "summary" (
  "items" BIGINT, -- Disputed items
  "uphold_rate" DOUBLE PRECISION -- Share upheld = U / (U + O + P)
);
INSERT INTO "summary" VALUES
(30, 0.866667);

-- Uphold rates by service category
CREATE TABLE "uphold_by_service_category" (
  "service_category" TEXT NOT NULL, -- What was; asked for -- or so
  "items" BIGINT, -- Disputed items
  "upheld" BIGINT, -- Upheld items
  "overturned" BIGINT, -- Overturned items
  "partially_overturned" BIGINT, -- Approved in part
  "uphold_rate" DOUBLE PRECISION, -- Share upheld = U / (U + O + P)
  "additive" BOOLEAN, -- Whether rows sum to the total
  "annotation" TEXT, -- Code of a row that is not shown
  PRIMARY KEY ("service_category")
);
INSERT INTO "uphold_by_service_category" VALUES
('''=quoted before', 2, 0, 2, 0, 0.000000, true, NULL),
('=HYPERLINK("http://x")', 7, 6, 0, 1, 0.857143, true, NULL),
('Drugs, "strong" & <b>bold</b>', 12, 12, 0, 0, 1.000000, true, NULL),
('It''s Ünïcode :from \ ％ 治療', 9, 8, 1, 0, 0.888889, true, NULL),
('Small', NULL, NULL, NULL, NULL, NULL, true, 'S');
CREATE VIEW "uphold_by_service_category_rates" AS SELECT
  "service_category",
  (upheld + overturned + partially_overturned) AS determined,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned + partially_overturned), 6) END AS uphold_rate,
  CASE WHEN (upheld + overturned) > 0 THEN ROUND(1.0 * upheld / (upheld + overturned), 6) END AS rate_excluding_partial,
  CASE WHEN (upheld + overturned + partially_overturned) > 0 THEN ROUND(1.0 * (upheld + partially_overturned / 2.0) / (upheld + overturned + partially_overturned), 6) END AS rate_half_credit
FROM "uphold_by_service_category";

-- What every column means
CREATE TABLE "data_dictionary" (
  "table" TEXT NOT NULL, -- Table
  "column" TEXT NOT NULL, -- Column
  "definition" TEXT, -- Meaning
  PRIMARY KEY ("table", "column")
);
INSERT INTO "data_dictionary" VALUES
('summary', 'items', 'Disputed items'),
('summary', 'uphold_rate', 'Share upheld');

COMMIT;
