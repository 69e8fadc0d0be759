package org.uphold.letter;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    SUMMARY(Kind.SECTION, Part.NARRATIVE, "CLINICAL CASE SUMMARY"),
    CASE_SUMMARY(Kind.SECTION_LABEL, Part.NARRATIVE, "Case Summary:"),

    ISSUES(Kind.SECTION, Part.ITEMS, "IMR ISSUES, DECISIONS AND RATIONALES", "IMR ISSUES DECISIONS AND RATIONALES"),
    DECISIONS(Kind.SECTION, Part.ITEMS, "IMR DECISION(S) AND RATIONALE(S)"),
    ITEMS_INTRODUCTION(
            Kind.LABEL,
            Part.ITEMS,
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

    /** What a letter is divided into. */
    enum Part {
        /** The clinical story: before it stand the fields and the credentials that the form prints. */
        NARRATIVE,
        /** The items with their decisions. */
        ITEMS,
        /** Everything else. */
        OTHER
    }

    private static final Map<Part, Set<Heading>> PARTS = Arrays.stream(values())
            .collect(Collectors.groupingBy(
                    heading -> heading.part,
                    () -> new EnumMap<>(Part.class),
                    Collectors.toCollection(() -> EnumSet.noneOf(Heading.class))));
    private static final Set<Heading> ENDS_OF_FORM = Arrays.stream(values())
            .filter(heading -> heading.part != Part.OTHER && heading.opensSection())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Heading.class)));

    /** By the first letter, which is one of the alphabet's, in the order of this table. */
    private static final List<List<Heading>> BY_INITIAL = IntStream.rangeClosed('a', 'z')
            .mapToObj(initial -> Arrays.stream(values())
                    .filter(heading ->
                            Arrays.stream(heading.beginnings).anyMatch(beginning -> beginning.charAt(0) == initial))
                    .toList())
            .toList();

    private final Kind kind;
    private final Part part;
    private final Pattern pattern;
    private final String[] beginnings;
    private final List<String> wordings;

    Heading(Kind kind, String... wordings) {
        this(kind, Part.OTHER, wordings);
    }

    /** @param part of the letter that it opens */
    Heading(Kind kind, Part part, String... wordings) {
        this.kind = kind;
        this.part = part;
        this.wordings = List.of(wordings);
        StringBuilder regex = new StringBuilder();
        for (String wording : wordings) {
            regex.append(regex.isEmpty() ? "" : "|").append(Wording.regex(wording));
        }
        this.pattern = Pattern.compile(regex.toString());
        this.beginnings =
                Arrays.stream(wordings).map(Wording::beginning).distinct().toArray(String[]::new);
    }

    /** Whether the first letters at an offset are those of this heading; what follows them may be anything. */
    boolean mayStart(String shadow, int at) {
        for (String beginning : beginnings) {
            if (Wording.begins(shadow, at, beginning)) {
                return true;
            }
        }
        return false;
    }

    /** The headings that a line which starts with this shadow character can start. */
    static List<Heading> startingWith(char c) {
        return c >= 'a' && c <= 'z' ? BY_INITIAL.get(c - 'a') : List.of();
    }

    /** As the forms print it, in all the ways they have. */
    List<String> wordings() {
        return wordings;
    }

    /** Those that open a part of the letter. */
    static Set<Heading> opening(Part part) {
        return PARTS.getOrDefault(part, Set.of());
    }

    /** Sections that end what the form prints before them: fields, sentences, credentials. */
    static Set<Heading> endsOfForm() {
        return ENDS_OF_FORM;
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
