package org.uphold.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;

/**
 * Every value that holds for one command, each with where it came from: a flag beats an environment variable beats the
 * job file beats the default.
 *
 * @param home {@code UPHOLD_HOME}: where the embedded PostgreSQL keeps its data; {@code .uphold} beside the launcher
 * @param database the embedded one, or the one that {@code UPHOLD_DATABASE_URL} names
 * @param out where packages go; {@code reports} beside the launcher
 * @param window which decisions; {@code all}
 * @param zone what decides which day it is: the zone of the job's schedule; UTC
 * @param tables groupings; empty: those of the contract
 * @param basis which date counts; {@code decision}
 * @param intervals which ones a package holds; {@code score}
 * @param disclosure how small cells are protected; not at all
 * @param formats which files are written; all but {@code parquet}
 * @param gates what refuses a package
 * @param statements those in {@code sql/reports} beside the launcher
 * @param metricsFile {@code UPHOLD_METRICS_FILE}: where runs leave metrics for Prometheus; empty: nowhere
 * @param warnings variables that are set and mean nothing, with what was probably meant
 */
public record Settings(
        Setting<Path> home,
        Setting<Database> database,
        Setting<Path> out,
        Setting<Window> window,
        Setting<ZoneId> zone,
        Setting<List<String>> tables,
        Setting<Basis> basis,
        Setting<Intervals> intervals,
        Setting<DisclosureProfile> disclosure,
        Setting<Set<String>> formats,
        Setting<Gates> gates,
        Setting<List<ReportStatement>> statements,
        Setting<Optional<Path>> metricsFile,
        List<String> warnings) {

    private static final String HOME = "UPHOLD_HOME";
    private static final String METRICS_FILE = "UPHOLD_METRICS_FILE";
    /** Read by the command line. */
    private static final String LOG_FORMAT = "UPHOLD_LOG_FORMAT";
    /** Read by the launcher. */
    private static final String JAVA_OPTIONS = "UPHOLD_JAVA_OPTS";
    /** Read by the launcher. */
    private static final String COMPILERS = "UPHOLD_COMPILERS";

    private static final List<String> VARIABLES = List.of(
            HOME,
            DatabaseResolver.URL,
            DatabaseResolver.USER,
            DatabaseResolver.PASSWORD,
            DatabaseResolver.PASSWORD_FILE,
            METRICS_FILE,
            LOG_FORMAT,
            JAVA_OPTIONS,
            COMPILERS);

    /**
     * One line of {@code doctor}.
     *
     * @param name how a user would call it
     * @param value what holds; passwords masked
     * @param origin where it came from
     */
    public record Line(String name, String value, Origin origin) {}

    /**
     * Puts the layers together.
     *
     * @param flags the command line
     * @param environment all environment variables
     * @param job the job file, or null for commands without one
     * @param base the folder of the launcher
     * @param vocabulary words that {@code --by} may use
     * @throws SettingsException where a flag or variable says what cannot be
     */
    public static Settings resolve(
            Flags flags, Map<String, String> environment, @Nullable JobFile job, Path base, Vocabulary vocabulary) {
        String variable = DatabaseResolver.value(environment, HOME);
        Setting<Path> home = variable == null
                ? new Setting<>(base.resolve(".uphold").toAbsolutePath().normalize(), Origin.DEFAULT)
                : new Setting<>(Path.of(variable).toAbsolutePath().normalize(), Origin.ENVIRONMENT);
        Optional<JobFile> file = Optional.ofNullable(job);
        Optional<Window> window = flags.window().window().map(Function.identity());
        List<String> by = flags.by().stream()
                .flatMap(list -> words("--by", list, text -> JobFileReader.grouping(text, vocabulary)).stream())
                .distinct()
                .toList();
        Set<String> formats = flags.formats().stream()
                .flatMap(list -> words("--format", list, vocabulary::format).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Settings(
                home,
                DatabaseResolver.resolve(environment, home.value()),
                pick(
                        flags.out() == null
                                ? null
                                : flags.out().toAbsolutePath().normalize(),
                        file.map(JobFile::out).orElse(null),
                        base.resolve("reports").toAbsolutePath().normalize()),
                pick(window.orElse(null), file.map(JobFile::window).orElse(null), new Window.All()),
                pick(null, file.map(JobFile::schedule).map(Schedule::zone).orElse(null), ZoneOffset.UTC),
                pick(
                        by.isEmpty() ? null : by,
                        file.map(JobFile::tables).filter(t -> !t.isEmpty()).orElse(null),
                        List.of()),
                pick(
                        word("--basis", flags.basis(), text -> Words.constant(text, Basis.values(), Basis::code)),
                        file.map(JobFile::basis).orElse(null),
                        Basis.DECISION),
                pick(
                        flags.exact() ? Intervals.EXACT : null,
                        file.map(JobFile::intervals).orElse(null),
                        Intervals.SCORE),
                pick(
                        word("--disclosure", flags.disclosure(), DisclosureProfile::parse),
                        file.map(JobFile::disclosure).orElse(null),
                        DisclosureProfile.NONE),
                pick(
                        formats.isEmpty() ? null : formats,
                        file.map(JobFile::formats).filter(f -> !f.isEmpty()).orElse(null),
                        vocabulary.usualFormats()),
                pick(
                        null,
                        file.map(JobFile::gates)
                                .filter(g -> !g.equals(Gates.DEFAULT))
                                .orElse(null),
                        Gates.DEFAULT),
                new Setting<>(ReportStatements.read(base.resolve("sql/reports")), Origin.DEFAULT),
                metricsFile(environment),
                unknownVariables(environment));
    }

    /** What decides a package's content, for the identity of a run. */
    public PublishSettings publish() {
        return new PublishSettings(
                tables.value(),
                basis.value(),
                intervals.value(),
                disclosure.value(),
                formats.value(),
                gates.value(),
                statements.value());
    }

    /** All of it for people, passwords masked. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(line(HOME, home, Path::toString));
        if (database.value() instanceof Database.External external) {
            lines.add(new Line(DatabaseResolver.URL, Secrets.masked(external.url()), database.origin()));
            lines.add(
                    new Line(DatabaseResolver.USER, external.user() == null ? "" : external.user(), database.origin()));
            lines.add(new Line(
                    DatabaseResolver.PASSWORD, external.password() == null ? "" : Secrets.MASK, database.origin()));
        } else {
            lines.add(new Line("database", "embedded", database.origin()));
        }
        lines.add(line("out", out, Path::toString));
        lines.add(line("window", window, Window::text));
        lines.add(line("zone", zone, ZoneId::getId));
        lines.add(line("tables", tables, list -> list.isEmpty() ? "standard" : String.join(", ", list)));
        lines.add(line("basis", basis, Basis::code));
        lines.add(line("intervals", intervals, Intervals::code));
        lines.add(line("disclosure", disclosure, DisclosureProfile::code));
        lines.add(line("formats", formats, set -> set.stream().sorted().collect(Collectors.joining(", "))));
        lines.add(line("gates", gates, Settings::text));
        lines.add(line(
                "statements",
                statements,
                list -> list.isEmpty()
                        ? "none in sql/reports"
                        : list.stream().map(ReportStatement::name).collect(Collectors.joining(", "))));
        lines.add(
                line(METRICS_FILE, metricsFile, file -> file.map(Path::toString).orElse("")));
        return lines;
    }

    private static Setting<Optional<Path>> metricsFile(Map<String, String> environment) {
        String variable = DatabaseResolver.value(environment, METRICS_FILE);
        return variable == null
                ? new Setting<>(Optional.empty(), Origin.DEFAULT)
                : new Setting<>(Optional.of(Path.of(variable)), Origin.ENVIRONMENT);
    }

    private static String text(Gates gates) {
        return "max-reject-rate " + (gates.maxRejectRate() == null ? "none" : gates.maxRejectRate())
                + ", warn-rejects " + gates.warnRejects()
                + ", max-problem-rate " + (gates.maxProblemRate() == null ? "none" : gates.maxProblemRate())
                + ", warn-problems " + (gates.warnProblems() == null ? "none" : gates.warnProblems())
                + ", max-unknown-rate " + (gates.maxUnknownRate() == null ? "none" : gates.maxUnknownRate())
                + ", max-unclassified-rate "
                + (gates.maxUnclassifiedRate() == null ? "none" : gates.maxUnclassifiedRate());
    }

    private static <T> Line line(String name, Setting<T> setting, Function<T, String> text) {
        return new Line(name, text.apply(setting.value()), setting.origin());
    }

    private static <T> Setting<T> pick(@Nullable T flag, @Nullable T job, T fallback) {
        if (flag != null) {
            return new Setting<>(flag, Origin.FLAG);
        }
        return job != null ? new Setting<>(job, Origin.JOB_FILE) : new Setting<>(fallback, Origin.DEFAULT);
    }

    private static <T> @Nullable T word(String flag, @Nullable String text, Function<String, T> reading) {
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw SettingsException.of(flag, null, String.valueOf(e.getMessage()));
        }
    }

    private static <T> Set<T> words(String flag, String list, Function<String, T> reading) {
        Set<T> all = new LinkedHashSet<>();
        for (String text : list.split(",", -1)) {
            T read = word(flag, text.strip(), reading);
            if (read != null) {
                all.add(read);
            }
        }
        return all;
    }

    /** A misspelt address would silently mean the embedded database. */
    private static List<String> unknownVariables(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith("UPHOLD_") && !VARIABLES.contains(name))
                .sorted()
                .map(name -> name + " is set and means nothing" + Words.suggestion(name, VARIABLES))
                .toList();
    }
}
