package org.uphold.bench;

import java.util.List;

/** The layouts of the sample letters: a paragraph a line, to be wrapped. */
final class SampleForms {

    private static final String FAMILIAR =
            "He/she has been in active clinical practice for more than five years and is currently working at least 24 hours a week in active practice. The expert reviewer was selected based on his/her clinical experience, education, background, and expertise in the same or similar specialties that evaluate and/or treat the medical condition and disputed items/Service. He/she is familiar with governing laws and regulations, including the strength of evidence hierarchy that applies to Independent Medical Review determinations.\n";
    private static final String HOW =
            "HOW THE IMR FINAL DETERMINATION WAS MADE\nMAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator. ";
    private static final String SUMMARY =
            "CLINICAL CASE SUMMARY\nThe expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:\n";
    private static final String SET_FORTH =
            "The Final Determination was based on decisions for the disputed items/services set forth below:\n";

    private SampleForms() {}

    static String text(SampleCase c) {
        return switch (c.layout()) {
            case NOTICE_2013 -> notice2013(c);
            case LETTER_2013 -> letter2013(c);
            case LETTER_2014 -> letter2014(c);
            case LETTER_2015 -> letter2015(c);
            case LETTER_2018 -> letter2018(c);
            case REVIEW -> review(c);
        };
    }

    private static String notice2013(SampleCase c) {
        StringBuilder statements = new StringBuilder();
        StringBuilder sections = new StringBuilder();
        int number = 1;
        for (SampleCase.Item item : c.items()) {
            statements.append(number + ") MAXIMUS Federal Services, Inc. has determined the request for "
                    + item.service() + " " + item.necessity() + ".\n\n");
            sections.append(number + ") Regarding the request for " + item.service() + ":\n\n"
                    + "Medical Treatment Guideline(s) Relied Upon by the Expert Reviewer to Make His/Her Decision:\n"
                    + "The Claims Administrator based its decision on the " + item.denialCites()
                    + ", part of the Medical Treatment Utilization Schedule (MTUS). The Expert Reviewer based his/her decision on the "
                    + item.reviewCites() + ", part of the MTUS.\n\n" + "Rationale for the Decision:\n"
                    + item.rationale()
                    + " The request for " + item.service() + " " + item.necessity() + ".\n\n");
            number++;
        }
        return "MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review\n\n"
                + "Notice of Independent Medical Review Determination\n\nDated: " + c.decided()
                + "\n\nIMR Case Number: "
                + c.number() + "\nDate of UR Decision: " + c.denied() + "\nDate of Injury: " + c.injury()
                + "\nIMR Application Received: " + c.received() + "\n\nDEAR\n\n" + statements
                + "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE\n\n"
                + "An application for Independent Medical Review was filed on " + c.received()
                + " disputing the Utilization Review Denial dated " + c.denied()
                + ". A Notice of Assignment and Request for Information was provided to the above parties on "
                + c.assigned()
                + ". A decision has been made for each of the treatment and/or services that were in dispute:\n\n"
                + statements
                + "Medical Qualifications of the Expert Reviewer:\nThe physician reviewer is Board Certified in "
                + c.specialties() + " and is licensed to practice in " + c.states() + ".\n\nCase Summary:\n"
                + "Disclaimer: The following case summary was taken directly from the utilization review denial/modification dated "
                + c.denied() + ".\n\n" + c.summary() + "\n\nDocuments Reviewed for Determination:\n"
                + "The application, the utilization review determination and the medical records from the provider.\n\n"
                + sections
                + "Effect of the Decision:\nThe determination of MAXIMUS Federal Services and its physician reviewer is deemed to be the Final Determination of the Administrative Director, Division of Workers' Compensation.";
    }

    private static String letter2013(SampleCase c) {
        StringBuilder text = new StringBuilder("MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review\n\n"
                + "Independent Medical Review Final Determination Letter\n\nDated: " + c.decided()
                + "\n\nIMR Case Number:  "
                + c.number() + "\nDate of Injury:  " + c.injury() + "\nUR Denial Date:  " + c.denied()
                + "\nApplication Received:  " + c.received() + "\nDate Assigned:  " + c.assigned() + "\n\n"
                + "HOW THE IMR FINAL DETERMINATION WAS MADE\n\nMAXIMUS Federal Services sent the complete case file to a physician reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator. The physician reviewer is Board Certified in "
                + c.specialties() + " and is licensed to practice in " + c.states()
                + ". He/she has been in active clinical practice for more than five years.\n\nDOCUMENTS REVIEWED\n\nThe application, the utilization review letter and the medical records.\n\n"
                + "CLINICAL CASE SUMMARY\n\n" + c.summary() + "\n\nIMR DECISION(S) AND RATIONALE(S)\n\n" + SET_FORTH);
        int number = 1;
        for (SampleCase.Item item : c.items()) {
            text.append("\n" + number++ + ". The request for " + item.service() + " " + item.necessity() + ".\n\n"
                    + "The Claims Administrator based its decision on the MTUS Chronic Pain Medical Treatment Guidelines, "
                    + item.denialCites() + ", which is part of the MTUS.\n\n"
                    + "The Physician Reviewer based his/her decision on the MTUS Chronic Pain Medical Treatment Guidelines, "
                    + item.reviewCites()
                    + ", which is part of the MTUS.\n\nThe Physician Reviewer's decision rationale:\n"
                    + item.rationale() + " The request " + item.necessity() + ".\n");
        }
        return text.toString().strip();
    }

    private static String letter2014(SampleCase c) {
        return "Case Number: " + c.number() + " Date Assigned: " + c.assigned() + "\nDate of Injury: " + c.injury()
                + " Decision Date: " + c.decided() + "\nUR Denial Date: " + c.denied()
                + "\nPriority: Standard Application Received: " + c.received() + "\n\n" + HOW
                + "The expert reviewer is Board Certified in " + c.specialties() + " and is licensed to practice in "
                + c.states() + ". " + FAMILIAR + "\n" + SUMMARY + c.summary()
                + "\n\nIMR ISSUES, DECISIONS AND RATIONALES\n" + SET_FORTH + "\n" + labelled(c.items());
    }

    private static String letter2015(SampleCase c) {
        return "Case Number: " + c.number() + " Date Assigned: " + c.assigned() + "\nDate of Injury: " + c.injury()
                + " Decision Date: " + c.decided() + "\nUR Denial Date: " + c.denied()
                + "\nPriority: Standard Application\nReceived:\n" + c.received() + "\n\n" + HOW + FAMILIAR
                + credentials(c)
                + "\n" + SUMMARY + c.summary() + "\n\nIMR ISSUES, DECISIONS AND RATIONALES\n" + SET_FORTH + "\n"
                + labelled(c.items());
    }

    private static String letter2018(SampleCase c) {
        long upheld = c.items().stream().filter(SampleCase.Item::upheld).count();
        String outcome = upheld == c.items().size()
                ? "UPHOLD. This means we decided that none"
                : upheld == 0
                        ? "OVERTURN. This means we decided that all"
                        : "PARTIAL OVERTURN. This means we decided that some (but not all)";
        return "MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review\n\n"
                + "Independent Medical Review Final Determination Letter\n\nIMR Case Number: " + c.number()
                + "\nDate of Injury: " + c.injury() + "\nApplication Received: " + c.received()
                + "\nClaims Administrator: Cedar Point Claims\nDate of UR Decision(s): " + c.denied()
                + "\nDate of Final Determination: " + c.decided() + "\n\nDear Injured Worker:\n\nFinal Determination: "
                + outcome
                + " of the disputed items/services are medically necessary and appropriate. A detailed explanation of the decision for each of the disputed items/services is provided later in this letter.\n\nSincerely,\nMedical Director\n\n"
                + HOW + FAMILIAR + credentials(c) + "\n" + SUMMARY + c.summary()
                + "\n\nIMR ISSUES, DECISIONS AND RATIONALES\n" + SET_FORTH + "\n" + labelled(c.items());
    }

    private static String review(SampleCase c) {
        SampleCase.Item item = c.items().get(0);
        return "MEDICAL PROFESSIONAL REVIEW\n\nIMR Case Number: " + c.number() + "\nDate of Injury: " + c.injury()
                + "\nUR Denial Date: " + c.denied() + "\nApplication Received: " + c.received() + "\nDecision Date: "
                + c.decided() + "\n\nISSUE AT DISPUTE:\n" + item.service() + "\n\nCASE SUMMARY:\n" + c.summary()
                + "\n\nDOCUMENTS REVIEWED FOR DETERMINATION:\nThe application and the medical records.\n\n"
                + "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:\n" + item.reviewCites()
                + "\n\nRATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS " + (item.upheld() ? "NOT " : "")
                + "MEDICALLY NECESSARY:\n" + item.rationale() + "\n\nMEDICAL REVIEWER QUALIFICATIONS:\n"
                + "The physician reviewer is Board Certified in " + c.specialties() + " and is licensed to practice in "
                + c.states() + ".";
    }

    private static String credentials(SampleCase c) {
        return "The Expert Reviewer has the following credentials:\nState(s) of Licensure: " + c.states()
                + "\nCertification(s)/Specialty: " + c.specialties() + "\n";
    }

    private static String labelled(List<SampleCase.Item> items) {
        StringBuilder text = new StringBuilder();
        for (SampleCase.Item item : items) {
            text.append(item.service() + ": " + (item.upheld() ? "Upheld" : "Overturned")
                    + "\n\nClaims Administrator guideline: " + item.denialCites() + "\n\nMAXIMUS guideline: "
                    + item.reviewCites() + "\n\nDecision rationale: " + item.rationale() + " The request is "
                    + (item.upheld() ? "not " : "") + "medically necessary.\n\n");
        }
        return text.toString().strip();
    }
}
