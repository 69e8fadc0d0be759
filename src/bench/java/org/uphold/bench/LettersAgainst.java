package org.uphold.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether letters are read as fast as by another build of this program, an earlier one for instance:
 *
 * <pre>LettersAgainst CLASSES OURS THEIRS FOLDER [PAIRS [ROUNDS]]</pre>
 *
 * <p>CLASSES is where this class is; OURS and THEIRS are class paths of the two builds. Each has a JVM of its own and a turn in
 * each pair, and the first turn of a pair goes to each in turn. Prints each turn, the medians and their ratio. More options for
 * both JVMs: {@code JAVA_TOOL_OPTIONS}.
 */
final class LettersAgainst {

    private record Turn(double micros, double bytes) {}

    private LettersAgainst() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[3]);
        int pairs = args.length > 4 ? Integer.parseInt(args[4]) : 7;
        String rounds = args.length > 5 ? args[5] : "15";
        List<Turn> ours = new ArrayList<>();
        List<Turn> theirs = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            if (pair % 2 == 0) {
                theirs.add(turn(args[0], args[2], folder, rounds));
            }
            ours.add(turn(args[0], args[1], folder, rounds));
            if (pair % 2 != 0) {
                theirs.add(turn(args[0], args[2], folder, rounds));
            }
            Turn our = ours.get(pair);
            Turn their = theirs.get(pair);
            System.out.printf(
                    Locale.ROOT,
                    "pair %d: ours %.0f µs, theirs %.0f µs of processor a letter: %.3f%n",
                    pair + 1,
                    our.micros,
                    their.micros,
                    our.micros / their.micros);
        }
        double our = median(ours.stream().map(Turn::micros).toList());
        double their = median(theirs.stream().map(Turn::micros).toList());
        double ratio = median(ours.stream().map(Turn::bytes).toList())
                / median(theirs.stream().map(Turn::bytes).toList());
        System.out.printf(
                Locale.ROOT,
                "medians of %d: ours %.0f µs, theirs %.0f µs of processor a letter: %.3f; memory allocated: %.3f%n",
                pairs,
                our,
                their,
                our / their,
                ratio);
    }

    private static Turn turn(String classes, String build, Path folder, String rounds)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        // Compiled when it is due, not when the compiler gets a turn: else a machine that does more
                        // than this
                        // would be warm in one turn and not in the next.
                        "-Xbatch",
                        "-cp",
                        classes + ":" + build,
                        LetterProcessorTime.class.getName(),
                        folder.toString(),
                        rounds)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            line = out.readLine();
        }
        if (process.waitFor() != 0 || line == null) {
            throw new IllegalStateException("The build at " + build + " could not read the letters.");
        }
        String[] numbers = line.split(" ");
        return new Turn(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
