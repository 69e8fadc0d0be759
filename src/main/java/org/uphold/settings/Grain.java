package org.uphold.settings;

import java.time.LocalDate;
import org.uphold.determination.DateRange;

/** Calendar periods. */
public enum Grain {
    MONTH("month", 1),
    QUARTER("quarter", 3),
    YEAR("year", 12);

    private final String code;
    private final int months;

    Grain(String code, int months) {
        this.code = code;
        this.months = months;
    }

    public String code() {
        return code;
    }

    /** The whole period that a day lies in. */
    public DateRange around(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
        return new DateRange(first, first.plusMonths(months));
    }

    /** The last whole period before the one that a day lies in. */
    public DateRange before(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
        return new DateRange(first.minusMonths(months), first);
    }

    /**
     * By its word.
     *
     * @throws IllegalArgumentException naming the nearest
     */
    public static Grain parse(String word) {
        return Words.constant(word, values(), Grain::code);
    }
}
