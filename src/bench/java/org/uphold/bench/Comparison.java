package org.uphold.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.uphold.bench.Meter.Measured;
import org.uphold.server.EmbeddedServer;

/**
 * The same work by us and by what our users would pick instead, as whole processes on one machine in one run, in turn: each
 * round everybody once. Prints a table with medians, the ratio of ours to each other's, and peak memory.
 *
 * <pre>Comparison BASE FOLDER ITEMS RUNS WORK[=CONTENDER,…]…</pre>
 *
 * <p>Works: {@code version}, {@code load}, {@code nothing}, {@code report}, {@code night}; contenders by the beginning of
 * their names. {@code BENCH_LIMIT} is the most seconds that one measurement may take (1800).
 */
final class Comparison {

    private static final Set<String> NEED_LOADED = Set.of("report", "night", "nothing");

    private final BenchFolder work;
    private final Contenders contenders;
    private final int runs;
    private final long limit;
    private final PrintStream out = System.out;
    private final Map<String, String> filters;
    private int round;

    private Comparison(BenchFolder work, int runs, Map<String, String> filters) {
        this.work = work;
        this.contenders = new Contenders(work);
        this.runs = runs;
        this.filters = filters;
        this.limit = Long.parseLong(System.getenv().getOrDefault("BENCH_LIMIT", "1800"));
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> works = new LinkedHashMap<>();
        for (String word : Arrays.asList(args).subList(4, args.length)) {
            String[] parts = word.split("=", 2);
            works.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        long items = Long.parseLong(args[2].replace("_", ""));
        try (BenchFolder folder = new BenchFolder(Path.of(args[1]), Path.of(args[0]), items)) {
            Comparison comparison = new Comparison(folder, Integer.parseInt(args[3]), works);
            comparison.out.println(Machine.describe());
            for (String name : works.keySet()) {
                comparison.compare(name, items);
            }
        }
    }

    private List<Contender> of(String name) throws IOException {
        return switch (name) {
            case "version" -> contenders.version();
            case "load" -> contenders.load();
            case "nothing" -> contenders.nothing();
            case "report" -> contenders.report();
            case "night" -> contenders.night();
            default -> throw new IllegalArgumentException("version, load, nothing, report or night, not " + name);
        };
    }

    private void compare(String name, long items) throws Exception {
        List<String> wanted = List.of(filters.getOrDefault(name, "").split(",", -1));
        List<Contender> taking = of(name).stream()
                .filter(c -> wanted.stream().anyMatch(w -> matches(c, w)))
                .toList();
        if (NEED_LOADED.contains(name)) {
            makeLoaded(taking);
        }
        Map<String, List<Measured>> measured = new LinkedHashMap<>();
        for (int run = 1; run <= runs; run++) {
            int number = nextNight();
            for (Contender contender : taking) {
                measured.computeIfAbsent(contender.name(), n -> new ArrayList<>())
                        .add(measure(name, contender, number));
            }
        }
        if (name.equals("load")) {
            differences(taking);
        }
        table(name, items, taking, measured);
    }

    private static boolean matches(Contender contender, String wanted) {
        return contender.name().toLowerCase(Locale.ROOT).startsWith(wanted.toLowerCase(Locale.ROOT));
    }

    private Measured measure(String name, Contender contender, int number) throws Exception {
        contender.prepare().run(number);
        Meter.Command command = contender.command().of(number);
        Path log = work.path("log.txt");
        Measured result = Meter.run(command, log, limit);
        System.err.printf(
                Locale.ROOT,
                "%s, %s: %.2f s, processor %.2f s, %d MiB, exit %d%n",
                name,
                contender.name(),
                result.seconds(),
                result.processor(),
                result.peakMiB(),
                result.exit());
        if (result.exit() != -1 && !command.fine().contains(result.exit())) {
            throw new IllegalStateException(
                    contender.name() + " ended with exit code " + result.exit() + "; see " + log);
        }
        if (name.equals("load") && result.exit() != -1) {
            Files.writeString(work.path("loaded-" + contender.name().replace(' ', '-')), "");
            Files.deleteIfExists(work.path("settled-" + contender.name().replace(' ', '-')));
        }
        return result;
    }

    /** Works on a loaded store need one: made once a size, unmeasured. */
    private void makeLoaded(List<Contender> taking) throws Exception {
        for (Contender contender : contenders.load()) {
            boolean needed = taking.stream()
                    .anyMatch(c -> c.name().equals(contender.name())
                            || c.name().startsWith("uphold") && contender.name().startsWith("uphold"));
            if (needed && !Files.exists(work.path("loaded-" + contender.name().replace(' ', '-')))) {
                measure("load", contender, 0);
            }
            Path settled = work.path("settled-" + contender.name().replace(' ', '-'));
            String server = contender.name().startsWith("uphold") ? "uphold" : contender.name();
            if (needed && Files.exists(work.data(server)) && !Files.exists(settled)) {
                work.settle(server);
                Files.writeString(settled, "");
            }
        }
    }

    /** No two nights of one store bring the same letters. */
    private int nextNight() throws IOException {
        if (round == 0) {
            Path counter = work.path("nights");
            round = Files.exists(counter)
                    ? Integer.parseInt(Files.readString(counter).strip())
                    : 0;
        }
        round++;
        Files.writeString(work.path("nights"), Integer.toString(round));
        return round;
    }

    private void differences(List<Contender> taking) throws IOException, SQLException {
        Contender ours = taking.get(0);
        if (!ours.name().startsWith("uphold")) {
            return;
        }
        Map<String, Long> spelled = spelled();
        out.printf(
                Locale.ROOT,
                "%nRead in spite of a slip of the pen, by ours alone: %d items%n",
                spelled.entrySet().stream()
                        .filter(e -> !e.getKey().contains("|"))
                        .mapToLong(Map.Entry::getValue)
                        .sum());
        for (Contender peer : taking.subList(1, taking.size())) {
            List<String> differences = TableDifferences.between(ours.output(), peer.output(), spelled);
            out.println(
                    differences.isEmpty()
                            ? "Tables of " + peer.name() + ": equal to ours, but for those items"
                            : "Tables of " + peer.name() + " differ: " + differences.size() + " rows, such as "
                                    + differences.get(0));
        }
    }

    /** Items by category, and by category|subcategory, that only a corrected word classified. */
    private Map<String, Long> spelled() throws IOException, SQLException {
        Map<String, Long> counts = new HashMap<>();
        EmbeddedServer server = work.server("uphold");
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select s.category, s.subcategory, count(*) from uphold.item i"
                        + " join uphold.service s on s.id = i.service_id"
                        + " where i.service_rule like '%~spelling%' group by 1, 2")) {
            while (rows.next()) {
                counts.merge(rows.getString(1), rows.getLong(3), Long::sum);
                counts.merge(rows.getString(1) + "|" + rows.getString(2), rows.getLong(3), Long::sum);
            }
        }
        return counts;
    }

    private void table(String name, long items, List<Contender> taking, Map<String, List<Measured>> measured)
            throws IOException {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%s, %,d items, %d runs%n%n| who | median s | least - most | processor s | peak MiB | ours/theirs | at most |%n"
                        + "|---|---|---|---|---|---|---|%n",
                name,
                items,
                runs));
        double ours = median(measured.get(taking.get(0).name()));
        for (Contender contender : taking) {
            List<Measured> all = measured.get(contender.name());
            double[] seconds =
                    all.stream().mapToDouble(Measured::seconds).sorted().toArray();
            String late = all.stream().anyMatch(m -> m.exit() == -1) ? " (stopped)" : "";
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f%s | %.2f - %.2f | %.1f | %d | %s | %s |%n",
                    contender.name(),
                    median(all),
                    late,
                    seconds[0],
                    seconds[seconds.length - 1],
                    all.stream().mapToDouble(Measured::processor).sorted().toArray()[all.size() / 2],
                    all.stream().mapToLong(Measured::peakMiB).max().orElse(0),
                    contender == taking.get(0) ? "" : String.format(Locale.ROOT, "%.2f", ours / median(all)),
                    contender.target() == 0 ? "" : String.format(Locale.ROOT, "%.2f", contender.target())));
        }
        out.println(table);
        Files.writeString(
                work.path("results.md"),
                Machine.describe() + "\n" + table,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static double median(List<Measured> all) {
        List<Double> sorted = all.stream().map(Measured::seconds).sorted().collect(Collectors.toList());
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
