package org.uphold.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.BlockCitations;
import org.uphold.classification.Citations;
import org.uphold.classification.Classifier;
import org.uphold.classification.ServiceClass;
import org.uphold.classification.ServicesInTurn;
import org.uphold.determination.GuidelineSource;
import org.uphold.determination.StatedCategory;
import org.uphold.schema.tables.records.ItemRecord;

/** Words to the numbers that stand for their classification; the same for loading and for applying changed tables. */
final class ClassifiedColumns {

    private final Classifier classifier;
    private final Vocabularies vocabularies;

    ClassifiedColumns(Classifier classifier, Vocabularies vocabularies) {
        this.classifier = classifier;
        this.vocabularies = vocabularies;
    }

    /** What classifies the services of one letter in the order printed. */
    ServicesInTurn letter() {
        return classifier.servicesInTurn();
    }

    int serviceId(ServiceClass service) {
        return vocabularies.service(service.category(), service.subcategory());
    }

    /** What a guideline block cites; found out anew each time. */
    Cited cited(String block) {
        BlockCitations read = classifier.read(block);
        return new Cited(read.same(), bits(read.citations()), guidelines(read.citations()));
    }

    int claimsAdministratorId(String name) {
        return vocabularies.claimsAdministrator(name);
    }

    /** Canonical specialties, each once, the first named first. */
    List<Integer> specialties(List<String> printed) {
        return classifier.specialties(printed).stream()
                .map(vocabularies::specialty)
                .toList();
    }

    /** USPS codes; what no table knows stays as printed. */
    List<String> states(List<String> printed) {
        return printed.stream()
                .map(name -> classifier.usState(name).orElse(name))
                .distinct()
                .toList();
    }

    /** Guidelines in the order cited, each once. */
    private List<Integer> guidelines(Citations citations) {
        return citations.guidelines().stream()
                .map(cited -> vocabularies.guideline(cited.source(), cited.name()))
                .toList();
    }

    /** The set of sources as {@code source_set.bits}; a block that names no source counts as none stated. */
    private static @Nullable Integer bits(Citations citations) {
        int bits = 0;
        for (GuidelineSource source : citations.sources()) {
            bits |= 1 << source.ordinal();
        }
        return bits == 0 ? null : bits;
    }

    /** Fills the classified columns of the next row of a letter from its texts; a guideline block that is not printed is null. */
    void classify(ItemRecord item, ServicesInTurn letter, @Nullable Cited theirs, @Nullable Cited ours) {
        String disputed = item.getDisputedService();
        StatedCategory stated = item.getStatedVocabulary() == null || item.getStatedCategory() == null
                ? null
                : new StatedCategory(item.getStatedVocabulary(), item.getStatedCategory(), item.getStatedSubcategory());
        ServiceClass service = letter.next(item.getService(), disputed == null ? item.getService() : disputed, stated);
        item.setServiceId((short) serviceId(service));
        item.setServiceRule(service.rule());
        item.setAdjunct(service.adjunct());
        item.setBodyPart(service.bodyPart());
        item.setQuantity(service.quantity());
        item.setClaimsAdministratorSources(theirs == null ? null : shortOf(theirs.sources()));
        item.setClaimsAdministratorGuidelines(
                theirs == null ? null : theirs.guidelines().toArray(Integer[]::new));
        Cited meant = ours == null ? null : ours.beside(theirs);
        item.setReviewerSources(meant == null ? null : shortOf(meant.sources()));
        item.setReviewerGuidelines(meant == null ? null : meant.guidelines().toArray(Integer[]::new));
    }

    private static @Nullable Short shortOf(@Nullable Integer value) {
        return value == null ? null : value.shortValue();
    }
}
