#!/usr/bin/env bash
# SheetJS 0.18.5 and csv-parse 7.0.3 turn some of a publisher's age ranges into dates, and leave the others.
#
# Age ranges as California's Department of Managed Health Care and New York's external appeals print them: 0-9, 10-19,
# 20-29 … over 90. SheetJS reads a CSV file with "0-9" as the serial number of 1 September 2000 and "10-19" as that of
# 19 October 2001, but leaves "20-29", as there is no twentieth month. csv-parse with cast and cast_date does the same and
# also makes 1 January 1990 of "over 90". Rows grouped by such a column have lost the youngest (and the oldest).
# Seen: see the table below. What helps: SheetJS raw: true; csv-parse without cast_date, or a cast function by column.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" xlsx@0.18.5 csv-parse@7.0.3

cat >look.mjs <<'JS'
import * as XLSX from 'xlsx';
import {parse} from 'csv-parse/sync';

const ages = ['0-9', '10-19', '20-29', '80-89', 'over 90'];
const csv = 'age_range\n' + ages.join('\n') + '\n';
const sheet = XLSX.read(csv, {type: 'string'}).Sheets.Sheet1;
const rows = parse(csv, {columns: true, cast: true, cast_date: true});
const raw = XLSX.read(csv, {type: 'string', raw: true}).Sheets.Sheet1;
ages.forEach((age, i) => {
  const value = rows[i].age_range;
  const day = value instanceof Date ? value.toISOString().slice(0, 10) : value;
  console.log(`${age}: ${sheet['A' + (i + 2)].v}, ${day}, raw ${raw['A' + (i + 2)].v}`);
});
JS
TZ=UTC node look.mjs | tee seen
diff - seen <<'TEXT' && echo "as written above"
0-9: 36770, 2000-09-01, raw 0-9
10-19: 37183, 2001-10-19, raw 10-19
20-29: 20-29, 20-29, raw 20-29
80-89: 80-89, 80-89, raw 80-89
over 90: over 90, 1990-01-01, raw over 90
TEXT
