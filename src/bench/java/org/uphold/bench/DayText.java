package org.uphold.bench;

import java.time.LocalDate;

/** Days as ISO text, each written once: formatting them is otherwise a third of the work of a generator. */
final class DayText {

    private static final LocalDate FIRST = LocalDate.of(1998, 1, 1);
    private static final String[] DAYS = new String[30 * 366];

    static {
        for (int i = 0; i < DAYS.length; i++) {
            DAYS[i] = FIRST.plusDays(i).toString();
        }
    }

    private DayText() {}

    /** Days from the first that is known to this one. */
    static int number(LocalDate day) {
        return (int) (day.toEpochDay() - FIRST.toEpochDay());
    }

    static String of(int number) {
        return DAYS[number];
    }
}
