package org.uphold.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.CaseDates;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.letter.Draft.DraftItem;
import org.uphold.source.Place;
import org.uphold.source.ProblemCode;

/** What a reading says about itself: missing blocks and outcomes, contradictions, a letter that was cut. */
final class Checks {

    private static final Pattern ENDED = Pattern.compile("[.!?][\"')\\]*]*$");

    private Checks() {}

    static void items(Draft draft) {
        List<DraftItem> items = draft.items();
        for (int i = 0; i < items.size(); i++) {
            DraftItem item = items.get(i);
            int number = i + 1;
            if (item.contradictory) {
                draft.problem(
                        ProblemCode.CONTRADICTORY_OUTCOME,
                        "Item " + number + " should state one outcome; found two that differ.",
                        item.outcomeAt < 0 ? item.at : item.outcomeAt);
            } else if (item.unknownWord) {
                draft.problem(
                        ProblemCode.BAD_VALUE,
                        "Item " + number + " should be upheld, overturned or partially overturned; found another word.",
                        item.outcomeAt);
            } else if (item.outcome == null) {
                draft.problem(
                        ProblemCode.MISSING_OUTCOME,
                        "Item " + number + " should state an outcome; found none.",
                        item.at);
            }
            missing(draft, item, number, i + 1 == items.size() && isCut(draft.body()));
        }
    }

    private static void missing(Draft draft, DraftItem item, int number, boolean cut) {
        StringBuilder blocks = new StringBuilder();
        append(blocks, item.service.isEmpty(), "heading");
        append(blocks, item.claimsAdministrator == null, "claims administrator's guideline");
        append(blocks, item.reviewer == null, "reviewer's guideline");
        append(blocks, !item.rationale, "rationale");
        if (blocks.length() > 0 && !cut) {
            draft.problem(ProblemCode.MISSING_BLOCK, "Item " + number + " has no " + blocks + ".", item.at);
        }
    }

    private static void append(StringBuilder out, boolean missing, String name) {
        if (missing) {
            out.append(out.isEmpty() ? "" : ", ").append(name);
        }
    }

    static void letter(Draft draft) {
        Body body = draft.body();
        if (isCut(body)) {
            draft.problem(
                    ProblemCode.TRUNCATED,
                    "The letter should end with a sentence; it stops within one.",
                    body.length());
        }
        if (draft.specialties().isEmpty()) {
            draft.problem(ProblemCode.MISSING_BLOCK, "The letter states no specialty of its reviewer.", Place.FILE);
        }
        if (draft.licensure().isEmpty()) {
            draft.problem(ProblemCode.MISSING_BLOCK, "The letter states no licence of its reviewer.", Place.FILE);
        }
        if (body.letter().undecodable()) {
            draft.problem(
                    ProblemCode.UNDECODABLE_TEXT, "Some bytes are no text in the encoding of the others.", Place.FILE);
        }
    }

    /** Compares its dates with each other: what comes before cannot be later. Both are kept. */
    static void order(Draft draft, CaseDates dates) {
        LocalDate decision = dates.decision() == null ? null : dates.decision().toLocalDate();
        order(draft, "date_of_injury", dates.injury(), "ur_decision_date", dates.urDecision());
        order(draft, "ur_decision_date", dates.urDecision(), "application_received_date", dates.received());
        order(draft, "application_received_date", dates.received(), "decision_date", decision);
        order(draft, "assigned_date", dates.assigned(), "decision_date", decision);
        if (dates.received() == null) {
            order(draft, "ur_decision_date", dates.urDecision(), "decision_date", decision);
        }
        if (dates.urDecision() == null) {
            order(draft, "date_of_injury", dates.injury(), "decision_date", decision);
        }
    }

    private static void order(
            Draft draft, String first, @Nullable LocalDate one, String second, @Nullable LocalDate other) {
        if (one != null && other != null && one.isAfter(other)) {
            Place place = draft.evidence().get(second);
            draft.problem(
                    ProblemCode.BAD_DATE,
                    second + " should not be before " + first + "; it is.",
                    place == null ? Place.FILE : place);
        }
    }

    /** Compares the numbers that a letter prints before its items: from one on, without a gap. */
    static void numbering(Draft draft, Map<Integer, Integer> starts) {
        int expected = 1;
        for (Map.Entry<Integer, Integer> start : new TreeMap<>(starts).entrySet()) {
            if (start.getKey() > expected) {
                draft.problem(
                        ProblemCode.MISSING_BLOCK,
                        "Item " + expected + " was expected by the letter's own numbers; found item " + start.getKey()
                                + ".",
                        start.getValue());
            }
            expected = start.getKey() + 1;
        }
    }

    /** Says which headings were taken for the one that they resemble. */
    static void headings(Draft draft, Outline outline) {
        for (Mark mark : outline.marks()) {
            if (mark.misread()) {
                draft.problem(
                        ProblemCode.MISREAD,
                        "A heading of the form was expected; found one that is spelt nearly so.",
                        mark.start());
            }
        }
    }

    /** Compares the numbers of its pages. */
    static void pages(Draft draft, boolean whole) {
        LetterText letter = draft.body().letter();
        for (PageMarks.Fault fault :
                PageMarks.faults(letter.lines(), draft.body().furniture(), whole)) {
            draft.problem(ProblemCode.PAGES, fault.text(), letter.place(fault.line()));
        }
    }

    /** Looks for lines behind the items' section that end in an outcome and are no item: one whose labels were lost. */
    static void undecided(Draft draft, Outline outline) {
        Mark section = outline.first(Heading.ISSUES);
        Body body = draft.body();
        if (section == null) {
            return;
        }
        for (int line = body.lineAt(section.end()); line < body.lineCount(); line++) {
            int floor = headingStart(body, line);
            OutcomeWords.Found found = floor < 0 ? null : OutcomeWords.before(body, floor, body.end(line));
            if (found == null || !found.strong() || found.start() <= section.end()) {
                continue;
            }
            // A heading that stands twice is one item.
            String said = withoutColon(body.slice(floor, found.start()));
            if (draft.items().stream()
                    .noneMatch(item -> item.outcomeAt == found.start() || item.service.equals(said))) {
                draft.problem(
                        ProblemCode.MISSING_BLOCK,
                        "A line that ends in an outcome was expected to be an item; its labels are not found.",
                        found.start());
            }
        }
    }

    /** Where the line begins that ends with a colon and an outcome, which may stand on the next line; -1 where this is none. */
    private static int headingStart(Body body, int line) {
        int start = body.start(line);
        int end = body.end(line);
        String last = body.shadow().substring(Math.max(start, end - 24), end);
        if (!last.contains("uph") && !last.contains("overt") && !last.contains("revers")) {
            return -1;
        }
        if (last.indexOf(':') >= 0) {
            return start;
        }
        return line > 0 && body.shadow().charAt(body.end(line - 1) - 1) == ':' ? body.start(line - 1) : -1;
    }

    private static String withoutColon(String text) {
        return text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private static boolean isCut(Body body) {
        int last = body.lineCount() - 1;
        return last < 0
                || !ENDED.matcher(body.shadow().substring(body.start(last))).find();
    }

    /** Compares the cover page's outcome with the items'. */
    static void caseOutcome(Draft draft, @Nullable String printed, List<DisputedItem> items) {
        if (printed == null) {
            return;
        }
        String shadow = TextFolding.shadow(printed);
        Outcome stated = OutcomeWords.verdict(shadow, 0, shadow.length()).outcome();
        boolean upheld = false;
        boolean overturned = false;
        boolean partial = false;
        boolean all = !isCut(draft.body());
        for (DisputedItem item : items) {
            upheld |= item.outcome() == Outcome.UPHELD;
            overturned |= item.outcome() == Outcome.OVERTURNED;
            partial |= item.outcome() == Outcome.PARTIALLY_OVERTURNED;
            all &= item.outcome().isDetermined();
        }
        boolean differs = stated == Outcome.UPHELD && (overturned || partial)
                || stated == Outcome.OVERTURNED && (upheld || partial)
                || stated == Outcome.PARTIALLY_OVERTURNED && all && !partial && upheld != overturned;
        if (differs) {
            Place place = draft.evidence().get("case_outcome_as_printed");
            draft.problem(
                    ProblemCode.CASE_OUTCOME_DIFFERS,
                    "The cover page should state the outcome that the items add up to; it states another.",
                    place == null ? Place.FILE : place);
        }
    }
}
