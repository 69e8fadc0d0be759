package org.uphold.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Citations;
import org.uphold.classification.Classifier;
import org.uphold.classification.ServiceClass;
import org.uphold.classification.ServicesInTurn;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.CaseDates;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.GuidelineSource;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.json.Json;
import org.uphold.source.Problem;
import org.uphold.source.Reading;

/** A reading as one line of JSON, in the order and spelling of the contract. */
final class LetterJson {

    private final Supplier<Classifier> classifier;

    LetterJson(Supplier<Classifier> classifier) {
        this.classifier = classifier;
    }

    /** A letter. */
    String line(String source, Reading reading) {
        return line(source, reading, false);
    }

    /** A case of a table: of the shape of a letter, with what tables state beside the review. */
    String caseLine(String source, Reading reading) {
        return line(source, reading, true);
    }

    private String line(String source, Reading reading, boolean table) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("source", source);
        if (reading instanceof Reading.Accepted accepted) {
            letter(object, accepted.determination());
            if (table) {
                attributes(object, accepted.determination().attributes());
            }
            problems(object, accepted.problems());
        } else if (reading instanceof Reading.Rejected rejected) {
            problems(object, List.of(rejected.problem()));
        }
        return Json.line(object);
    }

    private void letter(Map<String, @Nullable Object> object, Determination d) {
        CaseDates dates = d.dates();
        PartialDate decision = dates.decision();
        object.put("case_number", d.caseNumber());
        object.put("decision_date", date(decision == null ? null : decision.toLocalDate()));
        object.put("date_of_injury", date(dates.injury()));
        object.put("ur_decision_date", date(dates.urDecision()));
        object.put("application_received_date", date(dates.received()));
        object.put("assigned_date", date(dates.assigned()));
        object.put("priority", d.priority() == null ? null : d.priority().name());
        object.put("case_outcome_as_printed", d.caseOutcomeAsPrinted());
        object.put(
                "reviewer",
                Json.object(
                        "specialties", d.reviewer().specialties(),
                        "licensure", d.reviewer().licensure()));
        ServicesInTurn services = classifier.get().servicesInTurn();
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (DisputedItem item : d.items()) {
            items.add(item(item, services));
        }
        object.put("items", items);
    }

    /** What is not stated is left out. */
    private static void attributes(Map<String, @Nullable Object> object, CaseAttributes stated) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        put(attributes, "claims_administrator", stated.claimsAdministrator());
        put(attributes, "jurisdiction", stated.jurisdiction());
        put(attributes, "age_range", stated.age());
        put(attributes, "sex", stated.sex());
        put(attributes, "ur_action", stated.urAction());
        if (!attributes.isEmpty()) {
            object.put("attributes", attributes);
        }
    }

    private static void put(Map<String, @Nullable Object> object, String key, @Nullable String value) {
        if (value != null) {
            object.put(key, value);
        }
    }

    private Map<String, @Nullable Object> item(DisputedItem item, ServicesInTurn services) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Classifier rules = classifier.get();
        ServiceClass service = services.next(item.service(), item.disputedService(), item.stated());
        Citations theirs = rules.citations(item.claimsAdministratorGuideline());
        Citations ours = rules.reviewerCitations(item.reviewerGuideline(), theirs);
        object.put("number", item.number());
        object.put("service", item.service());
        object.put("disputed_service", item.disputedService());
        object.put("outcome", (item.outcome().isItem() ? item.outcome() : Outcome.UNKNOWN).name());
        object.put("claims_administrator_guideline", item.claimsAdministratorGuideline());
        object.put("reviewer_guideline", item.reviewerGuideline());
        object.put("service_category", service.category());
        object.put("service_subcategory", service.subcategory());
        object.put("claims_administrator_sources", names(theirs.sources()));
        object.put("claims_administrator_chapters", theirs.chaptersAsPrinted());
        object.put("reviewer_sources", names(ours.sources()));
        object.put("reviewer_chapters", ours.chaptersAsPrinted());
        return object;
    }

    private static void problems(Map<String, @Nullable Object> object, List<Problem> problems) {
        object.put(
                "problems",
                problems.stream()
                        .map(problem -> Json.object(
                                "code", problem.code().name(),
                                "message", problem.code().withRemedy(problem.message()),
                                "where", problem.where().toString()))
                        .toList());
    }

    private static List<String> names(Set<GuidelineSource> sources) {
        return sources.stream().map(GuidelineSource::name).toList();
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
