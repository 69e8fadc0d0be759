package org.uphold.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Edition;

/**
 * One entry of {@code sources}: files, or a table of a database.
 *
 * @param paths the keys path or paths: files, folders (walked), globs, {@code .zip} and {@code .gz}; relative ones
 *     start at the job's folder, see {@link JobFile#folder()}; empty for a table
 * @param kind {@code kind}: what they hold; told from each file itself unless said
 * @param system {@code system}: whose case numbers these are; the job's unless said
 * @param dialect {@code dialect}: the name of the dialect that CSV rows or table columns are written in, shipped or from
 *     this file's own; null lets the kind decide
 * @param letters {@code letters}: how letters are accompanied
 * @param table {@code table}: where rows come from instead of files, or null
 * @param edition {@code edition}: what the newest edition of a file or table says of cases that it no longer names: {@code part},
 *     they stay, or {@code whole}, they are withdrawn, for sources that are the full list; {@code part} unless said. Rows and
 *     letters without a case number are always those of the newest edition
 * @param settle {@code settle}: how long a file must have been left alone before it is read, so that none is caught while it is
 *     written: {@code 30s} unless said, {@code off} where files appear whole; the job's unless said. Standard input ends by itself
 * @param zone {@code zone}: in which points in time of its tables are cut into days; null for the job's
 * @throws IllegalArgumentException where the system is no name of one
 */
public record SourceSpec(
        List<String> paths,
        InputKind kind,
        String system,
        @Nullable String dialect,
        LetterOptions letters,
        @Nullable TableSource table,
        Edition edition,
        Duration settle,
        @Nullable ZoneId zone) {

    /** Unless a job says otherwise. */
    public static final Duration DEFAULT_SETTLE = Duration.ofSeconds(30);

    private static final Duration LONGEST_SETTLE = Duration.ofHours(1);

    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    public SourceSpec {
        paths = List.copyOf(paths);
        checkedSystem(system);
    }

    /** A part of what there is, read at once, in the job's zone. */
    public SourceSpec(
            List<String> paths,
            InputKind kind,
            String system,
            @Nullable String dialect,
            LetterOptions letters,
            @Nullable TableSource table) {
        this(paths, kind, system, dialect, letters, table, Edition.PART, Duration.ZERO, null);
    }

    /** The same of other paths. */
    public SourceSpec of(List<String> others) {
        return new SourceSpec(others, kind, system, dialect, letters, table, edition, settle, zone);
    }

    /**
     * A name of a source system, as it was given.
     *
     * @throws IllegalArgumentException where it is none; the message says what one is
     */
    public static String checkedSystem(String text) {
        if (!SYSTEM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no name of a source system; use small letters, digits and dashes: ca-dwc");
        }
        return text;
    }

    /**
     * How long files are to be left alone, as it was given.
     *
     * @throws IllegalArgumentException where it is no such time; the message says what one is
     */
    public static Duration settle(String text) {
        Duration settle = Span.parseShort(text);
        if (settle.compareTo(LONGEST_SETTLE) > 0) {
            throw new IllegalArgumentException("'" + text + "' is too long; a run waits for files 1h at most");
        }
        return settle;
    }

    /**
     * What besides the text may supply a letter's case number and date.
     *
     * @param metaFiles {@code meta-files}: a side file {@code <letter>.meta.csv}
     * @param dateInName {@code date-in-name}: a date in the file's name
     */
    public record LetterOptions(boolean metaFiles, boolean dateInName) {

        public static final LetterOptions DEFAULT = new LetterOptions(false, false);
    }

    /**
     * A table or view of any PostgreSQL.
     *
     * @param url {@code url}: its JDBC address; null is Uphold's own database
     * @param user {@code user}, or null
     * @param passwordFile {@code password-file}: a file that holds the password, never the password itself; or null
     * @param name {@code name}: the table or view, whose column names the dialect maps; null of a query
     * @param query {@code query}: one {@code select} that gives the rows, in place of a name; it is run read-only; or null
     */
    public record TableSource(
            @Nullable String url,
            @Nullable String user,
            @Nullable String passwordFile,
            @Nullable String name,
            @Nullable String query) {

        /** A table or view. */
        public TableSource(@Nullable String url, @Nullable String user, @Nullable String passwordFile, String name) {
            this(url, user, passwordFile, name, null);
        }

        /** What the log book calls it. */
        public String title() {
            return name == null ? "query" : name;
        }
    }
}
