package org.uphold.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The window as the command line gives it; each part is the text after its flag, or null.
 *
 * @param from {@code --from}: the first day, with {@code to}
 * @param to {@code --to}: the last day, inside, with {@code from}
 * @param month {@code --month 2017-02}
 * @param quarter {@code --quarter 2017-Q1}
 * @param year {@code --year 2017}
 * @param last {@code --last 30d}: ends yesterday in the job's zone
 * @param all {@code --all}
 */
public record WindowFlags(
        @Nullable String from,
        @Nullable String to,
        @Nullable String month,
        @Nullable String quarter,
        @Nullable String year,
        @Nullable String last,
        boolean all) {

    /** No flag was given. */
    public static final WindowFlags NONE = new WindowFlags(null, null, null, null, null, null, false);

    /**
     * The window asked for, or empty where none was.
     *
     * @throws SettingsException where two were, one of a pair is missing, or a text cannot be read
     */
    public Optional<Window.Single> window() {
        List<String> given = new ArrayList<>();
        add(given, from != null || to != null, "--from/--to");
        add(given, month != null, "--month");
        add(given, quarter != null, "--quarter");
        add(given, year != null, "--year");
        add(given, last != null, "--last");
        add(given, all, "--all");
        if (given.size() > 1) {
            throw SettingsException.of(
                    String.join(" ", given), null, "give one window only; these say " + given.size());
        }
        if (from != null && to != null) {
            return read("--from/--to", () -> Windows.days(from, to));
        }
        if (from != null || to != null) {
            String there = from != null ? "--from" : "--to";
            String missing = from != null ? "--to" : "--from";
            throw SettingsException.of(there, null, missing + " is missing; a window needs both days (both inside)");
        }
        if (month != null) {
            return read("--month", () -> Windows.month(month));
        }
        if (quarter != null) {
            return read("--quarter", () -> Windows.quarter(quarter));
        }
        if (year != null) {
            return read("--year", () -> Windows.year(year));
        }
        if (last != null) {
            return read("--last", () -> Windows.last(last));
        }
        return all ? Optional.of(new Window.All()) : Optional.empty();
    }

    private static void add(List<String> given, boolean present, String flag) {
        if (present) {
            given.add(flag);
        }
    }

    private static Optional<Window.Single> read(String flag, Supplier<Window.Single> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException e) {
            throw SettingsException.of(flag, null, String.valueOf(e.getMessage()));
        }
    }
}
