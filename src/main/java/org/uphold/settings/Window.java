package org.uphold.settings;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.uphold.determination.DateRange;

/** Which decisions a run is about, as it was asked for; resolved to days only when it runs. */
public sealed interface Window {

    /** How a job file or the command line would say it; stable, for records. */
    String text();

    /** A window that is one range of days. */
    sealed interface Single extends Window {

        /** The range as of the clock's day in a zone. */
        DateRange resolve(Clock clock, ZoneId zone);
    }

    /** Everything, undated cases included. */
    record All() implements Single {

        @Override
        public DateRange resolve(Clock clock, ZoneId zone) {
            return DateRange.ALL;
        }

        @Override
        public String text() {
            return "all";
        }
    }

    /** The same days whenever it runs. */
    record Fixed(DateRange range, String text) implements Single {

        @Override
        public DateRange resolve(Clock clock, ZoneId zone) {
            return range;
        }
    }

    /** A length of time that ends yesterday. */
    record Last(Period length) implements Single {

        @Override
        public DateRange resolve(Clock clock, ZoneId zone) {
            LocalDate today = LocalDate.now(clock.withZone(zone));
            return new DateRange(today.minus(length), today);
        }

        @Override
        public String text() {
            return "last " + Span.text(length);
        }
    }

    /** The last whole month, quarter or year. */
    record Previous(Grain grain) implements Single {

        @Override
        public DateRange resolve(Clock clock, ZoneId zone) {
            return grain.before(LocalDate.now(clock.withZone(zone)));
        }

        @Override
        public String text() {
            return "previous-" + grain.code();
        }
    }

    /**
     * Every month that newly arrived or changed letters fall into, one package each; which months, only the store can
     * say.
     *
     * @param lookBack months that lie within this time are recomputed even if nothing arrived, and count as provisional
     */
    record Touched(Period lookBack) implements Window {

        /** Late letters have mostly come by then. */
        public static final Period DEFAULT_LOOK_BACK = Period.ofDays(90);

        /** The first month that is always recomputed, and all after it up to yesterday. */
        public DateRange floor(Clock clock, ZoneId zone) {
            LocalDate today = LocalDate.now(clock.withZone(zone));
            LocalDate first = today.minus(lookBack).withDayOfMonth(1);
            return new DateRange(first, today);
        }

        @Override
        public String text() {
            return "touched " + Span.text(lookBack);
        }
    }
}
