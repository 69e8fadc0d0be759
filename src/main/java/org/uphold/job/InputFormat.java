package org.uphold.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uphold.csv.DayRules;
import org.uphold.csv.Dialect;
import org.uphold.csv.Dialects;
import org.uphold.csv.JdbcTableReader;
import org.uphold.csv.TableReader;
import org.uphold.csv.TableSniffer;
import org.uphold.letter.LetterReader;
import org.uphold.settings.InputKind;
import org.uphold.settings.SourceSpec;
import org.uphold.source.Limits;
import org.uphold.source.ReadingGuard;
import org.uphold.source.Sha256;
import org.uphold.source.SourceFile;
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

    InputFormat(
            SourceSpec source,
            LetterReader letters,
            Limits limits,
            Map<String, Map<String, Object>> dialects,
            DayRules days) {
        this.days = days;
        this.source = source;
        this.letters = letters;
        this.limits = limits;
        this.sniffer = new TableSniffer(
                dialects.entrySet().stream()
                        .map(e -> Dialect.parse(e.getKey(), e.getValue()))
                        .toList(),
                limits);
        String name = source.dialect();
        Map<String, Object> own = name == null ? null : dialects.get(name);
        this.dialect = dialect(source, name, own);
        this.reading = source.system() + "/" + source.kind().code()
                + (name == null ? "" : "/" + name)
                + (own == null
                        ? ""
                        : "/"
                                + Sha256.of(new TreeMap<>(own).toString().getBytes(StandardCharsets.UTF_8))
                                        .substring(0, 12))
                + (source.letters().metaFiles() ? "/meta-files" : "")
                + (source.letters().dateInName() ? "/date-in-name" : "")
                + (source.zone() == null ? "" : "/" + source.zone().getId());
    }

    private static @Nullable Dialect dialect(
            SourceSpec source, @Nullable String name, @Nullable Map<String, Object> own) {
        if (name != null) {
            return own == null ? Dialects.builtIn().get(name) : Dialect.parse(name, own);
        }
        InputKind kind = source.kind();
        return kind == InputKind.AUTO || kind == InputKind.LETTER
                ? null
                : Dialects.builtIn().get(kind.code());
    }

    /** The same bytes under another reading are another file. */
    String reading() {
        return reading;
    }

    LetterReader letters() {
        return letters;
    }

    /** What the file is: by the source's kind, or, where that is left open, by what the file holds. */
    TableSniffer.Kind kind(SourceFile file) throws IOException {
        if (dialect != null) {
            return new TableSniffer.Kind(dialect, null);
        }
        if (source.kind() == InputKind.LETTER) {
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
        return new LoadedFile(
                file.sha256(),
                reading,
                source.system(),
                of.name(),
                Math.max(0, file.size()),
                nameOf(file),
                modified(file),
                true);
    }

    /** A table of a database, known by what it says. */
    LoadedFile databaseTable(String name, String sha256) {
        return new LoadedFile(sha256, reading, source.system(), "table", 0, name, null, true);
    }

    LoadedFile letterFile(SourceFile file, String sha256) {
        return new LoadedFile(
                sha256,
                reading,
                source.system(),
                LETTER,
                Math.max(0, file.size()),
                nameOf(file),
                modified(file),
                false);
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
                false);
    }

    /** What the listing says of the file, or null where a listing cannot vouch for it. */
    @Nullable
    Listing listing(SourceFile file) {
        Instant modified = modified(file);
        return modified == null ? null : new Listing(nameOf(file), reading, file.size(), modified);
    }

    /** Only a plain file's size and time are its own; a member of an archive has the archive's. */
    private static @Nullable Instant modified(SourceFile file) {
        return file.path() == null || file.size() < 0 || file.lastModified() < 0
                ? null
                : Instant.ofEpochMilli(file.lastModified());
    }

    private static String nameOf(SourceFile file) {
        Path path = file.path();
        return path == null || file.name().equals("-")
                ? file.name()
                : path.toAbsolutePath().normalize().toString();
    }
}
