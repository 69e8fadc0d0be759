package org.uphold.store;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.row;
import static org.uphold.schema.Tables.SOURCE_FILE;
import static org.uphold.schema.Tables.SOURCE_PATH;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
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
        dsl.select(
                        SOURCE_PATH.PATH,
                        SOURCE_PATH.READING,
                        SOURCE_PATH.BYTES,
                        SOURCE_PATH.MODIFIED_AT,
                        SOURCE_FILE.ID,
                        SOURCE_FILE.SHA256,
                        SOURCE_FILE.KIND,
                        SOURCE_FILE.BYTES,
                        SOURCE_FILE.RUN,
                        SOURCE_FILE.ACCEPTED,
                        SOURCE_FILE.REJECTED,
                        SOURCE_FILE.UNCHANGED)
                .from(SOURCE_PATH)
                .join(SOURCE_FILE)
                .on(SOURCE_FILE.ID.eq(SOURCE_PATH.SOURCE_FILE))
                .where(SOURCE_PATH.PATH.eq(
                        any(listings.stream().map(Listing::path).toArray(String[]::new))))
                .forEach(r -> {
                    Listing listing = byPath.get(r.value1() + '\0' + r.value2());
                    if (listing != null
                            && listing.bytes() == r.value3()
                            && micros(listing.modified()) == micros(r.value4().toInstant())) {
                        known.put(
                                listing,
                                new Known(
                                        r.value5(),
                                        r.value6(),
                                        r.value7(),
                                        r.value8(),
                                        r.value9(),
                                        r.value10(),
                                        r.value11(),
                                        r.value12()));
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
        return dsl.select(
                        SOURCE_FILE.ID,
                        SOURCE_FILE.SHA256,
                        SOURCE_FILE.KIND,
                        SOURCE_FILE.BYTES,
                        SOURCE_FILE.RUN,
                        SOURCE_FILE.ACCEPTED,
                        SOURCE_FILE.REJECTED,
                        SOURCE_FILE.UNCHANGED)
                .from(SOURCE_FILE)
                .where(SOURCE_FILE.SHA256.eq(any(sha256.toArray(String[]::new))))
                .and(SOURCE_FILE.READING.eq(reading))
                .fetchMap(
                        SOURCE_FILE.SHA256,
                        r -> new Known(
                                r.value1(),
                                r.value2(),
                                r.value3(),
                                r.value4(),
                                r.value5(),
                                r.value6(),
                                r.value7(),
                                r.value8()));
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
