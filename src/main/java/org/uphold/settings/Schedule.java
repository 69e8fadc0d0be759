package org.uphold.settings;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When a job runs by itself.
 *
 * @param cron five fields: minute, hour, day of month, month, day of week; the common part of cron, Kubernetes and
 *     Spring: numbers, {@code *}, lists, ranges, steps, {@code MON}-{@code SUN} and {@code JAN}-{@code DEC}
 * @param zone the time zone that they are meant in
 */
public record Schedule(String cron, ZoneId zone) {

    private static final List<String> NAMES = List.of("minute", "hour", "day of month", "month", "day of week");
    private static final int DAY_OF_WEEK = 4;
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

    /**
     * The same times for software that joins the two day fields by "and". Like cron, a schedule whose day of month and day
     * of week are both given (neither starts with a star) is due when either fits: that takes two expressions, the others one.
     */
    public List<String> alternatives() {
        String[] fields = cron.split(" ", -1);
        if (fields[2].startsWith("*") || fields[4].startsWith("*")) {
            return List.of(cron);
        }
        String front = fields[0] + " " + fields[1] + " ";
        return List.of(front + fields[2] + " " + fields[3] + " *", front + "* " + fields[3] + " " + fields[4]);
    }

    /** The same times in words that every cron and Kubernetes read alike: {@code 5-59/15} for {@code 5/15}, 0 for Sunday. */
    public String portable() {
        String[] fields = cron.split(" ", -1);
        for (int i = 0; i < fields.length; i++) {
            int field = i;
            fields[i] = Arrays.stream(fields[i].split(",", -1))
                    .map(part -> portable(field, part))
                    .collect(Collectors.joining(","));
        }
        return String.join(" ", fields);
    }

    /** The values of the five fields, each in order; Sunday is 0. */
    public List<SortedSet<Integer>> values() {
        String[] fields = cron.split(" ", -1);
        List<SortedSet<Integer>> all = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            SortedSet<Integer> values = new TreeSet<>();
            for (String part : fields[i].split(",", -1)) {
                values.addAll(values(i, part));
            }
            all.add(values);
        }
        return all;
    }

    private static String portable(int field, String part) {
        if (part.startsWith("*")) {
            return part;
        }
        if (field == DAY_OF_WEEK && (part.contains("7") || part.contains("/"))) {
            return values(field, part).stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return part.contains("/") && !part.contains("-") ? part.replace("/", "-" + BOUNDS[field][1] + "/") : part;
    }

    private static SortedSet<Integer> values(int field, String part) {
        String[] stepped = part.split("/", -1);
        int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
        int last = BOUNDS[field][1] - (field == DAY_OF_WEEK ? 1 : 0);
        int first = BOUNDS[field][0];
        if (!stepped[0].equals("*")) {
            String[] ends = stepped[0].split("-", -1);
            first = value(field, ends[0]);
            last = ends.length == 2 ? value(field, ends[1]) : stepped.length == 2 ? Math.max(first, last) : first;
        }
        SortedSet<Integer> values = new TreeSet<>();
        for (int value = first; value <= last; value += step) {
            values.add(field == DAY_OF_WEEK ? value % 7 : value);
        }
        return values;
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
