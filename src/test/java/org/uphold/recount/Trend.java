package org.uphold.recount;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the rate moves over the months that have a determined item. */
final class Trend {

    private final List<Group> months = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final double items;
    private final double upheld;

    private Trend(Map<String, Group> byMonth) {
        new TreeMap<>(byMonth).forEach((month, group) -> {
            if (!month.equals(Vocabulary.NOT_STATED) && group.determined() > 0) {
                months.add(group);
                numbers.add(Integer.parseInt(month.substring(0, 4)) * 12 + Integer.parseInt(month.substring(5)));
            }
        });
        items = months.stream().mapToInt(Group::determined).sum();
        upheld = months.stream().mapToInt(Group::upheld).sum();
    }

    static Map<String, @Nullable Object> of(Map<String, Group> byMonth, Rules rules) {
        Trend trend = new Trend(byMonth);
        trend.values.put("trend_months", trend.months.size());
        trend.linear(rules.clustered());
        trend.monotonic();
        trend.shifted();
        trend.runs();
        return trend.values;
    }

    private void linear(boolean clustered) {
        values.put("cochran_armitage_z", null);
        values.put("cochran_armitage_p", null);
        Group dated = new Group();
        months.forEach(month -> dated.letters.putAll(month.letters));
        double p = upheld / items;
        double mean = 0;
        for (int i = 0; i < months.size(); i++) {
            mean += numbers.get(i) * months.get(i).determined() / items;
        }
        double trend = 0;
        double variance = 0;
        for (int i = 0; i < months.size(); i++) {
            double at = numbers.get(i) - mean;
            trend += at * (months.get(i).upheld() - p * months.get(i).determined());
            variance += p * (1 - p) * at * at * months.get(i).determined();
        }
        if (months.size() > 1 && upheld > 0 && upheld < items) {
            double z = trend / Math.sqrt(variance * (clustered ? dated.designEffect() : 1));
            values.put("cochran_armitage_z", z);
            values.put("cochran_armitage_p", 2 * Distributions.normal(-Math.abs(z)));
        }
    }

    private void monotonic() {
        List.of("mann_kendall_s", "mann_kendall_z", "mann_kendall_p", "sen_slope")
                .forEach(c -> values.put(c, null));
        int n = months.size();
        if (n < 3) {
            return;
        }
        int s = 0;
        List<Double> slopes = new ArrayList<>();
        Map<Double, Integer> equal = new TreeMap<>();
        for (int j = 0; j < n; j++) {
            equal.merge(months.get(j).rate(), 1, Integer::sum);
            for (int i = 0; i < j; i++) {
                s += Integer.signum(
                        Double.compare(months.get(j).rate(), months.get(i).rate()));
                slopes.add((months.get(j).rate() - months.get(i).rate()) / (numbers.get(j) - numbers.get(i)));
            }
        }
        double variance = n * (n - 1.0) * (2 * n + 5);
        for (int t : equal.values()) {
            variance -= t * (t - 1.0) * (2 * t + 5);
        }
        if (variance <= 0) {
            return;
        }
        double z = s == 0 ? 0 : (s > 0 ? s - 1 : s + 1) / Math.sqrt(variance / 18);
        double[] sorted = slopes.stream().mapToDouble(d -> d).sorted().toArray();
        values.put("mann_kendall_s", s);
        values.put("mann_kendall_z", z);
        values.put("mann_kendall_p", Math.min(1, 2 * Distributions.normal(-Math.abs(z))));
        values.put("sen_slope", Funnel.quantile(sorted, 0.5));
    }

    /** The highest sum of the logarithms by which doubled odds of not upholding are likelier than the rate that was. */
    private void shifted() {
        values.put("cusum_maximum", null);
        double p = 1 - upheld / items;
        if (items == 0 || p <= 0 || p >= 1) {
            return;
        }
        double odds = 2 * p / (1 - p);
        double shifted = odds / (1 + odds);
        double sum = 0;
        double highest = 0;
        for (Group month : months) {
            sum += month.notUpheld() * Math.log(shifted / p) + month.upheld() * Math.log((1 - shifted) / (1 - p));
            sum = Math.max(0, sum);
            highest = Math.max(highest, sum);
        }
        values.put("cusum_maximum", highest);
    }

    private void runs() {
        int[] sides = months.stream()
                .mapToInt(m -> Double.compare(m.upheld() * items, upheld * m.determined()))
                .toArray();
        int longest = 0;
        for (int i = 0; i < sides.length; i++) {
            int length = 0;
            while (sides[i] != 0 && i + length < sides.length && sides[i + length] == sides[i]) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        values.put("longest_run", longest);
        double chance = chanceOfRun(longest, sides.length);
        values.put("longest_run_chance", sides.length == 0 ? null : (Double) chance);
        values.put("longest_run_signal", sides.length == 0 ? null : (Boolean) (chance <= 0.05));
    }

    /** Of all ways in which so many fair coins fall, the share with a run of either side at least so long. */
    private static double chanceOfRun(int length, int coins) {
        if (length <= 1 || coins == 0) {
            return 1;
        }
        // Shares of the ways without one so far, by the length of the run that they end with.
        double[] ending = new double[length];
        ending[1] = 1;
        for (int coin = 1; coin < coins; coin++) {
            double[] next = new double[length];
            next[1] = Arrays.stream(ending).sum() / 2;
            for (int run = 1; run < length - 1; run++) {
                next[run + 1] = ending[run] / 2;
            }
            ending = next;
        }
        return 1 - Arrays.stream(ending).sum();
    }
}
