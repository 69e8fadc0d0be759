package org.uphold.job.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import org.uphold.settings.Schedule;

/**
 * The instants at which a schedule is due. The cron fields are read on the clock on the wall, without a zone, and only the
 * result is placed in the zone: so a time that does not exist on the night that the clocks go forward is due once, as much
 * later as they were moved, and a time that occurs twice is due the first time only.
 */
public final class CronTimes {

    private final List<CronExpression> expressions;
    private final ZoneId zone;

    public CronTimes(Schedule schedule) {
        this.expressions = schedule.alternatives().stream()
                .map(cron -> CronExpression.parse("0 " + cron))
                .toList();
        this.zone = schedule.zone();
    }

    /** The first due instant after another; empty where there is none, as on the 30th of February. */
    public Optional<Instant> next(Instant after) {
        LocalDateTime local = before(after);
        Instant best = null;
        while (true) {
            LocalDateTime candidate = next(local);
            if (candidate == null) {
                return Optional.ofNullable(best);
            }
            // Times inside a gap are moved behind times that follow it, so the first found need not be the earliest.
            if (best != null && !candidate.isBefore(LocalDateTime.ofInstant(best, zone))) {
                return Optional.of(best);
            }
            Instant instant = candidate.atZone(zone).toInstant();
            if (instant.isAfter(after) && (best == null || instant.isBefore(best))) {
                best = instant;
            }
            local = candidate;
        }
    }

    /**
     * What became due.
     *
     * @param latest the latest
     * @param earlier how many were due before it
     */
    record Due(Instant latest, int earlier) {}

    /** What became due after an instant, up to and with another. */
    Optional<Due> due(Instant after, Instant upTo) {
        Instant latest = null;
        int count = 0;
        for (Optional<Instant> next = next(after);
                next.isPresent() && !next.get().isAfter(upTo);
                next = next(next.get())) {
            latest = next.get();
            count++;
        }
        return latest == null ? Optional.empty() : Optional.of(new Due(latest, count - 1));
    }

    /** Where to start looking: on the wall, times that were skipped may lie before the time that it shows. */
    private LocalDateTime before(Instant after) {
        ZoneOffsetTransition last = zone.getRules().previousTransition(after.plusNanos(1));
        boolean inShadowOfGap = last != null
                && last.isGap()
                && last.getInstant().plus(last.getDuration()).isAfter(after);
        return inShadowOfGap ? last.getDateTimeBefore().minusSeconds(1) : LocalDateTime.ofInstant(after, zone);
    }

    private @Nullable LocalDateTime next(LocalDateTime after) {
        return expressions.stream()
                .flatMap(expression -> Stream.ofNullable(expression.next(after)))
                .min(LocalDateTime::compareTo)
                .orElse(null);
    }
}
