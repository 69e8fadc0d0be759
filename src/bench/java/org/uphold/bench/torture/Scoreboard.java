package org.uphold.bench.torture;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often what was done, how the runs it was done to ended, and how many were recovered from how fast. */
final class Scoreboard {

    /** One trouble at one part of a run. */
    private static final class Line {
        private int times;
        private int recovered;
        private long slowestMillis;
        private final Map<Integer, Integer> exitCodes = new TreeMap<>();
    }

    /**
     * Something that was done to a run.
     *
     * @param trouble what
     * @param phase when
     * @param exitCode how that run ended
     */
    record Blow(Trouble trouble, Phase phase, int exitCode) {

        String name() {
            return trouble
                    + (trouble.strikesAtMoment() ? " in " + phase.name().toLowerCase(java.util.Locale.ROOT) : "");
        }

        @Override
        public String toString() {
            return name() + " (exit " + exitCode + ")";
        }
    }

    private final Map<String, Line> lines = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Line kills = new Line();
    private final Line others = new Line();

    void add(List<Blow> blows, long recoveryMillis, String broken) {
        for (Blow blow : blows) {
            add(lines.computeIfAbsent(blow.name(), n -> new Line()), blow, recoveryMillis, broken);
            add(blow.trouble().isKill() ? kills : others, blow, recoveryMillis, broken);
        }
        if (!broken.isEmpty()) {
            failures.add(blows + ": " + broken);
        }
    }

    private static void add(Line line, Blow blow, long recoveryMillis, String broken) {
        line.times++;
        line.recovered += broken.isEmpty() ? 1 : 0;
        line.slowestMillis = Math.max(line.slowestMillis, recoveryMillis);
        line.exitCodes.merge(blow.exitCode(), 1, Integer::sum);
    }

    int kills() {
        return kills.times;
    }

    boolean well() {
        return failures.isEmpty();
    }

    void print(PrintStream out) {
        out.printf("%n%-24s %6s %10s %18s  %s%n", "what", "times", "recovered", "slowest recovery", "exit codes");
        lines.forEach((name, line) -> print(out, name, line));
        print(out, "all kills", kills);
        print(out, "all else", others);
        failures.forEach(failure -> out.println("NOT RECOVERED " + failure));
    }

    private static void print(PrintStream out, String name, Line line) {
        out.printf(
                "%-24s %6d %10d %15d ms  %s%n", name, line.times, line.recovered, line.slowestMillis, line.exitCodes);
    }
}
