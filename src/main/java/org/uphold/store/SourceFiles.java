package org.uphold.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.unnest;
import static org.uphold.schema.Tables.SOURCE_FILE;
import static org.uphold.schema.Tables.SOURCE_PATH;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** What was read before: by its listing, and by its content. */
public final class SourceFiles {

    private final DSLContext dsl;

    public SourceFiles(Store store) {
        this.dsl = store.dsl();
    }

    /**
     * A file that was read before.
     *
     * @param id number in the store
     * @param sha256 of its bytes
     * @param kind what it was read as
     * @param bytes its size
     * @param run that read it first
     * @param accepted determinations that were new or changed then
     * @param rejected readings that gave none
     * @param unchanged determinations that were there before
     */
    public record Known(
            long id, String sha256, String kind, long bytes, long run, long accepted, long rejected, long unchanged) {}

    /**
     * A line of a listing.
     *
     * @param path absolute path
     * @param reading how it would be read
     * @param bytes size
     * @param modified time of last change
     */
    public record Listing(String path, String reading, long bytes, Instant modified) {}

    /** Those of the listings that are as they were when they were read: not a byte of them needs to be read. */
    public Map<Listing, Known> byListing(Collection<Listing> listings) {
        Map<String, Listing> byPath = new HashMap<>();
        listings.forEach(l -> byPath.put(l.path() + '\0' + l.reading(), l));
        Map<Listing, Known> known = new HashMap<>();
        Field<String> path = field(name("asked", "path"), String.class);
        Table<?> seen = oneByOne(selectFrom(SOURCE_PATH).where(SOURCE_PATH.PATH.eq(path)), "seen");
        Table<?> file = oneByOne(
                selectFrom(SOURCE_FILE).where(SOURCE_FILE.ID.eq(column(seen, SOURCE_PATH.SOURCE_FILE))), "file");
        String[] paths = listings.stream().map(Listing::path).distinct().toArray(String[]::new);
        dsl.select(seen.fields())
                .select(file.fields())
                .from(unnest(paths).as("asked", "path"))
                .crossJoin(seen)
                .crossJoin(file)
                .forEach(r -> {
                    Listing listing = byPath.get(
                            r.get(column(seen, SOURCE_PATH.PATH)) + '\0' + r.get(column(seen, SOURCE_PATH.READING)));
                    if (listing != null
                            && listing.bytes() == r.get(column(seen, SOURCE_PATH.BYTES))
                            && micros(listing.modified())
                                    == micros(r.get(column(seen, SOURCE_PATH.MODIFIED_AT))
                                            .toInstant())) {
                        known.put(listing, known(r, file));
                    }
                });
        return known;
    }

    /** Whether anything was ever read there, whatever it held. */
    public boolean wasSeen(Listing listing) {
        return dsl.fetchExists(
                SOURCE_PATH, row(SOURCE_PATH.PATH, SOURCE_PATH.READING).eq(listing.path(), listing.reading()));
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
        Field<String> asked = field(name("asked", "sha256"), String.class);
        Table<?> file = oneByOne(
                selectFrom(SOURCE_FILE).where(SOURCE_FILE.SHA256.eq(asked)).and(SOURCE_FILE.READING.eq(reading)),
                "file");
        return dsl.select(file.fields())
                .from(unnest(sha256.toArray(String[]::new)).as("asked", "sha256"))
                .crossJoin(file)
                .fetchMap(column(file, SOURCE_FILE.SHA256), r -> known(r, file));
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

    private static Known known(Record r, Table<?> file) {
        return new Known(
                r.get(column(file, SOURCE_FILE.ID)),
                r.get(column(file, SOURCE_FILE.SHA256)),
                r.get(column(file, SOURCE_FILE.KIND)),
                r.get(column(file, SOURCE_FILE.BYTES)),
                r.get(column(file, SOURCE_FILE.RUN)),
                r.get(column(file, SOURCE_FILE.ACCEPTED)),
                r.get(column(file, SOURCE_FILE.REJECTED)),
                r.get(column(file, SOURCE_FILE.UNCHANGED)));
    }

    /** Remembers where known content was seen, so that next time its listing is enough. */
    public void remember(Listing listing, long sourceFile) {
        dsl.insertInto(SOURCE_PATH)
                .set(SOURCE_PATH.PATH, listing.path())
                .set(SOURCE_PATH.READING, listing.reading())
                .set(SOURCE_PATH.BYTES, listing.bytes())
                .set(SOURCE_PATH.MODIFIED_AT, listing.modified().atOffset(ZoneOffset.UTC))
                .set(SOURCE_PATH.SOURCE_FILE, sourceFile)
                .onConflict(SOURCE_PATH.PATH, SOURCE_PATH.READING)
                .doUpdate()
                .set(SOURCE_PATH.BYTES, listing.bytes())
                .set(SOURCE_PATH.MODIFIED_AT, listing.modified().atOffset(ZoneOffset.UTC))
                .set(SOURCE_PATH.SOURCE_FILE, sourceFile)
                .execute();
    }

    /** PostgreSQL keeps microseconds, file systems nanoseconds. */
    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
