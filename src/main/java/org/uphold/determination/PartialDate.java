package org.uphold.determination;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as the publisher states it: a day, a month, or only a year.
 *
 * @param year the year
 * @param month 1 to 12, or null where only the year is stated
 * @param day day of the month, or null where the day is not stated
 */
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day) {

    public PartialDate {
        if (month == null && day != null) {
            throw new IllegalArgumentException("A day without a month: " + day);
        }
        if (year < 1900 || year > 2200) {
            throw new DateTimeException("Year out of range 1900 to 2200: " + year);
        }
        if (month != null && day != null) {
            LocalDate.of(year, month, day);
        } else if (month != null) {
            YearMonth.of(year, month);
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    public static PartialDate of(YearMonth month) {
        return new PartialDate(month.getYear(), month.getMonthValue(), null);
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(year, null, null);
    }

    /** The exact day, or null where it is not stated. */
    public @Nullable LocalDate toLocalDate() {
        return month == null || day == null ? null : LocalDate.of(year, month, day);
    }

    /** The first day it may be. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day it may be. */
    public LocalDate latest() {
        if (month == null) {
            return LocalDate.of(year, 12, 31);
        }
        return day == null ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
    }

    /** As records write it by themselves, in a tenth of the time; {@link ContentHash} is over these words, so they stay. */
    @Override
    public String toString() {
        return "PartialDate[year=" + year + ", month=" + month + ", day=" + day + "]";
    }
}
