package org.uphold.store;

import static org.uphold.schema.Tables.DETERMINATION;
import static org.uphold.schema.Tables.ITEM;
import static org.uphold.schema.Tables.STORE_FACT;
import static org.uphold.schema.Tables.STORE_TAXONOMY;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.UpdateConditionStep;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Classifier;
import org.uphold.classification.ServicesInTurn;
import org.uphold.schema.tables.records.DeterminationRecord;
import org.uphold.schema.tables.records.ItemRecord;

/** What the items and letters of the store were classified as, and how to apply changed tables to them. */
public final class Classifications {

    private static final String VERSION = "taxonomy_version";
    private static final int BATCH = 5_000;
    private static final long REMEMBERED_BYTES = 64L << 20;

    private final Store store;
    private final ClassifiedColumns columns;
    private final Remembered<String, Cited> known;

    public Classifications(Store store, Classifier classifier) {
        this.store = store;
        this.columns = new ClassifiedColumns(classifier, new Vocabularies(store));
        this.known = new Remembered<>(REMEMBERED_BYTES, Cited::weight, columns::cited);
    }

    /** Whether everything was classified by these tables; an empty store is by any. */
    public boolean areBy(String version) {
        DSLContext dsl = store.dsl();
        String stored = dsl.select(STORE_FACT.VALUE)
                .from(STORE_FACT)
                .where(STORE_FACT.NAME.eq(VERSION))
                .fetchOne(STORE_FACT.VALUE);
        if (stored == null && !dsl.fetchExists(DETERMINATION)) {
            markAs(version);
            return true;
        }
        return version.equals(stored);
    }

    /** Says that everything is classified by these tables. */
    public void markAs(String version) {
        mark(version);
    }

    /** Says that from now on, until they are all applied, some items are classified by other tables than others. */
    public void markAsMixed() {
        mark(null);
    }

    private void mark(@Nullable String version) {
        try (Connection connection = store.begin()) {
            StoreLocks.lockStore(connection);
            StoreClock.tick(connection);
            DSLContext dsl = Store.dsl(connection);
            if (version != null) {
                dsl.insertInto(STORE_FACT, STORE_FACT.NAME, STORE_FACT.VALUE)
                        .values(VERSION, version)
                        .onConflict(STORE_FACT.NAME)
                        .doUpdate()
                        .set(STORE_FACT.VALUE, version)
                        .execute();
            }
            dsl.insertInto(STORE_TAXONOMY)
                    .set(STORE_TAXONOMY.SINCE, StoreClock.shown(dsl))
                    .set(STORE_TAXONOMY.VERSION, version)
                    .execute();
            connection.commit();
        } catch (SQLException e) {
            throw StoreException.failed("Marking what the store is classified by", e);
        }
    }

    /**
     * Some determinations, with what must change in them.
     *
     * @param next first number after them, or -1 where these were the last
     * @param current those that change and are current
     * @param updates the changes
     */
    public record Batch(long next, List<Long> current, List<UpdateConditionStep<?>> updates) {}

    /** Classifies determinations from a number on; writes nothing. */
    public Batch classify(Connection connection, long from) {
        DSLContext dsl = Store.dsl(connection);
        List<DeterminationRecord> letters = dsl.selectFrom(DETERMINATION)
                .where(DETERMINATION.ID.ge(from))
                .orderBy(DETERMINATION.ID)
                .limit(BATCH)
                .fetch();
        if (letters.isEmpty()) {
            return new Batch(-1, List.of(), List.of());
        }
        long last = letters.get(letters.size() - 1).getId();
        Map<Long, List<ItemRecord>> items = dsl
                .selectFrom(ITEM)
                .where(ITEM.DETERMINATION.between(letters.get(0).getId(), last))
                .orderBy(ITEM.DETERMINATION, ITEM.NUMBER)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(ItemRecord::getDetermination));
        List<Long> current = new ArrayList<>();
        List<UpdateConditionStep<?>> updates = new ArrayList<>();
        PrintedTexts printed = printed(dsl, letters, items.values());
        for (DeterminationRecord letter : letters) {
            int before = updates.size();
            letter(dsl, letter, printed, updates);
            ServicesInTurn services = columns.letter();
            for (ItemRecord item : items.getOrDefault(letter.getId(), List.of())) {
                item(dsl, item, services, printed, updates);
            }
            if (updates.size() > before && letter.getSupersededAt() == null) {
                current.add(letter.getId());
            }
        }
        return new Batch(last + 1, current, updates);
    }

    /** Writes the changes of a batch. */
    public void write(Connection connection, Batch batch) {
        Store.dsl(connection).batch(batch.updates()).execute();
    }

    /** The texts that letters and items point to. */
    private static PrintedTexts printed(
            DSLContext dsl, List<DeterminationRecord> letters, Collection<List<ItemRecord>> items) {
        Set<Integer> wanted = new HashSet<>();
        for (DeterminationRecord letter : letters) {
            wanted.add(letter.getSpecialtiesAsPrinted());
            wanted.add(letter.getLicensureAsPrinted());
        }
        for (List<ItemRecord> ofLetter : items) {
            for (ItemRecord item : ofLetter) {
                wanted.add(item.getClaimsAdministratorGuideline());
                wanted.add(item.getReviewerGuideline());
            }
        }
        wanted.remove(null);
        return PrintedTexts.of(dsl, wanted);
    }

    private void letter(
            DSLContext dsl, DeterminationRecord letter, PrintedTexts printed, List<UpdateConditionStep<?>> updates) {
        Integer[] specialties = columns.specialties(printed.list(letter.getSpecialtiesAsPrinted()))
                .toArray(Integer[]::new);
        String[] states =
                columns.states(printed.list(letter.getLicensureAsPrinted())).toArray(String[]::new);
        if (!Arrays.equals(specialties, letter.getSpecialties()) || !Arrays.equals(states, letter.getLicensure())) {
            updates.add(dsl.update(DETERMINATION)
                    .set(DETERMINATION.SPECIALTIES, specialties)
                    .set(DETERMINATION.LICENSURE, states)
                    .where(DETERMINATION.ID.eq(letter.getId())));
        }
    }

    private @Nullable Cited cited(@Nullable Integer block, PrintedTexts printed) {
        return block == null ? null : known.of(printed.text(block));
    }

    private void item(
            DSLContext dsl,
            ItemRecord item,
            ServicesInTurn services,
            PrintedTexts printed,
            List<UpdateConditionStep<?>> updates) {
        ItemRecord now = item.copy();
        now.setDetermination(item.getDetermination());
        now.setNumber(item.getNumber());
        columns.classify(
                now,
                services,
                cited(item.getClaimsAdministratorGuideline(), printed),
                cited(item.getReviewerGuideline(), printed));
        if (!same(item, now)) {
            updates.add(dsl.update(ITEM)
                    .set(ITEM.SERVICE_ID, now.getServiceId())
                    .set(ITEM.SERVICE_RULE, now.getServiceRule())
                    .set(ITEM.ADJUNCT, now.getAdjunct())
                    .set(ITEM.BODY_PART, now.getBodyPart())
                    .set(ITEM.QUANTITY, now.getQuantity())
                    .set(ITEM.CLAIMS_ADMINISTRATOR_SOURCES, now.getClaimsAdministratorSources())
                    .set(ITEM.CLAIMS_ADMINISTRATOR_GUIDELINES, now.getClaimsAdministratorGuidelines())
                    .set(ITEM.REVIEWER_SOURCES, now.getReviewerSources())
                    .set(ITEM.REVIEWER_GUIDELINES, now.getReviewerGuidelines())
                    .where(ITEM.DETERMINATION.eq(item.getDetermination()))
                    .and(ITEM.NUMBER.eq(item.getNumber())));
        }
    }

    private static boolean same(ItemRecord a, ItemRecord b) {
        return Objects.equals(a.getServiceId(), b.getServiceId())
                && Objects.equals(a.getServiceRule(), b.getServiceRule())
                && Objects.equals(a.getAdjunct(), b.getAdjunct())
                && Objects.equals(a.getBodyPart(), b.getBodyPart())
                && Objects.equals(a.getQuantity(), b.getQuantity())
                && Objects.equals(a.getClaimsAdministratorSources(), b.getClaimsAdministratorSources())
                && Objects.equals(a.getReviewerSources(), b.getReviewerSources())
                && Arrays.equals(a.getClaimsAdministratorGuidelines(), b.getClaimsAdministratorGuidelines())
                && Arrays.equals(a.getReviewerGuidelines(), b.getReviewerGuidelines());
    }
}
