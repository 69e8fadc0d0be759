package org.uphold.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uphold.report.html.TableView.Row;

/** Figures and column names as people read them. */
final class Words {

    static final String NOTHING = "–";

    private Words() {}

    /** {@code 86.1 %}; a dash for nothing. */
    static String percent(@Nullable Double fraction) {
        return fraction == null ? NOTHING : digits(fraction * 100, 1) + "\u00A0%";
    }

    /** {@code 12,345}. */
    static String count(@Nullable Double number) {
        return number == null ? NOTHING : String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    static String number(@Nullable Double number, int decimals) {
        return number == null ? NOTHING : digits(number, decimals);
    }

    /** {@code p = 0.032}, {@code p < 0.001}. */
    static String pValue(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + digits(p, 3);
    }

    /** {@code 80.9–90.2 %}. */
    static String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null
                ? NOTHING
                : digits(lower * 100, 1) + "–" + digits(upper * 100, 1) + "\u00A0%";
    }

    static String interval(Row row) {
        return interval(row.number("ci95_lower"), row.number("ci95_upper"));
    }

    /** {@code 1 item}, {@code 2 items}. */
    static String plural(long n, String one, String many) {
        return count((double) n) + " " + (n == 1 ? one : many);
    }

    /** {@code service_category} to {@code Service category}. */
    static String label(String column) {
        String words = column.replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String digits(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
