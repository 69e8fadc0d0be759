package org.uphold.store;

import static org.uphold.schema.Tables.CLAIMS_ADMINISTRATOR;
import static org.uphold.schema.Tables.GUIDELINE;
import static org.uphold.schema.Tables.SERVICE;
import static org.uphold.schema.Tables.SPECIALTY;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Specialty;

/**
 * Numbers in place of repeated words. A new word is committed at once, outside the load that met it: a word that no row
 * uses yet does no harm, and loads running side by side see each other's. Safe for use by several threads.
 */
final class Vocabularies {

    private final DSLContext dsl;
    private volatile @Nullable Words known;

    private record Words(
            Map<String, Map<String, Integer>> services,
            Map<String, Map<String, Integer>> guidelines,
            Map<String, Integer> specialties,
            Map<String, Integer> administrators) {

        static Words read(DSLContext dsl) {
            Words words = new Words(
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>());
            dsl.selectFrom(SERVICE)
                    .forEach(r -> inner(words.services, r.getCategory()).put(r.getSubcategory(), (int) r.getId()));
            dsl.selectFrom(GUIDELINE)
                    .forEach(r -> inner(words.guidelines, r.getSource()).put(r.getName(), r.getId()));
            dsl.selectFrom(SPECIALTY).forEach(r -> words.specialties.put(r.getName(), r.getId()));
            dsl.selectFrom(CLAIMS_ADMINISTRATOR).forEach(r -> words.administrators.put(r.getName(), r.getId()));
            return words;
        }
    }

    Vocabularies(Store store) {
        dsl = store.dsl();
    }

    /** Read when the first word is looked up: most runs find nothing new. */
    private Words words() {
        Words words = known;
        if (words == null) {
            synchronized (this) {
                words = known;
                if (words == null) {
                    words = Words.read(dsl);
                    known = words;
                }
            }
        }
        return words;
    }

    int service(String category, String subcategory) {
        return inner(words().services, category).computeIfAbsent(subcategory, name -> {
            dsl.insertInto(SERVICE, SERVICE.CATEGORY, SERVICE.SUBCATEGORY)
                    .values(category, name)
                    .onConflictDoNothing()
                    .execute();
            return (int) dsl.fetchSingle(SERVICE, SERVICE.CATEGORY.eq(category).and(SERVICE.SUBCATEGORY.eq(name)))
                    .getId();
        });
    }

    int guideline(String source, String guideline) {
        return inner(words().guidelines, source).computeIfAbsent(guideline, name -> {
            dsl.insertInto(GUIDELINE, GUIDELINE.SOURCE, GUIDELINE.NAME)
                    .values(source, name)
                    .onConflictDoNothing()
                    .execute();
            return dsl.fetchSingle(GUIDELINE, GUIDELINE.SOURCE.eq(source).and(GUIDELINE.NAME.eq(name)))
                    .getId();
        });
    }

    int specialty(Specialty specialty) {
        return words().specialties.computeIfAbsent(specialty.name(), name -> {
            dsl.insertInto(SPECIALTY, SPECIALTY.NAME, SPECIALTY.PHYSICIAN, SPECIALTY.KNOWN)
                    .values(name, specialty.physician(), specialty.known())
                    .onConflictDoNothing()
                    .execute();
            return dsl.fetchSingle(SPECIALTY, SPECIALTY.NAME.eq(name)).getId();
        });
    }

    int claimsAdministrator(String printed) {
        return words().administrators.computeIfAbsent(printed, name -> {
            dsl.insertInto(CLAIMS_ADMINISTRATOR, CLAIMS_ADMINISTRATOR.NAME)
                    .values(name)
                    .onConflictDoNothing()
                    .execute();
            return dsl.fetchSingle(CLAIMS_ADMINISTRATOR, CLAIMS_ADMINISTRATOR.NAME.eq(name))
                    .getId();
        });
    }

    private static Map<String, Integer> inner(Map<String, Map<String, Integer>> outer, String key) {
        return outer.computeIfAbsent(key, k -> new ConcurrentHashMap<>());
    }
}
