package org.uphold.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.Edition;

/** Reads one job file; the manual of the keys is {@link JobFile}'s. */
final class JobFileReader {

    private static final Set<String> KEYS = Set.of(
            "description",
            "schedule",
            "system",
            "sources",
            "dialects",
            "window",
            "basis",
            "intervals",
            "tables",
            "disclosure",
            "formats",
            "gates",
            "taxonomy",
            "limits",
            "settle",
            "reread",
            "out");
    private static final Set<String> SOURCE_KEYS =
            Set.of("path", "paths", "kind", "system", "dialect", "letters", "table", "edition", "settle", "zone");

    private final Vocabulary vocabulary;
    private final String name;
    private final Path folder;
    private final YamlSection job;

    private JobFileReader(Vocabulary vocabulary, String name, Path folder, YamlSection job) {
        this.vocabulary = vocabulary;
        this.name = name;
        this.folder = folder;
        this.job = job;
    }

    /**
     * Reads a file.
     *
     * @throws SettingsException with everything that is wrong in it
     */
    static JobFile read(Path file, Vocabulary vocabulary) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.resolveSibling("").normalize();
        Path folder = parent.endsWith("jobs") ? parent.resolve("..").normalize() : parent;
        String name = String.valueOf(absolute.getFileName()).replaceFirst("\\.ya?ml$", "");
        return new JobFileReader(vocabulary, name, folder, YamlDocument.open(file)).job();
    }

    private JobFile job() {
        job.allow(KEYS);
        String system = job.value("system", SourceSpec::checkedSystem).orElse(JobFile.DEFAULT_SYSTEM);
        Map<String, Map<String, Object>> dialects = dialects();
        JobFile file = new JobFile(
                name,
                folder,
                job.text("description").orElse(""),
                schedule(),
                system,
                sources(system, dialects.keySet()),
                dialects,
                new WindowSection(job).window(),
                job.value("basis", text -> Words.constant(text, Basis.values(), Basis::code))
                        .orElse(null),
                job.value("intervals", text -> Words.constant(text, Intervals.values(), Intervals::code))
                        .orElse(null),
                tables(),
                job.value("disclosure", DisclosureProfile::parse).orElse(null),
                new TreeSet<>(job.list("formats", vocabulary::format)),
                gates(),
                job.list("taxonomy", this::resolve),
                limits(),
                reread(),
                job.value("out", text -> Path.of(resolve(text))).orElse(null));
        job.check();
        return file;
    }

    private @Nullable Schedule schedule() {
        YamlSection section = job.section("schedule").orElse(null);
        if (section == null) {
            return null;
        }
        section.allow(Set.of("cron", "zone"));
        ZoneId zone = section.value("zone", JobFileReader::zone).orElse(null);
        if (!section.has("zone")) {
            section.problem("zone", "a schedule needs its time zone, such as America/Los_Angeles");
        }
        if (!section.has("cron")) {
            section.problem("cron", "a schedule needs cron:, such as 30 2 * * *");
        }
        ZoneId known = zone == null ? ZoneId.of("UTC") : zone;
        return section.value("cron", text -> new Schedule(text, known)).orElse(null);
    }

    private List<SourceSpec> sources(String system, Set<String> ownDialects) {
        if (!job.has("sources") && !job.names().contains("sources")) {
            job.problem("sources", "a job needs sources; write sources: [] to report what the store has");
        }
        Duration settle = job.value("settle", SourceSpec::settle).orElse(SourceSpec.DEFAULT_SETTLE);
        List<SourceSpec> all = new ArrayList<>();
        for (YamlSection source : job.isScalar("sources") ? List.<YamlSection>of() : job.sections("sources")) {
            source.allow(SOURCE_KEYS);
            List<String> paths = new ArrayList<>(source.list("path", this::resolve));
            paths.addAll(source.list("paths", this::resolve));
            SourceSpec.TableSource table = table(source);
            if (paths.isEmpty() == (table == null)) {
                source.problem(
                        paths.isEmpty() ? "path" : "table", "a source is either files (path: or paths:) or a table:");
            }
            InputKind kind = source.value("kind", text -> InputKind.parse(text, () -> dialects(ownDialects)))
                    .orElse(table == null ? InputKind.AUTO : InputKind.TABLE);
            all.add(new SourceSpec(
                    paths,
                    kind,
                    source.value("system", SourceSpec::checkedSystem).orElse(system),
                    source.value("dialect", text -> word(text, dialects(ownDialects), "dialect"))
                            .orElse(null),
                    letters(source),
                    table,
                    source.value("edition", text -> Words.constant(text, Edition.values(), JobFileReader::word))
                            .orElse(Edition.PART),
                    source.value("settle", SourceSpec::settle).orElse(settle),
                    source.value("zone", JobFileReader::zone).orElse(null)));
        }
        return all;
    }

    private static SourceSpec.LetterOptions letters(YamlSection source) {
        return source.section("letters")
                .map(section -> {
                    section.allow(Set.of("meta-files", "date-in-name"));
                    return new SourceSpec.LetterOptions(
                            section.flag("meta-files", false), section.flag("date-in-name", false));
                })
                .orElse(SourceSpec.LetterOptions.DEFAULT);
    }

    private SourceSpec.@Nullable TableSource table(YamlSection source) {
        YamlSection table = source.section("table").orElse(null);
        if (table == null) {
            return null;
        }
        if (table.has("password")) {
            table.problem(
                    "password", "no passwords in job files; put it into a file and name that with password-file:");
        }
        table.allow(Set.of("url", "user", "password", "password-file", "name", "query"));
        if (table.has("name") == table.has("query")) {
            table.problem(
                    table.has("name") ? "query" : "name",
                    "a table needs its name:, that of a table or view, or a query:, and not both");
        }
        return new SourceSpec.TableSource(
                table.text("url").orElse(null),
                table.text("user").orElse(null),
                table.value("password-file", this::resolve).orElse(null),
                table.text("name").orElse(null),
                table.value("query", SourceQuery::checked).orElse(null));
    }

    private Map<String, Map<String, Object>> dialects() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        job.section("dialects")
                .ifPresent(section -> section.names()
                        .forEach(dialect -> section.section(dialect)
                                .ifPresent(keys -> all.put(dialect, checked(section, dialect, keys.raw())))));
        return all;
    }

    /** What is wrong in a dialect is told with the rest of the file, and not when the night's first table is read. */
    private Map<String, Object> checked(YamlSection section, String dialect, Map<String, Object> keys) {
        try {
            vocabulary.dialect().accept(dialect, keys);
        } catch (IllegalArgumentException e) {
            section.problem(dialect, String.valueOf(e.getMessage()));
        }
        return keys;
    }

    private List<String> tables() {
        return job.list("tables", text -> grouping(text, vocabulary));
    }

    /** {@code service_category * specialty} without blanks, every part a known dimension. */
    static String grouping(String text, Vocabulary vocabulary) {
        Set<String> dimensions = new TreeSet<>(vocabulary.dimensions());
        List<String> parts = Arrays.stream(text.split("\\*", -1))
                .map(part -> word(part, dimensions, "dimension"))
                .toList();
        if (Set.copyOf(parts).size() < parts.size()) {
            throw new IllegalArgumentException("'" + text + "' names a dimension twice");
        }
        return String.join("*", parts);
    }

    private Gates gates() {
        return job.section("gates")
                .map(section -> {
                    section.allow(Set.of(
                            "max-reject-rate",
                            "warn-rejects",
                            "max-problem-rate",
                            "warn-problems",
                            "max-unknown-rate",
                            "max-unclassified-rate",
                            "max-withdrawn-rate"));
                    BigDecimal withdrawn = section.rate("max-withdrawn-rate");
                    Long warn = section.number("warn-rejects", 0);
                    return new Gates(
                            section.rate("max-reject-rate"),
                            warn == null ? Gates.DEFAULT.warnRejects() : warn,
                            section.rate("max-problem-rate"),
                            section.number("warn-problems", 1),
                            section.rate("max-unknown-rate"),
                            section.rate("max-unclassified-rate"),
                            withdrawn == null ? Gates.DEFAULT.maxWithdrawnRate() : withdrawn);
                })
                .orElse(Gates.DEFAULT);
    }

    private InputLimits limits() {
        return job.section("limits")
                .map(section -> {
                    section.allow(Set.of(
                            "letter-bytes",
                            "pages",
                            "characters",
                            "seconds",
                            "archive-members",
                            "archive-bytes",
                            "archive-ratio"));
                    Long seconds = section.number("seconds", 1);
                    return new InputLimits(
                            section.number("letter-bytes", 1),
                            small(section, "pages"),
                            small(section, "characters"),
                            seconds == null ? null : Duration.ofSeconds(seconds),
                            small(section, "archive-members"),
                            section.number("archive-bytes", 1),
                            small(section, "archive-ratio"));
                })
                .orElse(InputLimits.DEFAULT);
    }

    private long reread() {
        Long most = job.number("reread", 0);
        return most == null ? JobFile.DEFAULT_REREAD : most;
    }

    private static @Nullable Integer small(YamlSection section, String key) {
        Long number = section.number(key, 1);
        return number == null ? null : (int) Math.min(number, Integer.MAX_VALUE);
    }

    private Set<String> dialects(Set<String> own) {
        Set<String> known = new TreeSet<>(own);
        known.addAll(vocabulary.dialects().get());
        return known;
    }

    private static String word(Edition edition) {
        return edition.name().toLowerCase(Locale.ROOT);
    }

    private static String word(String text, Set<String> known, String what) {
        String word = text.strip();
        if (!known.contains(word)) {
            throw new IllegalArgumentException("no " + what + " '" + word + "'" + Words.suggestion(word, known));
        }
        return word;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "no time zone '" + text + "'"
                            + Words.nearest(text, ZoneId.getAvailableZoneIds())
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse("; write one such as America/Los_Angeles"),
                    e);
        }
    }

    /** Relative paths start at the job's folder, wherever the command is given. */
    private String resolve(String path) {
        if (path.isBlank()) {
            throw new IllegalArgumentException("the path is empty");
        }
        return path.equals("-") ? path : folder.resolve(path).toString();
    }
}
