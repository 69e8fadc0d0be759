package org.uphold.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.Citations;
import org.uphold.classification.Classifier;
import org.uphold.classification.ServiceClass;
import org.uphold.determination.GuidelineCitation;
import org.uphold.determination.StatedCategory;
import org.uphold.schema.tables.records.ItemRecord;

/** Words to the numbers that stand for their classification; the same for loading and for applying changed tables. */
final class ClassifiedColumns {

    /** What a guideline that is cited without its name is called. */
    private static final String NOT_STATED = "Not stated";

    private final Classifier classifier;
    private final Vocabularies vocabularies;

    ClassifiedColumns(Classifier classifier, Vocabularies vocabularies) {
        this.classifier = classifier;
        this.vocabularies = vocabularies;
    }

    ServiceClass service(String service, String disputedService, @Nullable StatedCategory stated) {
        return classifier.service(service, disputedService, stated);
    }

    int serviceId(ServiceClass service) {
        return vocabularies.service(service.category(), service.subcategory());
    }

    Citations claimsAdministrator(@Nullable String block) {
        return classifier.citations(block);
    }

    Citations reviewer(@Nullable String block, Citations claimsAdministrators) {
        return classifier.reviewerCitations(block, claimsAdministrators);
    }

    int claimsAdministratorId(String name) {
        return vocabularies.claimsAdministrator(name);
    }

    /** Canonical specialties, each once, the first named first. */
    List<Integer> specialties(List<String> printed) {
        Set<Integer> ids = new LinkedHashSet<>();
        for (String name : printed) {
            ids.add(vocabularies.specialty(classifier.specialty(name)));
        }
        return List.copyOf(ids);
    }

    /** USPS codes; what no table knows stays as printed. */
    List<String> states(List<String> printed) {
        return printed.stream()
                .map(name -> classifier.usState(name).orElse(name))
                .distinct()
                .toList();
    }

    /** Guidelines in the order cited, each once. */
    List<Integer> guidelines(Citations citations) {
        if (citations.citations().size() == 1) {
            return List.of(guideline(citations.citations().get(0)));
        }
        Set<Integer> ids = new LinkedHashSet<>();
        for (GuidelineCitation citation : citations.citations()) {
            ids.add(guideline(citation));
        }
        return List.copyOf(ids);
    }

    private int guideline(GuidelineCitation citation) {
        String name = citation.guideline();
        return vocabularies.guideline(citation.source().label(), name == null ? NOT_STATED : name);
    }

    /** The set of sources as {@code source_set.bits}; a block that names no source counts as none stated. */
    static @Nullable Integer bits(Citations citations) {
        int bits = 0;
        for (GuidelineCitation citation : citations.citations()) {
            bits |= 1 << citation.source().ordinal();
        }
        return bits == 0 ? null : bits;
    }

    /** Fills the classified columns of a row from its texts. */
    void classify(ItemRecord item) {
        String disputed = item.getDisputedService();
        StatedCategory stated = item.getStatedVocabulary() == null || item.getStatedCategory() == null
                ? null
                : new StatedCategory(item.getStatedVocabulary(), item.getStatedCategory(), item.getStatedSubcategory());
        ServiceClass service = service(item.getService(), disputed == null ? item.getService() : disputed, stated);
        item.setServiceId((short) serviceId(service));
        item.setServiceRule(service.rule());
        item.setAdjunct(service.adjunct());
        item.setBodyPart(service.bodyPart());
        item.setQuantity(service.quantity());
        Citations theirs = claimsAdministrator(item.getClaimsAdministratorGuideline());
        Citations ours = reviewer(item.getReviewerGuideline(), theirs);
        boolean theirsPrinted = item.getClaimsAdministratorGuideline() != null;
        boolean oursPrinted = item.getReviewerGuideline() != null;
        item.setClaimsAdministratorSources(theirsPrinted ? shortOf(bits(theirs)) : null);
        item.setClaimsAdministratorGuidelines(theirsPrinted ? guidelines(theirs).toArray(Integer[]::new) : null);
        item.setReviewerSources(oursPrinted ? shortOf(bits(ours)) : null);
        item.setReviewerGuidelines(oursPrinted ? guidelines(ours).toArray(Integer[]::new) : null);
    }

    private static @Nullable Short shortOf(@Nullable Integer value) {
        return value == null ? null : value.shortValue();
    }
}
