package org.uphold.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * When a job runs by itself.
 *
 * @param cron five fields: minute, hour, day of month, month, day of week; the common part of cron, Kubernetes and
 *     Spring: numbers, {@code *}, lists, ranges, steps, {@code MON}-{@code SUN} and {@code JAN}-{@code DEC}
 * @param zone the time zone that they are meant in
 */
public record Schedule(String cron, ZoneId zone) {

    private static final List<String> NAMES = List.of("minute", "hour", "day of month", "month", "day of week");
    private static final int[][] BOUNDS = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final List<String> MONTHS =
            List.of("", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");

    public Schedule {
        cron = cron.strip().replaceAll("\\s+", " ");
        String[] fields = cron.split(" ", -1);
        if (fields.length != NAMES.size()) {
            throw new IllegalArgumentException("a cron schedule has five fields (" + String.join(", ", NAMES) + "), '"
                    + cron + "' has " + fields.length + "; every night at half past two is 30 2 * * *");
        }
        for (int i = 0; i < fields.length; i++) {
            for (String part : fields[i].split(",", -1)) {
                check(i, part);
            }
        }
    }

    private static void check(int field, String part) {
        String[] stepped = part.split("/", -1);
        boolean fine = stepped.length <= 2 && (stepped.length == 1 || isStep(stepped[1], field));
        if (fine && !stepped[0].equals("*")) {
            String[] ends = stepped[0].split("-", -1);
            int first = value(field, ends[0]);
            int last = ends.length == 2 ? value(field, ends[1]) : first;
            fine = ends.length <= 2 && first >= 0 && last >= first;
        }
        if (!fine) {
            throw new IllegalArgumentException("'" + part + "' is no " + NAMES.get(field) + " of a cron schedule ("
                    + BOUNDS[field][0] + " to " + BOUNDS[field][1] + ", *, lists, ranges and steps)");
        }
    }

    private static boolean isStep(String text, int field) {
        return NUMBER.matcher(text).matches()
                && Integer.parseInt(text) > 0
                && Integer.parseInt(text) <= BOUNDS[field][1];
    }

    /** The number of a field's value, or -1. */
    private static int value(int field, String text) {
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            return number >= BOUNDS[field][0] && number <= BOUNDS[field][1] ? number : -1;
        }
        String name = text.toUpperCase(Locale.ROOT);
        return switch (field) {
            case 3 -> name.isEmpty() ? -1 : MONTHS.indexOf(name);
            case 4 -> DAYS.indexOf(name);
            default -> -1;
        };
    }
}
