package org.uphold.classification;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.StatedCategory;

/**
 * The services of one letter, asked for in the order printed. Tests that are listed right under the clearance for a surgery
 * belong to it as if the letter had said "pre-operative" of each. Made anew for each letter; for one thread.
 */
public final class ServicesInTurn {

    private static final String RULE = "adj-listed-under-clearance";
    private static final String TESTING = "Diagnostic Testing";

    /** Rows that say of a service that it clears somebody for a surgery or goes with one. */
    private static final Set<String> CLEARANCES =
            Set.of("adj-preop", "adj-preop-behind", "adj-clearance", "associated-surgical-service");

    /** Rows of the tests that a clearance consists of; of images it is the chest's. */
    private static final Set<String> TESTS = Set.of(
            "lab-urinalysis",
            "lab-blood",
            "lab-blood-clotting",
            "lab-blood-blood",
            "lab-blood-word",
            "lab-blood-further",
            "lab-tested",
            "dx-ekg",
            "dx-lung");

    private static final String X_RAY = "img-x-ray";
    private static final String CHEST = "Chest";

    private final Classifier classifier;
    private boolean underClearance;

    ServicesInTurn(Classifier classifier) {
        this.classifier = classifier;
    }

    /**
     * What is disputed next in the letter.
     *
     * @see Classifier#service
     */
    public ServiceClass next(String service, String disputedService, @Nullable StatedCategory stated) {
        ServiceClass found = classifier.service(service, disputedService, stated);
        if (underClearance && stated == null && isOfClearance(found)) {
            return new ServiceClass(
                    ServiceClassifier.SURGERY,
                    ServiceClassifier.ADJUNCT,
                    RULE,
                    true,
                    found.bodyPart(),
                    found.quantity());
        }
        underClearance = CLEARANCES.contains(asSpelt(found));
        return found;
    }

    /** The rule, whether or not a word had to be spelt right for it. */
    private static String asSpelt(ServiceClass found) {
        return found.rule().replace(ServiceClassifier.SPELLING, "");
    }

    private static boolean isOfClearance(ServiceClass found) {
        return found.category().equals(TESTING)
                && (TESTS.contains(asSpelt(found)) || asSpelt(found).equals(X_RAY) && CHEST.equals(found.bodyPart()));
    }
}
