#!/usr/bin/env bash
# d3-dsv 3.0.2 (autoType) reads stem codes of ICD-11's first chapter as powers of ten; PapaParse 5.7.1 (dynamicTyping) does not.
#
# A stem code of ICD-11 is a digit, a letter and two characters; those of viral hepatitis are 1E50 and 1E51. A column of them
# is a column of numbers to d3.autoType: 1E50 is 10^50, printed as 1e+50, while 5A11 beside it stays a text. PapaParse takes for
# numbers only what is small enough to be exact, and so keeps the codes.
# Seen: see below. What helps: name the columns that are numbers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" d3-dsv@3.0.2 papaparse@5.7.1

cat >look.mjs <<'JS'
import {autoType, csvParse} from 'd3-dsv';
import Papa from 'papaparse';

const codes = ['1E50', '1E51', '5A11'];
const csv = 'diagnosis\n' + codes.join('\n');
const d3 = csvParse(csv, autoType);
const papa = Papa.parse(csv, {header: true, dynamicTyping: true}).data;
codes.forEach((code, i) => console.log(
    `${code}: ${typeof d3[i].diagnosis} ${d3[i].diagnosis}, ${typeof papa[i].diagnosis} ${papa[i].diagnosis}`));
JS
node look.mjs | tee seen
diff - seen <<'TEXT' && echo "as written above"
1E50: number 1e+50, string 1E50
1E51: number 1e+51, string 1E51
5A11: string 5A11, string 5A11
TEXT
