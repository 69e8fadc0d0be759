package org.uphold.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.ServiceClass;
import org.uphold.classification.ServicesInTurn;
import org.uphold.copy.CopyBuffer;
import org.uphold.determination.Buckets;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.CaseDates;
import org.uphold.determination.ContentHash;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Reviewer;
import org.uphold.determination.StatedCategory;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.Reading;

/**
 * Classifies readings and writes them as rows of one {@link RowForm}. One encoder serves one load; its {@link Chunk}s are filled by one
 * thread each.
 */
public final class Encoder {

    private static final int ROOM = 1 << 16;
    private static final int LITTLE_ROOM = 64;

    private static final long BLOCKS_BYTES = 120L << 20;
    private static final long REVIEWERS_BYTES = 16L << 20;
    private static final int REVIEWER_BYTES = 400;

    private final ClassifiedColumns columns;
    private final RowForm form;
    private final AtomicInteger sequence = new AtomicInteger();
    private final Rooms determinationRooms = new Rooms(ROOM);
    private final Rooms itemRooms = new Rooms(ROOM);
    private final Rooms hashRooms = new Rooms(LITTLE_ROOM);
    private final Remembered<String, Block> blocks;
    /** As the columns of a determination have them. */
    private final Remembered<Reviewer, byte[]> reviewers;

    /**
     * A guideline block that was printed.
     *
     * @param columns what it says by itself, as the columns of an item have it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Block(SharedText printed, Cited cited, byte[] columns) {}

    Encoder(ClassifiedColumns columns, RowForm form) {
        this.columns = columns;
        this.form = form;
        this.blocks = new Remembered<>(BLOCKS_BYTES, Cited::weight, this::block);
        this.reviewers = new Remembered<>(REVIEWERS_BYTES, reviewer -> REVIEWER_BYTES, this::named);
    }

    private Block block(String text) {
        SharedText printed = form.shared(text);
        Cited cited = columns.cited(text);
        CopyBuffer row = new CopyBuffer(64);
        write(printed, cited, row);
        return new Block(printed, cited, row.toBytes());
    }

    private static void write(SharedText printed, Cited cited, CopyBuffer row) {
        printed.write(row);
        row.int2(cited.sources()).int4Array(cited.guidelines());
    }

    private byte[] named(Reviewer reviewer) {
        CopyBuffer row = new CopyBuffer(128);
        row.int4Array(columns.specialties(reviewer.specialties()));
        form.shared(PrintedTexts.join(reviewer.specialties())).write(row);
        row.textArray(columns.states(reviewer.licensure()));
        form.shared(PrintedTexts.join(reviewer.licensure())).write(row);
        return row.toBytes();
    }

    /** Starts a chunk of readings. */
    public Chunk chunk() {
        return new Chunk();
    }

    /** Rows being collected. */
    public final class Chunk {

        private final CopyBuffer determinations = determinationRooms.next();
        private final CopyBuffer items = itemRooms.next();
        private final CopyBuffer problems = new CopyBuffer(LITTLE_ROOM);
        private final CopyBuffer hashes = hashRooms.next();
        private final List<StagedChunk.Rejection> rejected = new ArrayList<>();
        private int accepted;
        private int itemCount;

        private Chunk() {}

        /** Adds what was read from the file of that number within the load. */
        public void add(int file, Reading reading) {
            if (reading instanceof Reading.Accepted accepted) {
                accept(file, accepted);
            } else if (reading instanceof Reading.Rejected rejection) {
                rejected.add(new StagedChunk.Rejection(file, rejection));
            }
        }

        /** Bytes collected so far. */
        public int bytes() {
            return determinations.length() + items.length() + problems.length();
        }

        /** Readings collected so far. */
        public int readings() {
            return accepted + rejected.size();
        }

        public StagedChunk done() {
            determinationRooms.filled(determinations);
            itemRooms.filled(items);
            hashRooms.filled(hashes);
            return form.chunk(determinations, items, problems, hashes, List.copyOf(rejected), accepted, itemCount);
        }

        private void accept(int file, Reading.Accepted accepted) {
            int seq = sequence.getAndIncrement();
            Determination d = accepted.determination();
            List<byte[]> ofItems = new ArrayList<>(d.items().size());
            Map<String, Place> evidence = accepted.evidence();
            ServicesInTurn services = columns.letter();
            for (int i = 0; i < d.items().size(); i++) {
                DisputedItem item = d.items().get(i);
                byte[] hash = ContentHash.ofItem(item);
                ofItems.add(hash);
                Place place = evidence.isEmpty() ? null : evidence.get("items[" + (i + 1) + "].service");
                item(seq, item, services, hash, place == null ? null : place.character());
            }
            byte[] ofCase = ContentHash.ofCase(d);
            determination(seq, file, accepted, ofCase, ContentHash.of(ofCase, ofItems));
            form.hashes(hashes, seq, ofCase, ofItems);
            this.accepted++;
            itemCount += d.items().size();
            for (Problem problem : accepted.problems()) {
                Place where = problem.where();
                form.problem(problems, seq)
                        .text(problem.code().name())
                        .text(problem.message())
                        .int8(where.line())
                        .int4(where.page())
                        .int4(where.character());
            }
        }

        private void determination(int seq, int file, Reading.Accepted accepted, byte[] ofCase, byte[] contentHash) {
            Determination d = accepted.determination();
            CaseDates dates = d.dates();
            PartialDate decision = dates.decision();
            CaseAttributes a = d.attributes();
            String administrator = a.claimsAdministrator();
            form.determination(determinations, seq, file)
                    .text(d.key())
                    .text(d.caseNumber())
                    .bytes(contentHash)
                    .date(decision == null ? null : decision.earliest())
                    .date(decision == null ? null : decision.latest())
                    .int4(Buckets.of(decision))
                    .date(dates.received())
                    .date(dates.assigned())
                    .date(dates.urDecision())
                    .date(dates.injury())
                    .text(d.priority() == null ? null : d.priority().name())
                    .text(d.caseOutcomeAsPrinted())
                    .int4(administrator == null ? null : columns.claimsAdministratorId(administrator))
                    .text(a.jurisdiction())
                    .text(a.age())
                    .text(a.sex())
                    .text(a.urAction())
                    .fields(reviewers.of(d.reviewer()))
                    .text(accepted.form())
                    .int8(accepted.place().line())
                    .int4(accepted.place().page());
            form.determinationEnd(determinations, ofCase);
        }

        private void item(
                int seq, DisputedItem item, ServicesInTurn services, byte[] hash, @Nullable Integer character) {
            StatedCategory stated = item.stated();
            ServiceClass service = services.next(item.service(), item.disputedService(), stated);
            String theirText = item.claimsAdministratorGuideline();
            String ourText = item.reviewerGuideline();
            Block theirs = theirText == null ? null : blocks.of(theirText);
            Block ours = ourText == null ? null : blocks.of(ourText);
            form.item(items, seq, hash)
                    .int4(item.number())
                    .text(item.outcome().name())
                    .int2(columns.serviceId(service))
                    .text(item.service())
                    .text(item.disputedService().equals(item.service()) ? null : item.disputedService())
                    .text(service.rule())
                    .bool(service.adjunct())
                    .text(service.bodyPart())
                    .text(service.quantity())
                    .text(stated == null ? null : stated.vocabulary())
                    .text(stated == null ? null : stated.category())
                    .text(stated == null ? null : stated.subcategory());
            if (theirs == null) {
                items.nothing().nothing().nothing();
            } else {
                items.fields(theirs.columns());
            }
            if (ours == null) {
                items.nothing().nothing().nothing();
            } else if (ours.cited().same()) {
                write(ours.printed(), ours.cited().beside(theirs == null ? null : theirs.cited()), items);
            } else {
                items.fields(ours.columns());
            }
            items.int4(character);
        }
    }
}
