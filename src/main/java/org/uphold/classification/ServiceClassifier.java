package org.uphold.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.ServiceDecision.Candidate;
import org.uphold.classification.ServiceDecision.Findings;
import org.uphold.determination.PublishedWords;
import org.uphold.determination.StatedCategory;

/** Services: the disputed part decides, the whole heading only where the disputed part says nothing. */
final class ServiceClassifier {

    static final String SURGERY = "Surgery";
    static final String ADJUNCT = "Adjunct Surgical Services";
    static final String SPELLING = "~spelling";

    private final ServiceDecision decision;
    private final Crosswalk crosswalk;
    private final Spelling spelling;
    private final int associated;
    private final int bodyFrom;
    private final List<String> bodyParts;

    /**
     * @param associated concept of "Associated surgical service"
     * @param bodyFrom first concept of the body parts, which follow one another in the order of {@code bodyParts}
     */
    ServiceClassifier(
            ServiceDecision decision,
            Crosswalk crosswalk,
            Spelling spelling,
            int associated,
            int bodyFrom,
            List<String> bodyParts) {
        this.decision = decision;
        this.crosswalk = crosswalk;
        this.spelling = spelling;
        this.associated = associated;
        this.bodyFrom = bodyFrom;
        this.bodyParts = List.copyOf(bodyParts);
    }

    ServiceClass classify(String service, String disputedService, @Nullable StatedCategory stated) {
        NormalizedText text = NormalizedText.of(disputedService);
        Target listed = crosswalk.listed(text);
        boolean whole = disputedService.equals(service);
        boolean adjunct = !whole && isAssociated(service);
        Findings findings = decision.find(text);
        adjunct |= findings.has(associated);
        String body = body(findings);
        String quantity = Quantities.of(text);
        Target target = listed != null ? listed : decided(decision.best(text, findings), "");
        if (target == null) {
            target = corrected(text);
        }
        if (target == null && !whole) {
            NormalizedText heading = NormalizedText.of(service);
            target = decided(decision.best(heading, decision.find(heading)), "");
        }
        if (adjunct && !crosswalk.adjunct().equals(target)) {
            target = crosswalk.adjunct();
        }
        if (stated != null) {
            target = crosswalk.refined(stated, target);
        }
        if (target == null) {
            return new ServiceClass(
                    PublishedWords.UNCLASSIFIED,
                    PublishedWords.UNCLASSIFIED,
                    ServiceClass.NO_RULE,
                    adjunct,
                    body,
                    quantity);
        }
        adjunct |= target.subcategory().equals(ADJUNCT);
        return new ServiceClass(target.category(), target.subcategory(), target.rule(), adjunct, body, quantity);
    }

    List<Explanation> explain(String printed) {
        List<Explanation> said = new ArrayList<>();
        NormalizedText text = NormalizedText.of(printed);
        Target listed = crosswalk.listed(text);
        if (listed != null) {
            said.add(new Explanation("service", listed.label(), listed.rule(), listed.table(), 0, true));
        }
        List<Candidate> ranked = decision.ranked(text, decision.find(text));
        String suffix = "";
        if (ranked.isEmpty()) {
            NormalizedText corrected = spelling.corrected(text);
            if (corrected != null) {
                ranked = decision.ranked(corrected, decision.find(corrected));
                suffix = SPELLING;
            }
        }
        for (Candidate candidate : ranked) {
            Target target = target(candidate, suffix);
            said.add(new Explanation(
                    "service", target.label(), target.rule(), target.table(), candidate.weight(), said.isEmpty()));
        }
        return said;
    }

    private @Nullable Target corrected(NormalizedText text) {
        NormalizedText corrected = spelling.corrected(text);
        return corrected == null ? null : decided(decision.best(corrected, decision.find(corrected)), SPELLING);
    }

    private boolean isAssociated(String heading) {
        return decision.find(NormalizedText.of(heading)).has(associated);
    }

    private static @Nullable Target decided(@Nullable Candidate candidate, String suffix) {
        return candidate == null ? null : target(candidate, suffix);
    }

    private static Target target(Candidate candidate, String suffix) {
        return new Target(candidate.rule(), candidate.isWeak() ? suffix + ServiceClass.WEAK : suffix);
    }

    private @Nullable String body(Findings findings) {
        long[] found = new long[4];
        int count = 0;
        for (int i = 0; i < findings.count(); i++) {
            int part = findings.concept(i) - bodyFrom;
            if (part >= 0 && part < bodyParts.size()) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = (long) findings.begin(findings.concept(i)) << 32 | part;
            }
        }
        if (count == 0) {
            return null;
        }
        Arrays.sort(found, 0, count);
        String first = bodyParts.get((int) found[0]);
        if (count == 1) {
            return first;
        }
        List<String> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String part = bodyParts.get((int) found[i]);
            if (!parts.contains(part)) {
                parts.add(part);
            }
        }
        return String.join(";", parts);
    }
}
