package org.uphold.job.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uphold.csv.DayRules;
import org.uphold.csv.Dialect;
import org.uphold.csv.Dialects;
import org.uphold.csv.JdbcTableReader;
import org.uphold.csv.TableReader;
import org.uphold.csv.TableSniffer;
import org.uphold.determination.Statement;
import org.uphold.letter.LetterReader;
import org.uphold.settings.InputKind;
import org.uphold.settings.SourceSpec;
import org.uphold.source.Limits;
import org.uphold.source.ReadingGuard;
import org.uphold.source.Sha256;
import org.uphold.source.SourceFile;
import org.uphold.source.SourcePath;
import org.uphold.store.LoadedFile;
import org.uphold.store.SourceFiles.Listing;

/** How the files of one source are read, and what they are called in the store. */
final class InputFormat {

    private static final String LETTER = "letter";
    private static final TableSniffer.Kind LETTERS = new TableSniffer.Kind(null, null);

    private final SourceSpec source;
    private final LetterReader letters;
    private final Limits limits;
    private final DayRules days;
    private final @Nullable Dialect dialect;
    private final TableSniffer sniffer;
    private final String reading;
    private final String codeVersion;
    private final Map<String, Dialect> own;
    private final Map<String, String> readersOf = new ConcurrentHashMap<>();

    /** @param codeVersion of the program: what it rejects another may not */
    InputFormat(
            SourceSpec source,
            LetterReader letters,
            Limits limits,
            Map<String, Map<String, Object>> dialects,
            DayRules days,
            String codeVersion) {
        this.days = days;
        this.codeVersion = codeVersion;
        this.own = dialects.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Dialect.parse(e.getKey(), e.getValue())));
        this.source = source;
        this.letters = letters;
        this.limits = limits;
        this.sniffer = new TableSniffer(List.copyOf(own.values()), limits);
        String name = source.dialect();
        String written =
                name == null && source.kind().isDialect() ? source.kind().code() : name;
        Map<String, Object> mine = written == null ? null : dialects.get(written);
        this.dialect = written == null ? null : dialect(written, mine);
        this.reading = source.system() + "/" + source.kind().code()
                + (name == null ? "" : "/" + name)
                + (mine == null
                        ? ""
                        : "/"
                                + Sha256.of(new TreeMap<>(mine).toString().getBytes(StandardCharsets.UTF_8))
                                        .substring(0, 12))
                + (source.letters().metaFiles() ? "/meta-files" : "")
                + (source.letters().dateInName() ? "/date-in-name" : "")
                + (source.zone() == null ? "" : "/" + source.zone().getId());
    }

    private static @Nullable Dialect dialect(String name, @Nullable Map<String, Object> own) {
        return own == null ? Dialects.builtIn().get(name) : Dialect.parse(name, own);
    }

    /** The same bytes under another reading are another file. */
    String reading() {
        return reading;
    }

    LetterReader letters() {
        return letters;
    }

    /**
     * Version of what reads files of a kind, a blank, and that of all readers together. A kind that no reader has is read by whatever
     * the file turns out to be.
     */
    String reader(String kind) {
        // Each file that a listing knows asks.
        return readersOf.computeIfAbsent(kind, this::readerOf);
    }

    private String readerOf(String kind) {
        Dialect table = own.getOrDefault(kind, Dialects.builtIn().get(kind));
        return (table == null ? LETTER + '/' + LetterReader.VERSION : kind + '/' + table.version()) + ' ' + readers();
    }

    private String readers() {
        StringBuilder all = new StringBuilder(codeVersion).append(' ').append(LetterReader.VERSION);
        Dialects.builtIn().values().forEach(shipped -> all.append(' ').append(shipped.version()));
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    /** What the file is: by the source's kind, or, where that is left open, by what the file holds. */
    TableSniffer.Kind kind(SourceFile file) throws IOException {
        if (dialect != null) {
            return new TableSniffer.Kind(dialect, null);
        }
        if (source.kind().equals(InputKind.LETTER)) {
            return LETTERS;
        }
        try {
            return sniffer.sniff(file);
        } catch (RuntimeException | StackOverflowError e) {
            return new TableSniffer.Kind(null, ReadingGuard.rejected(file, e).problem());
        }
    }

    /** The dialect of a table of a database: there is nothing to look at first. */
    private Dialect tableDialect() {
        return dialect == null ? Objects.requireNonNull(Dialects.builtIn().get(InputKind.ITEMS_CSV.code())) : dialect;
    }

    TableReader tables(Dialect of) {
        return new TableReader(of, limits, days);
    }

    JdbcTableReader databaseTables() {
        return new JdbcTableReader(tableDialect(), days);
    }

    LoadedFile tableFile(SourceFile file, Dialect of) throws IOException {
        return found(file, file.sha256(), of.name(), true);
    }

    LoadedFile letterFile(SourceFile file, String sha256) {
        return found(file, sha256, LETTER, false);
    }

    private LoadedFile found(SourceFile file, String sha256, String kind, boolean table) {
        String path = SourcePath.of(file);
        return new LoadedFile(
                sha256,
                reading,
                source.system(),
                kind,
                Math.max(0, file.size()),
                path,
                modified(file),
                table,
                said(file),
                source.edition(),
                LoadedFile.State.READ,
                path.equals(file.name()) || file.path() != null ? null : file.name(),
                null,
                reader(kind));
    }

    /** A table of a database, known by what it says; its path is where it is, without anything secret. */
    LoadedFile databaseTable(SourceSpec.TableSource table, String sha256) {
        String url = table.url();
        return new LoadedFile(
                sha256,
                reading,
                source.system(),
                "table",
                0,
                (url == null ? "uphold" : url.replaceFirst("[?].*", "").replaceFirst("//[^/@]*@", "//")) + " "
                        + table.title(),
                null,
                true,
                Statement.NOW,
                source.edition(),
                LoadedFile.State.READ,
                table.name(),
                null,
                null);
    }

    /** A file whose bytes nobody saw: known by its name's hash, and never taken for read. */
    LoadedFile unreadable(String name) {
        return new LoadedFile(
                        Sha256.of(name.getBytes(StandardCharsets.UTF_8)),
                        reading + "/unreadable",
                        source.system(),
                        "unreadable",
                        0,
                        name,
                        null,
                        false)
                .as(LoadedFile.State.NONE, null);
    }

    String system() {
        return source.system();
    }

    /** What the listing says of the file, or null where a listing cannot vouch for it. */
    @Nullable
    Listing listing(SourceFile file) {
        Instant modified = modified(file);
        return modified == null ? null : new Listing(SourcePath.of(file), reading, file.size(), modified);
    }

    /** Only a plain file's size and time are its own; a member of an archive has the archive's. */
    private static @Nullable Instant modified(SourceFile file) {
        return file.path() == null || file.size() < 0 || file.lastModified() < 0
                ? null
                : Instant.ofEpochMilli(file.lastModified());
    }

    /** By which a tie with other paths is decided; of a member of an archive the archive's. */
    private static Instant said(SourceFile file) {
        return file.lastModified() < 0 ? Statement.NOW : Instant.ofEpochMilli(file.lastModified());
    }
}
