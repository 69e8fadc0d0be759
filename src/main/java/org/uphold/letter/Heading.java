package org.uphold.letter;

import java.util.List;
import java.util.regex.Pattern;

/** The headings and labels that letters of any era are divided by: the one table that all eras share. */
enum Heading {
    NOTICE_TITLE(Kind.TITLE, "Notice of Independent Medical Review Determination"),
    FINAL_LETTER_TITLE(Kind.TITLE, "Independent Medical Review Final Determination Letter"),
    REVIEW_TITLE(Kind.TITLE, "MEDICAL PROFESSIONAL REVIEW"),

    HOW_MADE(Kind.SECTION, "HOW THE IMR FINAL DETERMINATION WAS MADE"),
    CREDENTIALS(Kind.LABEL, "The Expert Reviewer has the following credentials:"),
    LICENSURE(Kind.LABEL, "State(s) of Licensure:"),
    CERTIFICATION(Kind.LABEL, "Certification(s)/Specialty:", "Certification(s)/Specialties:"),
    DOCUMENTS(Kind.SECTION, "DOCUMENTS REVIEWED"),
    DOCUMENTS_FOR(Kind.SECTION_LABEL, "Documents Reviewed for Determination:"),
    SUMMARY(Kind.SECTION, "CLINICAL CASE SUMMARY"),
    CASE_SUMMARY(Kind.SECTION_LABEL, "Case Summary:"),

    ISSUES(Kind.SECTION, "IMR ISSUES, DECISIONS AND RATIONALES", "IMR ISSUES DECISIONS AND RATIONALES"),
    DECISIONS(Kind.SECTION, "IMR DECISION(S) AND RATIONALE(S)"),
    ITEMS_INTRODUCTION(
            Kind.LABEL,
            "The Final Determination was based on decisions for the disputed items/services set forth below:",
            "The Final Determination was based on decisions for the disputed items/services set forth",
            "The Final Determination was based on decisions for the disputed"),

    CLAIMS_ADMINISTRATOR_GUIDELINE(Kind.LABEL, "Claims Administrator guideline(s):"),
    REVIEWER_GUIDELINE(
            Kind.LABEL,
            "MAXIMUS guideline(s):",
            "MAXIMUS Federal Services guideline(s):",
            "Expert Reviewer guideline(s):"),
    RATIONALE(Kind.LABEL, "Decision rationale:"),

    NOTICE_DECISION(Kind.SECTION, "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE"),
    QUALIFICATIONS(Kind.SECTION_LABEL, "Medical Qualifications of the Expert Reviewer:"),
    GUIDELINES_RELIED_UPON(
            Kind.LABEL, "Medical Treatment Guideline(s) Relied Upon by the Expert Reviewer to Make His/Her Decision:"),
    NOTICE_RATIONALE(Kind.LABEL, "Rationale for the Decision:"),
    EFFECT(Kind.SECTION_LABEL, "Effect of the Decision:"),

    PHYSICIAN_RATIONALE(
            Kind.LABEL,
            "The Physician Reviewer's decision rationale:",
            "The Expert Reviewer's decision rationale:",
            "The Professional Reviewer's decision rationale:"),

    ISSUE_AT_DISPUTE(Kind.SECTION_LABEL, "ISSUE(S) AT DISPUTE:"),
    PROFESSIONAL_GUIDELINES(
            Kind.SECTION_LABEL,
            "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:",
            "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY THE PROFESSIONAL REVIEWER AND WHY:"),
    PROFESSIONAL_RATIONALE(Kind.SECTION_LABEL, "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE"),
    REVIEWER_QUALIFICATIONS(Kind.SECTION_LABEL, "MEDICAL REVIEWER QUALIFICATIONS:");

    private enum Kind {
        /** Stands on a line of its own near the start; opens no section. */
        TITLE,
        /** Stands on lines of its own. */
        SECTION,
        /** Ends with a colon and opens a section; text may follow on the line. */
        SECTION_LABEL,
        /** Ends with a colon; text may follow on the line. */
        LABEL
    }

    private final Kind kind;
    private final Pattern pattern;
    private final String initials;
    private final List<String> wordings;

    Heading(Kind kind, String... wordings) {
        this.kind = kind;
        this.wordings = List.of(wordings);
        StringBuilder regex = new StringBuilder();
        for (String wording : wordings) {
            regex.append(regex.isEmpty() ? "" : "|").append(Wording.regex(wording));
        }
        this.pattern = Pattern.compile(regex.toString());
        StringBuilder initials = new StringBuilder();
        for (String wording : wordings) {
            initials.append(Character.toLowerCase(wording.charAt(0)));
        }
        this.initials = initials.toString();
    }

    /** Whether a line that starts with this shadow character can start this heading. */
    boolean mayStartWith(char c) {
        return initials.indexOf(c) >= 0;
    }

    /** As the forms print it, in all the ways they have. */
    List<String> wordings() {
        return wordings;
    }

    /** Over shadow text. */
    Pattern pattern() {
        return pattern;
    }

    /** Whether it ends what stands before it, such as the header of a letter. */
    boolean opensSection() {
        return kind == Kind.SECTION || kind == Kind.SECTION_LABEL;
    }

    /** Whether a colon ends it, behind which its text may follow. */
    boolean endsInColon() {
        return wordings.stream().allMatch(wording -> wording.endsWith(":"));
    }

    /** Whether nothing else may stand on its line, unless it is printed in capitals. */
    boolean standsAlone() {
        return kind == Kind.SECTION || kind == Kind.TITLE;
    }
}
