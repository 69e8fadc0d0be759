package org.uphold.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DateRange;
import org.uphold.determination.PartialDate;

/**
 * The month a determination belongs to, as one number: {@code yyyymm}; {@code yyyy00} where only a year is stated; 0 where
 * nothing is.
 */
final class Buckets {

    static final int UNDATED = 0;

    private Buckets() {}

    static int of(@Nullable PartialDate date) {
        if (date == null) {
            return UNDATED;
        }
        Integer month = date.month();
        return date.year() * 100 + (month == null ? 0 : month);
    }

    static int of(LocalDate date) {
        return date.getYear() * 100 + date.getMonthValue();
    }

    /** Whether every day that a bucket may hold lies in the range. */
    static boolean isWithin(int bucket, DateRange range) {
        if (bucket == UNDATED) {
            return range.isUnbounded();
        }
        PartialDate date = new PartialDate(bucket / 100, bucket % 100 == 0 ? null : bucket % 100, null);
        return range.contains(date);
    }
}
