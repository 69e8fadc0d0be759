package org.uphold.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Classifier;
import org.uphold.classification.Taxonomy;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.CaseDates;
import org.uphold.determination.ContentHash;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Reviewer;
import org.uphold.source.Place;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;

/** Invented letters for tests, and the few words it takes to load them. */
public final class Letters {

    public static final Classifier CLASSIFIER = Taxonomy.load().classifier();

    private final Determinations determinations;

    public Letters(Store store) {
        determinations = new Determinations(store);
    }

    /** Loads letters as one file each, all in one transaction. */
    public LoadCounts load(long run, Determination... letters) {
        try (Load load = determinations.load(run)) {
            Encoder.Chunk chunk = determinations.encoder(CLASSIFIER).chunk();
            for (Determination letter : letters) {
                String hash = Sha256.of(ContentHash.of(letter));
                int file = load.file(new LoadedFile(hash, "test", "ca-dwc", "letter", 1, hash, null, false));
                chunk.add(file, new Reading.Accepted(letter, "test", Place.line(1), Map.of(), List.of()));
            }
            load.add(chunk.done());
            return load.commit();
        }
    }

    /** Loads the pieces of cases as one table. */
    public LoadCounts loadTable(long run, String name, Determination... pieces) {
        try (Load load = determinations.load(run)) {
            Encoder.Chunk chunk = determinations.encoder(CLASSIFIER).chunk();
            int file = load.file(new LoadedFile(
                    Sha256.of(name.getBytes(StandardCharsets.UTF_8)),
                    "test",
                    "ca-dwc",
                    "items-csv",
                    1,
                    name,
                    null,
                    true));
            long line = 2;
            for (Determination piece : pieces) {
                chunk.add(file, new Reading.Accepted(piece, "test", Place.line(line++), Map.of(), List.of()));
            }
            load.add(chunk.done());
            return load.commit();
        }
    }

    public static Determination letter(String caseNumber, @Nullable LocalDate decided, DisputedItem... items) {
        return letter(caseNumber, decided, List.of("Occupational Medicine"), items);
    }

    public static Determination letter(
            String caseNumber, @Nullable LocalDate decided, List<String> specialties, DisputedItem... items) {
        return dated(caseNumber, decided == null ? null : PartialDate.of(decided), specialties, items);
    }

    public static Determination dated(
            String caseNumber, @Nullable PartialDate date, List<String> specialties, DisputedItem... items) {
        LocalDate decided = date == null ? null : date.toLocalDate();
        LocalDate received = decided == null ? null : decided.minusDays(33);
        return new Determination(
                caseNumber,
                caseNumber,
                new CaseDates(date, null, null, received, null),
                null,
                null,
                new Reviewer(specialties, List.of("California")),
                CaseAttributes.NONE,
                List.of(items));
    }

    public static DisputedItem item(int number, String service, Outcome outcome) {
        return item(number, service, outcome, "Decision based on MTUS Chronic Pain Medical Treatment 2016.");
    }

    public static DisputedItem item(int number, String service, Outcome outcome, @Nullable String reviewerGuideline) {
        return new DisputedItem(
                number,
                service,
                service,
                outcome,
                "The Claims Administrator did not cite any medical evidence for its decision.",
                reviewerGuideline,
                null);
    }

    /** As many items of one service and outcome. */
    public static DisputedItem[] items(int count, String service, Outcome outcome) {
        List<DisputedItem> items = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            items.add(item(i, service, outcome));
        }
        return items.toArray(DisputedItem[]::new);
    }
}
