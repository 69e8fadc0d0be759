package org.uphold.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a recount goes by: as published, or wrong in one point, so that a test sees that the recount would notice.
 *
 * @param basis the word that is printed
 * @param date the date of that basis as stated: a day, a month, a year or nothing
 * @param tails how unlikely a count is
 * @param clustered whether items of one letter say less than as many independent ones
 * @param exactIntervals whether there are columns of them
 */
record Rules(String basis, Function<Letter, String> date, Tails tails, boolean clustered, boolean exactIntervals) {

    static Rules of(String basis) {
        return new Rules(basis, dates(basis), Tails.EXACT, true, false);
    }

    private static Function<Letter, String> dates(String basis) {
        return switch (basis) {
            case "decision" -> Letter::decision;
            case "received" -> letter -> text(letter.received());
            case "assigned" -> letter -> text(letter.assigned());
            case "ur_decision" -> letter -> text(letter.reviewed());
            default -> throw new IllegalArgumentException(basis);
        };
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    /** Places letters by the dates of another basis than is printed. */
    Rules withDatesOf(String other) {
        return new Rules(basis, dates(other), tails, clustered, exactIntervals);
    }

    Rules withNormalTails() {
        return new Rules(basis, date, Tails.NORMAL, clustered, exactIntervals);
    }

    Rules withoutClusters() {
        return new Rules(basis, date, tails, false, exactIntervals);
    }

    Rules withExactIntervals() {
        return new Rules(basis, date, tails, clustered, true);
    }

    /** Whether every day that the date may be lies in a range; a null end is open. */
    boolean isWithin(Letter letter, @Nullable LocalDate from, @Nullable LocalDate last) {
        String text = date.apply(letter);
        if (text.isEmpty()) {
            return from == null && last == null;
        }
        return (from == null || !first(text).isBefore(from))
                && (last == null || !last(text).isAfter(last));
    }

    private static LocalDate first(String text) {
        return LocalDate.parse(text + "2000-01-01".substring(text.length()));
    }

    private static LocalDate last(String text) {
        return switch (text.length()) {
            case 4 -> LocalDate.parse(text + "-12-31");
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    String month(Letter letter) {
        String text = date.apply(letter);
        return text.length() < 7 ? Vocabulary.NOT_STATED : text.substring(0, 7);
    }

    String year(Letter letter) {
        String text = date.apply(letter);
        return text.isEmpty() ? Vocabulary.NOT_STATED : text.substring(0, 4);
    }
}
