package org.uphold.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.CaseDates;
import org.uphold.determination.CaseKey;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Reviewer;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

/** From a letter's text to its reading. A pure function: no files, no clock, no locale. */
public final class LetterParser {

    private LetterParser() {}

    /** The one reading of a letter; a rejected one carries the hash of the folded text. */
    public static Reading parse(LetterText text) {
        return parse(text, Supplement.NONE, LetterOptions.DEFAULT.latest());
    }

    /**
     * The one reading of a letter.
     *
     * @param text what it says
     * @param supplement what was learned beside the letter, used only where the letter is silent
     * @param latest the last day that a letter can tell of
     */
    static Reading parse(LetterText text, Supplement supplement, LocalDate latest) {
        return read(Hyphenation.mended(text), supplement, latest);
    }

    private static Reading read(LetterText text, Supplement supplement, LocalDate latest) {
        Body body = new Body(text);
        Outline outline = new Outline(body);
        Era era = body.lineCount() == 0 ? null : Eras.of(outline);
        if (era == null) {
            return rejected(
                    text, ProblemCode.NOT_A_LETTER, "A determination letter was expected; found none of its headings.");
        }
        int second = SecondLetter.find(outline);
        if (second >= 0) {
            return several(text, body.place(second));
        }
        Draft draft = new Draft(body);
        int headerEnd = era.headerEnd(outline);
        HeaderFields header = new HeaderFields(body, draft, headerEnd, latest);
        Credentials.read(outline, draft);
        era.readItems(outline, draft);
        if (draft.items().isEmpty()) {
            return rejected(text, ProblemCode.NO_ITEMS, "At least one disputed item was expected; found none.");
        }
        return new Reading.Accepted(
                determination(text, draft, outline, header, supplement),
                era.form(),
                body.place(0),
                draft.evidence(),
                draft.problems());
    }

    private static Determination determination(
            LetterText text, Draft draft, Outline outline, HeaderFields header, Supplement supplement) {
        Body body = draft.body();
        String caseNumber = header.caseNumber();
        if (caseNumber == null && body.headerCaseNumber() != null && body.headerCaseNumberPlace() != null) {
            caseNumber = body.headerCaseNumber();
            draft.found("case_number", body.headerCaseNumberPlace());
        }
        LocalDate decision = header.decision();
        if (caseNumber == null && supplement.caseNumber() != null) {
            caseNumber = supplement.caseNumber();
        }
        if (decision == null) {
            decision = supplement.decisionDate();
        }
        String key = caseNumber == null ? "" : CaseKey.of(caseNumber);
        Mark items = outline.firstOf(Heading.endsOfForm(), 0);
        FormSentences sentences = new FormSentences(body, items == null ? body.length() : items.start());
        CaseDates dates = new CaseDates(
                decision == null ? null : PartialDate.of(decision),
                header.injury(),
                sentences.urDecision(header.urDecision(), draft),
                sentences.received(header.received(), draft),
                header.assigned());
        Checks.order(draft, dates);
        FieldChecks.items(draft);
        Checks.items(draft);
        List<DisputedItem> finished = draft.finishedItems();
        Checks.caseOutcome(draft, header.caseOutcome(), finished);
        Checks.headings(draft, outline);
        Checks.undecided(draft, outline);
        PageBreaks.report(draft, outline);
        Reasons.report(draft);
        Checks.letter(draft);
        Checks.pages(draft, header.caseNumber() != null && header.decision() != null);
        if (decision == null) {
            draft.problem(ProblemCode.UNDATED, "The letter states no decision date.", Place.FILE);
        }
        draft.found(
                "form",
                body.place(
                        outline.marks().isEmpty() ? 0 : outline.marks().get(0).start()));
        CaseAttributes attributes = header.claimsAdministrator() == null
                ? CaseAttributes.NONE
                : new CaseAttributes(header.claimsAdministrator(), null, null, null, null);
        return new Determination(
                key.isEmpty() ? "text:" + hash(text) : key,
                caseNumber,
                dates,
                header.priority(),
                header.caseOutcome(),
                new Reviewer(draft.specialties(), draft.licensure()),
                attributes,
                finished);
    }

    private static Reading several(LetterText text, Place second) {
        return new Reading.Rejected(
                new Problem(
                        ProblemCode.SEVERAL_LETTERS,
                        "One letter was expected; at this place another begins, or the same again.",
                        second),
                Place.FILE,
                hash(text));
    }

    private static Reading rejected(LetterText text, ProblemCode code, String message) {
        return new Reading.Rejected(new Problem(code, message, Place.FILE), Place.FILE, hash(text));
    }

    /** Lower-case hex SHA-256 of the folded text in UTF-8. */
    private static String hash(LetterText text) {
        try {
            byte[] bytes = text.folded().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
