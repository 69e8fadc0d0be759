package org.uphold.bench.chance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.tables.Measures;

/**
 * Packages of worlds in which nothing differs, and of worlds in which one group does, and what they say. Arguments: packages of a
 * setting, items of a package, threads. The same arguments but for the threads print the same.
 */
public final class NullSimulation {

    private static final List<Double> RATES = List.of(0.85, 0.91);
    private static final List<Double> CORRELATIONS = List.of(0.0, 0.1, 0.3, 0.5);
    private static final MeasureOptions OPTIONS = new MeasureOptions("decision", true);
    private static final long SEED = 20_170_401;

    private final int packages;
    private final int items;
    private final int threads;

    private NullSimulation(int packages, int items, int threads) {
        this.packages = packages;
        this.items = items;
        this.threads = threads;
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        if (args.length != 3) {
            System.err.println("expected three numbers: packages of a setting, items of a package, threads");
            System.exit(2);
        }
        new NullSimulation(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])).run();
    }

    private void run() throws InterruptedException, ExecutionException {
        List<Setting> settings = new ArrayList<>();
        for (double rate : RATES) {
            CORRELATIONS.forEach(correlation -> settings.add(Setting.without(rate, correlation)));
        }
        settings.add(new Setting(0.88, 0, 100, 0.70, true));
        settings.add(new Setting(0.88, 0.3, 100, 0.70, true));
        CORRELATIONS.forEach(correlation -> settings.add(new Setting(0.88, correlation, 100, 0.70, false)));
        Map<Setting, Scores> all = new LinkedHashMap<>();
        for (Setting setting : settings) {
            all.put(setting, scores(setting, SEED + 1_000_003L * all.size()));
            System.err.print('.');
        }
        System.err.println();
        System.out.printf("%d packages of %d items for each column.%n%n", packages, items);
        new Report(all).print(System.out);
    }

    private Scores scores(Setting setting, long seed) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Scores>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                parts.add(pool.submit(() -> part(setting, seed, first)));
            }
            Scores scores = new Scores(setting);
            for (Future<Scores> part : parts) {
                scores.add(part.get());
            }
            return scores;
        } finally {
            pool.shutdown();
        }
    }

    private Scores part(Setting setting, long seed, int first) {
        Scores scores = new Scores(setting);
        for (int i = first; i < packages; i += threads) {
            scores.count(new Measures().tables(World.of(setting, items, seed + i), OPTIONS));
        }
        return scores;
    }
}
