package org.uphold.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Citations;
import org.uphold.classification.Classifier;
import org.uphold.classification.ServiceClass;
import org.uphold.determination.CaseDates;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.GuidelineSource;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.source.Problem;
import org.uphold.source.Reading;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A reading as one line of JSON, in the order and spelling of the contract. */
final class LetterJson {

    private final ObjectMapper mapper = Output.mapper();
    private final Supplier<Classifier> classifier;

    LetterJson(Supplier<Classifier> classifier) {
        this.classifier = classifier;
    }

    String line(String source, Reading reading) {
        ObjectNode object = mapper.createObjectNode();
        object.put("source", source);
        if (reading instanceof Reading.Accepted accepted) {
            letter(object, accepted.determination());
            problems(object, accepted.problems());
        } else if (reading instanceof Reading.Rejected rejected) {
            problems(object, List.of(rejected.problem()));
        }
        return object.toString();
    }

    private void letter(ObjectNode object, Determination d) {
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
        ObjectNode reviewer = object.putObject("reviewer");
        texts(reviewer.putArray("specialties"), d.reviewer().specialties());
        texts(reviewer.putArray("licensure"), d.reviewer().licensure());
        ArrayNode items = object.putArray("items");
        d.items().forEach(item -> item(items.addObject(), item));
    }

    private void item(ObjectNode object, DisputedItem item) {
        Classifier rules = classifier.get();
        ServiceClass service = rules.service(item.service(), item.disputedService(), item.stated());
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
        sources(object.putArray("claims_administrator_sources"), theirs.sources());
        texts(object.putArray("claims_administrator_chapters"), theirs.chaptersAsPrinted());
        sources(object.putArray("reviewer_sources"), ours.sources());
        texts(object.putArray("reviewer_chapters"), ours.chaptersAsPrinted());
    }

    private static void problems(ObjectNode object, List<Problem> problems) {
        ArrayNode array = object.putArray("problems");
        for (Problem problem : problems) {
            array.addObject()
                    .put("code", problem.code().name())
                    .put("message", problem.code().withRemedy(problem.message()))
                    .put("where", problem.where().toString());
        }
    }

    private static void sources(ArrayNode array, Set<GuidelineSource> sources) {
        sources.forEach(source -> array.add(source.name()));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
