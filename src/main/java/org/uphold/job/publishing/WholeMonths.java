package org.uphold.job.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Buckets;
import org.uphold.determination.DateRange;

/**
 * Says in published statements which months and years lie in a window by its dates, in place of a list of those that the store has
 * letters of: a package need not have a table of months, and then nothing else says which have any.
 */
final class WholeMonths {

    private static final Pattern LIST = Pattern.compile("([\\w.\"]*bucket\"?) in \\(([0-9][0-9, ]*)\\)");

    private final DateRange window;
    private final boolean undated;

    /** @param openFrom first day that is left out, or null */
    WholeMonths(DateRange window, @Nullable LocalDate openFrom) {
        this.window = WindowSpan.closed(window, openFrom);
        this.undated = window.isUnbounded();
    }

    /** The statement, which gives the same rows. */
    String in(String sql) {
        return LIST.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(condition(found)));
    }

    private String condition(MatchResult found) {
        String column = found.group(1);
        String others = Arrays.stream(found.group(2).split(",", -1))
                .map(String::strip)
                .filter(bucket -> !isWhole(Integer.parseInt(bucket)))
                .collect(Collectors.joining(", "));
        List<String> months = new ArrayList<>(List.of(column + " % 100 > 0"));
        List<String> years = new ArrayList<>(List.of(column + " % 100 = 0", column + " > 0"));
        LocalDate from = window.from();
        LocalDate to = window.to();
        if (from != null) {
            LocalDate month =
                    from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
            months.add(column + " >= " + (month.getYear() * 100 + month.getMonthValue()));
            years.add(column + " >= " + (from.getDayOfYear() == 1 ? from.getYear() : from.getYear() + 1) * 100);
        }
        if (to != null) {
            months.add(column + " < " + (to.getYear() * 100 + to.getMonthValue()));
            years.add(column + " < " + to.getYear() * 100);
        }
        return "(" + String.join(" and ", months) + " or " + String.join(" and ", years)
                + (undated ? " or " + column + " = 0" : "")
                + (others.isEmpty() ? "" : " or " + column + " in (" + others + ")") + ")";
    }

    /** What has no date stands in bucket 0. */
    private boolean isWhole(int bucket) {
        return bucket == Buckets.UNDATED ? undated : Buckets.isWithin(bucket, window);
    }
}
