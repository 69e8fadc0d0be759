#!/usr/bin/env bash
# simple-statistics 7.12.1: the normal distribution's tail never falls below 0.001, and its two directions do not meet.
#
# cumulativeStdNormalProbability looks z up in a printed table that ends at 3.09: z = 3.1 and z = 8 have the same tail, 0.001.
# With the three-sigma limits of a funnel plot (0.00135 a side) every group far outside looks the same, and as a two-sided
# p never falls below 0.002, a Benjamini-Hochberg correction over more than 25 groups cannot call a single one. probit(0.975) is 1.957 instead of 1.960, so a "95 %" Wilson
# interval from it differs in the third decimal from everybody else's.
# Seen: tails at -3.1, -5 and -8 equal 0.001; probit(0.975) 1.9572, probit(0.999) 3.0801 instead of 3.0902.
# What helps: exact binomial tails (a regularised incomplete beta function), and a quantile that is accurate to the last digit.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" simple-statistics@7.12.1

cat >look.mjs <<'JS'
import * as stats from 'simple-statistics';

console.log('tails:', [-3.1, -5, -8].map(z => stats.cumulativeStdNormalProbability(z)).join(' '));
console.log('probit(0.975):', stats.probit(0.975).toFixed(4));
console.log('probit(0.999):', stats.probit(0.999).toFixed(4));
JS
node look.mjs | tee seen
diff - seen <<'TEXT' && echo "as written above"
tails: 0.001 0.001 0.001
probit(0.975): 1.9572
probit(0.999): 3.0801
TEXT
