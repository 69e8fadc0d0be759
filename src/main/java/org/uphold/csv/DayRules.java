package org.uphold.csv;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.uphold.determination.PartialDate;

/**
 * Which days a table can state.
 *
 * @param zone whose midnight parts the days of times that state their distance from UTC
 * @param since first year in which the source's reviews were decided; a dialect that says {@code since} knows better
 * @param today the day of the reading in that zone: nothing that is read was decided later
 */
public record DayRules(ZoneId zone, int since, LocalDate today) {

    /** The year in which the first state, Michigan, gave patients a right to an external review. */
    public static final int FIRST_REVIEWS = 1978;

    /** The year in which California's independent medical reviews of workers' compensation began: Senate Bill 863. */
    public static final int CALIFORNIA = 2013;

    /** Days of UTC, and nothing known of the source or of the clock. */
    public static final DayRules ANY = new DayRules(ZoneOffset.UTC, FIRST_REVIEWS, LocalDate.MAX);

    /** Injuries go back a working life, and what precedes a review less than two years. */
    private static final int WORKING_LIFE = 70;

    private static final int BEFORE_REVIEW = 2;

    /** Whether a date may be one of the decision. */
    boolean canBeDecision(PartialDate date, int first) {
        return date.year() >= first && isPast(date);
    }

    /** Whether a date may be that of the injury, or of a step on the way to the review. */
    boolean canBe(Field field, LocalDate date, int first) {
        int before = field == Field.DATE_OF_INJURY ? WORKING_LIFE : BEFORE_REVIEW;
        return date.getYear() >= first - before && isPast(PartialDate.of(date));
    }

    /** A day more: the source's zone may be ahead. */
    private boolean isPast(PartialDate date) {
        return today.equals(LocalDate.MAX) || !date.earliest().isAfter(today.plusDays(1));
    }
}
