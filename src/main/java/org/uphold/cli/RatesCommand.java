package org.uphold.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Classifier;
import org.uphold.classification.Taxonomy;
import org.uphold.csv.DayRules;
import org.uphold.determination.Basis;
import org.uphold.job.control.Awaited;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.memory.MemoryRun;
import org.uphold.rates.Grouping;
import org.uphold.rates.MeasureOptions;
import org.uphold.rates.PublishedTable;
import org.uphold.rates.WindowTallies;
import org.uphold.rates.tables.Measures;
import org.uphold.report.TableFolder;
import org.uphold.settings.Flags;
import org.uphold.settings.Intervals;
import org.uphold.settings.Settings;
import org.uphold.source.MissingInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A first look: files to rates in memory. Nothing is kept, nothing published, nothing protected. */
@Command(
        name = "rates",
        description = "Read files and print their uphold rates; needs no database, keeps nothing, protects nothing.")
@SuppressWarnings("NullAway.Init")
final class RatesCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Mixin
    private WindowOptions window;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "A file, a folder (walked), a glob, - for standard input (CSV); .zip and .gz are read in place.")
    private List<String> paths;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "auto (default), letter, or the name of a dialect that ships: items-csv, dmhc-csv, ny-dfs.")
    private String kind;

    @Option(
            names = "--by",
            paramLabel = "LIST",
            description = "Dimensions joined by commas and crossed with *: service_category,service_category*specialty;"
                    + " service_category unless said.")
    private List<String> by = List.of();

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "decision (default), received, assigned, ur_decision.")
    private @Nullable String basis;

    @Option(names = JobOptions.EXACT, description = "Exact (Clopper-Pearson) intervals too, in columns of their own.")
    private boolean exact;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write all tables as CSV files into a new folder, those of a package unless --by says otherwise.")
    private @Nullable Path out;

    @Override
    public Integer call() throws MissingInputException {
        Session session = new Session(parent.environment(), options);
        Output output = session.output();
        Settings settings = session.settings(new Flags(window.flags(), null, by, basis, exact, null, List.of()), null);
        ZoneId zone = settings.zone().value();
        LocalDate today = LocalDate.now(parent.environment().clock().withZone(zone));
        FutureTask<Classifier> classifier =
                new FutureTask<>(() -> Taxonomy.load().classifier());
        // The tables are read while the first letters are.
        Thread loading = new Thread(classifier, "taxonomy");
        loading.setDaemon(true);
        loading.start();
        MemoryRun run =
                new MemoryRun(() -> Awaited.result(classifier), FileKinds.of(kind), DayRules.CALIFORNIA, zone, today);
        Map<String, Long> rejections = new TreeMap<>();
        run.read(paths, rejected -> {
            synchronized (rejections) {
                rejections.merge(rejected.problem().code().name(), 1L, Long::sum);
            }
        });
        List<Grouping> groupings =
                settings.tables().value().stream().map(Grouping::parse).toList();
        Basis date = settings.basis().value();
        WindowTallies tallies =
                run.window(session.resolve(settings), date, groupings.isEmpty() ? Grouping.STANDARD : groupings);
        List<PublishedTable> tables = new Measures()
                .tables(
                        tallies,
                        new MeasureOptions(date.code(), settings.intervals().value() == Intervals.EXACT));
        return conclude(output, run, rejections, tables, groupings);
    }

    private int conclude(
            Output output,
            MemoryRun run,
            Map<String, Long> rejections,
            List<PublishedTable> tables,
            List<Grouping> groupings) {
        if (out != null) {
            TableFolder.write(out, tables);
        }
        if (output.json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("accepted", run.accepted());
            result.put("rejected", run.rejected());
            result.put("rejections", rejections);
            if (out != null) {
                result.put("folder", out.toString());
            }
            output.result(result);
        } else {
            output.say(String.format(
                    Locale.ROOT,
                    "read %,d = accepted %,d + rejected %,d%s",
                    run.accepted() + run.rejected(),
                    run.accepted(),
                    run.rejected(),
                    rejections.isEmpty()
                            ? ""
                            : rejections.entrySet().stream()
                                    .map(e -> e.getKey() + " " + e.getValue())
                                    .collect(Collectors.joining(", ", " (", ")"))));
            Headline.of(tables).ifPresent(headline -> output.say(headline.text()));
            if (out == null) {
                print(output, tables, groupings);
            } else {
                output.say(tables.size() + " tables in " + out);
            }
        }
        return run.rejected() > 0 ? ExitCodes.PUBLISHED_WITH_REJECTS : ExitCodes.DONE;
    }

    private static void print(Output output, List<PublishedTable> tables, List<Grouping> groupings) {
        List<String> wanted =
                new ArrayList<>(groupings.stream().map(Grouping::tableName).toList());
        if (wanted.isEmpty()) {
            wanted.add(Grouping.STANDARD.get(0).tableName());
        }
        boolean first = true;
        for (PublishedTable table : tables) {
            if (wanted.contains(table.name())) {
                if (!first) {
                    output.data("");
                }
                first = false;
                RateLines.of(table).forEach(output::data);
            }
        }
    }
}
