package org.uphold.bench;

import java.util.SplittableRandom;

/** Guideline sentences in the grammar of the letters. */
final class GuidelineTexts {

    private static final String[] CHAPTERS = {
        "Chronic Pain Medical Treatment 2016",
        "Low Back Complaints 2004",
        "Neck and Upper Back Complaints 2004",
        "Shoulder Complaints 2004",
        "Opioid Treatment 2016",
        "Acupuncture Treatment 2007",
        "Knee Complaints 2004",
        "General Approaches 2004",
        "Forearm, Wrist, and Hand Complaints 2004",
        "Elbow Complaints 2007",
        "Postsurgical Treatment 2009",
        "Ankle and Foot Complaints 2004",
        "Chronic Pain Medical Treatment 2009",
        "Stress-Related Conditions 2004"
    };

    private static final String[] SECTIONS = {
        "Initial Care",
        "Special Studies",
        "Physical Methods",
        "Surgical Considerations",
        "Opioids, criteria for use",
        "NSAIDs",
        "Muscle relaxants (for pain)",
        "Physical Medicine",
        "Introduction",
        "Topical Analgesics",
        "Electrical stimulators"
    };

    private static final String[] OUTSIDE = {
        "Official Disability Guidelines (ODG), Low Back Chapter",
        "ODG, Pain (Chronic)",
        "ACOEM Practice Guidelines, 3rd Edition",
        "Official Disability Guidelines, Knee & Leg, MRIs",
        "www.drugs.com",
        "Labor Code 4610.5(c)(2)",
        "FDA (Omeprazole)",
        "Official Disability Guidelines-Treatment for Workers' Compensation, Mental Illness & Stress",
        "PubMed: randomized trials"
    };

    private final SplittableRandom random;

    GuidelineTexts(SplittableRandom random) {
        this.random = random;
    }

    String claimsAdministrator() {
        return text("The Claims Administrator", 62, 80);
    }

    String reviewer() {
        return text("The Expert Reviewer", 77, 93);
    }

    private String text(String who, int mtus, int outside) {
        int kind = random.nextInt(100);
        if (kind < mtus) {
            StringBuilder text = new StringBuilder("Decision based on MTUS ").append(chapter());
            if (random.nextInt(4) == 0) {
                text.append(", and ").append(chapter());
            }
            text.append('.');
            if (random.nextInt(3) == 0) {
                text.append(" Decision based on Non-MTUS Citation ")
                        .append(pick(OUTSIDE))
                        .append('.');
            }
            return text.toString();
        }
        if (kind < outside) {
            return who + " based their decision on recommendation(s) outside of the MTUS Guidelines."
                    + " Decision based on Non-MTUS Citation " + pick(OUTSIDE) + '.';
        }
        return who + " did not cite any medical evidence for its decision.";
    }

    private String chapter() {
        String chapter = pick(CHAPTERS);
        return random.nextInt(3) == 0 ? chapter : chapter + ", Section(s): " + pick(SECTIONS);
    }

    private String pick(String[] words) {
        double r = random.nextDouble();
        return words[(int) (r * r * words.length)];
    }
}
