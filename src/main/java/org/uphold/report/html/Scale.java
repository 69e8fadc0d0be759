package org.uphold.report.html;

import java.util.ArrayList;
import java.util.List;

/** From values to places on a chart. */
record Scale(double from, double to, double start, double end) {

    double at(double value) {
        double clipped = Math.min(Math.max(value, Math.min(from, to)), Math.max(from, to));
        return to == from ? (start + end) / 2 : start + (clipped - from) / (to - from) * (end - start);
    }

    /** A rate axis that holds these rates: from one round value to another, never narrower than 10 points. */
    static Scale rates(List<Double> shown, double start, double end) {
        double lowest = shown.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double highest = shown.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double span = Math.max(0.1, highest - lowest);
        double step = span > 0.5 ? 0.2 : span > 0.25 ? 0.1 : 0.05;
        double to = Math.min(1, Math.ceil(highest / step - 1e-9) * step);
        double from = Math.max(0, Math.min(to - 0.1, Math.floor(lowest / step + 1e-9) * step));
        return new Scale(from, Math.min(1, Math.max(to, from + 0.1)), start, end);
    }

    /** Round values to mark, about this many. */
    List<Double> ticks(int about) {
        double span = Math.abs(to - from);
        if (span == 0) {
            return List.of(from);
        }
        double raw = span / about;
        double unit = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = raw / unit <= 1 ? unit : raw / unit <= 2 ? 2 * unit : raw / unit <= 5 ? 5 * unit : 10 * unit;
        List<Double> ticks = new ArrayList<>();
        double low = Math.min(from, to);
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= Math.max(from, to) + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
