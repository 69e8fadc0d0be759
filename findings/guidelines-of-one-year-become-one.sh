#!/usr/bin/env bash
# vega-loader 5.1.3 (the reader under Vega and Vega-Lite) takes the title of a guideline that ends in its year for a date.
#
# Guideline chapters of California's Medical Treatment Utilization Schedule are cited by title and year. Read with
# parse: "auto", a column of such titles is inferred to be of type "date": every chapter of 2004 becomes the first of January
# 2004, so bars of different guidelines fall into one, without a word. Inference asks only whether the JavaScript engine's
# Date.parse answers a number, and V8 answers one for most texts that end in a year.
# Seen: inferType(["Low Back Complaints 2004", "Shoulder Complaints 2004"]) is "date"; both rows hold the same number.
# What helps: name the types (parse: {guideline: "string"}), or let no title end in a bare year.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" vega-loader@5.1.3

cat >look.mjs <<'JS'
import {inferType, read} from 'vega-loader';

const csv = 'guideline,items\nLow Back Complaints 2004,60\nShoulder Complaints 2004,20\n';
const rows = read(csv, {type: 'csv', parse: 'auto'});
const named = read(csv, {type: 'csv', parse: {guideline: 'string'}});
console.log('inferred:', inferType(['Low Back Complaints 2004', 'Shoulder Complaints 2004']));
console.log('types:', rows.map(row => typeof row.guideline).join(' '));
console.log('equal:', +rows[0].guideline === +rows[1].guideline);
console.log('year:', new Date(rows[0].guideline).getFullYear());
console.log('named types:', named.map(row => row.guideline).join(' | '));
JS
TZ=UTC node look.mjs | tee seen
diff - seen <<'TEXT' && echo "as written above"
inferred: date
types: number number
equal: true
year: 2004
named types: Low Back Complaints 2004 | Shoulder Complaints 2004
TEXT
