package org.uphold.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.uphold.schema.Tables.SOURCE_FILE;
import static org.uphold.schema.Tables.SOURCE_PATH;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** What was read before: by its listing, and by its content. */
public final class SourceFiles {

    /** Listings that are best asked for at once: each question costs as much as some hundred of its answers. */
    public static final int LOOKED_UP = 1024;

    private final DSLContext dsl;

    public SourceFiles(Store store) {
        this.dsl = store.dsl();
    }

    /**
     * A file that was read before.
     *
     * @param id number in the store
     * @param sha256 of its bytes
     * @param run that read it first
     * @param accepted determinations that were new or changed then
     * @param rejected readings that gave none
     * @param unchanged determinations that were there before
     * @param kind what it was read as
     * @param reader version of what read it, or null where that was not written down
     */
    public record Known(
            long id,
            String sha256,
            long run,
            long accepted,
            long rejected,
            long unchanged,
            String kind,
            @Nullable String reader) {}

    /**
     * A line of a listing.
     *
     * @param path absolute path
     * @param reading how it would be read
     * @param bytes size
     * @param modified time of last change
     */
    public record Listing(String path, String reading, long bytes, Instant modified) {}

    /** Readings rejected in files that a run read before any other did. */
    public long rejectedFirstBy(long run) {
        return dsl.select(coalesce(sum(SOURCE_FILE.REJECTED), inline(BigDecimal.ZERO)))
                .from(SOURCE_FILE)
                .where(SOURCE_FILE.RUN.eq(run))
                .and(SOURCE_FILE.REREAD_RUN.isNull().or(SOURCE_FILE.REREAD_RUN.ne(run)))
                .fetchSingle()
                .value1()
                .longValue();
    }

    /**
     * Those of the listings that are as they were when they were read: not a byte of them needs to be read. A folder holds many
     * thousands of them and each night asks for all, so the server compares, and its rows are read without a record for each.
     */
    public Map<Listing, Known> byListing(Collection<Listing> listings) {
        List<Listing> asked = List.copyOf(listings);
        if (asked.isEmpty()) {
            return Map.of();
        }
        Table<?> each = table(
                        "unnest({0}, {1}, {2}, {3}) with ordinality",
                        val(column(asked, Listing::path, String[]::new)),
                        val(column(asked, Listing::reading, String[]::new)),
                        val(column(asked, Listing::bytes, Long[]::new)),
                        val(column(asked, l -> micros(l.modified()), Long[]::new)))
                .as("asked", "path", "reading", "bytes", "modified", "place");
        Table<?> seen = oneByOne(
                select(SOURCE_PATH.SOURCE_FILE)
                        .from(SOURCE_PATH)
                        .where(SOURCE_PATH.PATH.eq(field(name("asked", "path"), String.class)))
                        .and(SOURCE_PATH.READING.eq(field(name("asked", "reading"), String.class)))
                        .and(SOURCE_PATH.BYTES.eq(field(name("asked", "bytes"), Long.class)))
                        .and(SOURCE_PATH.MODIFIED_AT.eq(field(
                                "timestamptz 'epoch' + {0} * interval '1 microsecond'",
                                SOURCE_PATH.MODIFIED_AT.getDataType(), name("asked", "modified")))),
                "seen");
        Table<?> file = file(SOURCE_FILE.ID.eq(column(seen, SOURCE_PATH.SOURCE_FILE)));
        Map<Listing, Known> known = new HashMap<>();
        read(
                dsl.select(field(name("asked", "place"), Long.class))
                        .select(file.fields())
                        .from(each)
                        .crossJoin(seen)
                        .crossJoin(file),
                row -> known.put(asked.get(row.getInt(1) - 1), known(row, 2)));
        return known;
    }

    /** The file with these bytes read this way, or null. */
    public @Nullable Known byContent(String sha256, String reading) {
        return byContent(Set.of(sha256), reading).get(sha256);
    }

    /** The files with these bytes read this way, by hash. */
    public Map<String, Known> byContent(Set<String> sha256, String reading) {
        if (sha256.isEmpty()) {
            return Map.of();
        }
        Table<?> file = file(SOURCE_FILE
                .SHA256
                .eq(field(name("asked", "sha256"), String.class))
                .and(SOURCE_FILE.READING.eq(reading)));
        Map<String, Known> known = new HashMap<>();
        read(
                dsl.select(file.fields())
                        .from(unnest(sha256.toArray(String[]::new)).as("asked", "sha256"))
                        .crossJoin(file),
                row -> {
                    Known found = known(row, 1);
                    known.put(found.sha256(), found);
                });
        return known;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(ResultQuery<?> query, RowReader reader) {
        try (ResultSet rows = query.fetchResultSet()) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new StoreException("The files that were read before cannot be looked up: " + e.getMessage(), e);
        }
    }

    /** What is known of a file, in the order in which {@link #known} reads it. */
    private static Table<?> file(Condition which) {
        return oneByOne(
                select(
                                SOURCE_FILE.ID,
                                SOURCE_FILE.SHA256,
                                SOURCE_FILE.RUN,
                                SOURCE_FILE.ACCEPTED,
                                SOURCE_FILE.REJECTED,
                                SOURCE_FILE.UNCHANGED,
                                SOURCE_FILE.KIND,
                                SOURCE_FILE.READER)
                        .from(SOURCE_FILE)
                        .where(which),
                "file");
    }

    private static Known known(ResultSet rows, int first) throws SQLException {
        return new Known(
                rows.getLong(first),
                rows.getString(first + 1),
                rows.getLong(first + 2),
                rows.getLong(first + 3),
                rows.getLong(first + 4),
                rows.getLong(first + 5),
                rows.getString(first + 6),
                rows.getString(first + 7));
    }

    private static <T> T[] column(List<Listing> listings, Function<Listing, T> value, IntFunction<T[]> array) {
        return listings.stream().map(value).toArray(array);
    }

    /**
     * Each row by its key: right after many files came the server still expects a table of a few, and would read all of it for each
     * bundle. An offset keeps the inner statement as it stands.
     */
    private static Table<?> oneByOne(SelectLimitStep<?> rows, String name) {
        return lateral(rows.offset(inline(0))).as(name);
    }

    private static <T> Field<T> column(Table<?> rows, TableField<?, T> column) {
        return Objects.requireNonNull(rows.field(column));
    }

    /**
     * A path that was read before.
     *
     * @param id its number
     * @param path as it is known
     * @param sourceFile number of its newest edition's content, or null where it is to be read again
     * @param said time by which ties are decided
     */
    public record KnownPath(long id, String path, @Nullable Long sourceFile, Instant said) {}

    /** Those of the paths that were read before, by path. */
    public Map<String, KnownPath> byPath(Collection<String> paths, String system) {
        Map<String, KnownPath> known = new HashMap<>();
        if (!paths.isEmpty()) {
            Table<?> seen = path(SOURCE_PATH
                    .PATH
                    .eq(field(name("asked", "path"), String.class))
                    .and(SOURCE_PATH.SYSTEM.eq(system)));
            read(
                    dsl.select(seen.fields())
                            .from(unnest(paths.toArray(String[]::new)).as("asked", "path"))
                            .crossJoin(seen),
                    row -> known.put(row.getString(2), knownPath(row)));
        }
        return known;
    }

    /** Where these contents were read last, by their numbers; each list in the order of its paths. */
    public Map<Long, List<KnownPath>> places(Collection<Long> sourceFiles, String system) {
        Map<Long, List<KnownPath>> places = new HashMap<>();
        if (!sourceFiles.isEmpty()) {
            Table<?> seen = path(SOURCE_PATH
                    .SOURCE_FILE
                    .eq(field(name("asked", "file"), Long.class))
                    .and(SOURCE_PATH.SYSTEM.eq(system)));
            read(
                    dsl.select(seen.fields())
                            .from(unnest(sourceFiles.toArray(Long[]::new)).as("asked", "file"))
                            .crossJoin(seen)
                            .orderBy(seen.field(1)),
                    row -> places.computeIfAbsent(row.getLong(3), file -> new ArrayList<>())
                            .add(knownPath(row)));
        }
        return places;
    }

    private static Table<?> path(Condition which) {
        return oneByOne(
                select(SOURCE_PATH.ID, SOURCE_PATH.PATH, SOURCE_PATH.SOURCE_FILE, SOURCE_PATH.SAID_AT)
                        .from(SOURCE_PATH)
                        .where(which),
                "seen");
    }

    private static KnownPath knownPath(ResultSet row) throws SQLException {
        long file = row.getLong(3);
        Long content = row.wasNull() ? null : file;
        return new KnownPath(
                row.getLong(1),
                row.getString(2),
                content,
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    /** PostgreSQL keeps microseconds, file systems nanoseconds. */
    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
