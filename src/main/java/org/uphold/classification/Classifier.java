package org.uphold.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.GuidelineCitation;
import org.uphold.determination.Specialty;
import org.uphold.determination.StatedCategory;

/**
 * Answers what the tables of one {@link Taxonomy} say of a printed text. What it answers never changes; it remembers
 * answers, so that texts that repeat cost little. For any number of threads.
 */
public final class Classifier {

    private static final int REMEMBERED = 50_000;

    private final Supplier<Readers> readers;
    private final Memo<Disputed, ServiceClass> knownServices;
    private final Memo<String, Specialty> knownSpecialties;
    private final Memo<String, Optional<String>> knownStates;

    /** What a service is classified by. */
    private record Disputed(
            String service,
            String disputedService,
            @Nullable StatedCategory stated) {}

    /** What reads each kind of text. */
    record Readers(ServiceClassifier services, GuidelineReader guidelines, Names specialties, Names states) {}

    /** @param readers made when the first text is asked for: a run that finds nothing new needs none */
    Classifier(Supplier<Readers> readers) {
        this.readers = readers;
        this.knownServices = new Memo<>(
                REMEMBERED, d -> readers.get().services().classify(d.service(), d.disputedService(), d.stated()));
        this.knownSpecialties = new Memo<>(REMEMBERED, this::readSpecialty);
        this.knownStates = new Memo<>(REMEMBERED, this::readState);
    }

    /**
     * What is disputed. A stated category, where a crosswalk knows it, decides before the words.
     *
     * @param service the whole heading, read only where the disputed part says nothing, and for "Associated surgical service"
     * @param disputedService the part still in dispute
     * @param stated the publisher's own category, or null
     */
    public ServiceClass service(String service, String disputedService, @Nullable StatedCategory stated) {
        return knownServices.of(new Disputed(service, disputedService, stated));
    }

    /** Answers for the services of one letter, in the order printed: some say what they are only together. */
    public ServicesInTurn servicesInTurn() {
        return new ServicesInTurn(this);
    }

    /** What one guideline block cites; nothing where it is null. */
    public Citations citations(@Nullable String block) {
        return read(block).citations();
    }

    /** What the reviewer's block cites, where "the same guideline" means the claims administrator's. */
    public Citations reviewerCitations(@Nullable String block, Citations claimsAdministrators) {
        return read(block).beside(claimsAdministrators);
    }

    /**
     * What one guideline block says by itself. Not remembered: whoever meets the same blocks again and again keeps what they need
     * of the answer.
     */
    public BlockCitations read(@Nullable String block) {
        return readers.get().guidelines().read(block);
    }

    /**
     * What an item counts as.
     *
     * @param services those of its letter, up to the item before
     */
    public Counted counted(DisputedItem item, ServicesInTurn services) {
        Citations theirs = citations(item.claimsAdministratorGuideline());
        return new Counted(
                services.next(item.service(), item.disputedService(), item.stated()),
                theirs,
                reviewerCitations(item.reviewerGuideline(), theirs));
    }

    /** Boards and subspecialties in canonical form, each once, the first named first. */
    public List<Specialty> specialties(List<String> printed) {
        Map<String, Specialty> named = new LinkedHashMap<>();
        for (String name : printed) {
            Specialty specialty = specialty(name);
            named.putIfAbsent(specialty.name(), specialty);
        }
        return List.copyOf(named.values());
    }

    /** The board or subspecialty in canonical form; what no row knows keeps its printed form. */
    public Specialty specialty(String printed) {
        return knownSpecialties.of(printed);
    }

    private Specialty readSpecialty(String printed) {
        TableRow row = readers.get().specialties().exact(printed);
        row = row == null ? readers.get().specialties().misspelt(printed) : row;
        return row == null
                ? new Specialty(printed.strip(), true, false)
                : new Specialty(row.required("specialty"), row.cell("physician").equals("yes"), true);
    }

    /** The USPS code of a state or territory, by name or code. */
    public Optional<String> usState(String printed) {
        return knownStates.of(printed);
    }

    private Optional<String> readState(String printed) {
        TableRow row = readers.get().states().exact(printed);
        row = row == null ? readers.get().states().misspelt(printed) : row;
        return row == null ? Optional.empty() : Optional.of(row.required("code"));
    }

    /** Everything that the tables say of a text, the deciding row of each subject first. */
    public List<Explanation> explain(String text) {
        List<Explanation> said = new ArrayList<>(readers.get().services().explain(text));
        boolean first = true;
        for (GuidelineText.Hit hit : readers.get().guidelines().find(text).hits()) {
            GuidelineName name = hit.name();
            if (name.kind() == GuidelineName.Kind.CHAPTER || name.kind() == GuidelineName.Kind.NAME) {
                String target = name.guideline().isEmpty()
                        ? name.source().label()
                        : name.source().label() + ": " + name.guideline();
                said.add(new Explanation("guideline", target, name.id(), name.table(), 0, first));
                first = false;
            }
        }
        for (GuidelineCitation citation : citations(text).citations()) {
            if (first && citation.guideline() != null) {
                said.add(new Explanation(
                        "guideline",
                        citation.source().label() + ": " + citation.guideline(),
                        "grammar",
                        "guidelines.csv",
                        0,
                        true));
            }
        }
        TableRow specialty = readers.get().specialties().exact(text);
        if (specialty != null) {
            said.add(explanation("specialty", specialty, "specialty"));
        }
        TableRow state = readers.get().states().exact(text);
        if (state != null) {
            said.add(explanation("state", state, "code"));
        }
        return List.copyOf(said);
    }

    private static Explanation explanation(String subject, TableRow row, String target) {
        return new Explanation(subject, row.required(target), row.required("id"), row.table(), 0, true);
    }
}
