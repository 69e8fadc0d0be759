package org.uphold.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The month that a determination belongs to, as one number: {@code yyyymm}; {@code yyyy00} where only a year is stated; 0 where
 * nothing is.
 */
public final class Buckets {

    public static final int UNDATED = 0;

    private Buckets() {}

    public static int of(@Nullable PartialDate date) {
        if (date == null) {
            return UNDATED;
        }
        Integer month = date.month();
        return date.year() * 100 + (month == null ? 0 : month);
    }

    public static int ofDay(@Nullable LocalDate date) {
        return date == null ? UNDATED : date.getYear() * 100 + date.getMonthValue();
    }

    /** Year and month in words ({@code 2017}, {@code 02}), the year alone, or nothing, as an input of dimensions has them. */
    public static List<List<String>> words(int bucket) {
        if (bucket == UNDATED) {
            return List.of();
        }
        String year = Integer.toString(bucket / 100);
        return bucket % 100 == 0
                ? List.of(List.of(year))
                : List.of(List.of(year, String.format(Locale.ROOT, "%02d", bucket % 100)));
    }

    /** Whether every day that a bucket may hold lies in the range. */
    public static boolean isWithin(int bucket, DateRange range) {
        if (bucket == UNDATED) {
            return range.isUnbounded();
        }
        PartialDate date = new PartialDate(bucket / 100, bucket % 100 == 0 ? null : bucket % 100, null);
        return range.contains(date);
    }
}
