package org.uphold.letter;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Priority;
import org.uphold.letter.HeaderLabels.Field;
import org.uphold.letter.HeaderLabels.Slot;
import org.uphold.letter.HeaderLabels.Spelling;
import org.uphold.source.ProblemCode;

/**
 * The labelled fields before the first section, in one column or two, the value after its label or, where the label is
 * broken, between its halves. What a value is is decided by its own form, so that an empty field does not take the next
 * one's label for its value.
 */
final class HeaderFields {

    private static final Pattern DATE = Pattern.compile(DateText.REGEX);
    private static final Pattern CASE = Pattern.compile("(?:imr[ -]*)?[a-z]{0,4} ?\\d{2} ?- ?\\d{4,9}\\b");
    private static final Pattern CASE_OUTCOME =
            Pattern.compile("[a-z][a-z /()-]{2,40}?(?= ?[.:;]| this means| we decided)");
    /** Something with a digit in it that ends before the next colon. */
    private static final Pattern NO_DATE = Pattern.compile("[^:]{0,9}\\d[^:]*+(?!:)");

    private static final Pattern HAS_DIGIT = Pattern.compile("[^ :]{0,12}\\d");
    private static final Pattern LINE_BREAK = Pattern.compile(" ?- ");
    private static final int LONGEST_DATE = 18;

    private final Body body;
    private final Draft draft;
    private final Map<Field, LocalDate> dates = new EnumMap<>(Field.class);
    private @Nullable String caseNumber;
    private @Nullable String caseOutcome;
    private @Nullable String claimsAdministrator;
    private @Nullable Priority priority;

    private final LocalDate latest;

    /**
     * @param body the letter
     * @param draft receives places and problems
     * @param end where the header ends
     * @param latest the last day that a letter can tell of
     */
    HeaderFields(Body body, Draft draft, int end, LocalDate latest) {
        this.body = body;
        this.draft = draft;
        this.latest = latest;
        for (Slot slot : HeaderLabels.find(body, end)) {
            take(slot);
        }
    }

    private void take(Slot slot) {
        if (slot.reading() == Spelling.UNCLEAR) {
            unclear(slot);
            return;
        }
        int from = slot.from();
        int end = slot.to();
        while (from < end && body.shadow().charAt(from) == ' ') {
            from++;
        }
        if (slot.reading() == Spelling.MISREAD) {
            misread(slot);
        }
        switch (slot.field()) {
            case CASE_NUMBER -> caseNumber = caseNumber == null ? caseNumber(from, end) : caseNumber;
            case CASE_OUTCOME -> {
                if (DATE.matcher(body.shadow()).region(from, end).lookingAt()) {
                    // "Date of" was lost before it.
                    misread(slot);
                    date(Field.DECISION_DATE, slot, from, end);
                } else {
                    caseOutcome = caseOutcome == null ? caseOutcome(from, end) : caseOutcome;
                }
            }
            case PRIORITY -> priority = priority == null ? priority(from, end) : priority;
            case CLAIMS_ADMINISTRATOR ->
                claimsAdministrator = claimsAdministrator == null
                        ? FieldChecks.firm(restOfLine(from, end), draft, from)
                        : claimsAdministrator;
            case OTHER -> {}
            default -> date(slot.field(), slot, from, end);
        }
    }

    private void date(Field field, Slot slot, int from, int end) {
        if (dates.containsKey(field)) {
            return;
        }
        Matcher inside = DATE.matcher(body.shadow());
        inside.region(slot.start(), slot.labelEnd());
        if (inside.find()) {
            put(field, inside);
            return;
        }
        Matcher after = DATE.matcher(body.shadow());
        after.region(from, end);
        if (after.lookingAt() && endsThere(after.end())) {
            put(field, after);
            return;
        }
        Matcher other = NO_DATE.matcher(body.shadow());
        other.region(from, Math.min(end, from + LONGEST_DATE));
        if (other.lookingAt()) {
            bad(from);
        }
    }

    /** Not {@code 03/18/2015l}, nor {@code 03/18/20-15}. */
    private boolean endsThere(int offset) {
        return offset >= body.length()
                || !Character.isLetterOrDigit(body.shadow().charAt(offset));
    }

    private void put(Field field, Matcher m) {
        LocalDate date = DateText.parse(m.group());
        if (date == null || !DateText.isPossible(date, field == Field.DATE_OF_INJURY, latest)) {
            bad(m.start());
            return;
        }
        dates.put(field, date);
        draft.found(field.evidence(), m.start());
    }

    private void misread(Slot slot) {
        draft.problem(
                ProblemCode.MISREAD,
                "A label of the header was expected; found one that is spelt nearly so.",
                slot.start());
    }

    private void unclear(Slot slot) {
        if (slot.field() != Field.OTHER) {
            draft.problem(
                    ProblemCode.BAD_VALUE,
                    "Behind a run of labels as many values of their forms were expected; found others, which are left out.",
                    slot.start());
        }
    }

    private void bad(int offset) {
        draft.problem(
                ProblemCode.BAD_DATE,
                "A header field should hold a date that can be, month first; found none.",
                offset);
    }

    private @Nullable String caseNumber(int from, int end) {
        Matcher m = CASE.matcher(body.shadow());
        m.region(from, end);
        if (!m.lookingAt()) {
            if (from < end
                    && HAS_DIGIT
                            .matcher(body.shadow())
                            .region(from, Math.min(end, from + 20))
                            .lookingAt()) {
                draft.problem(
                        ProblemCode.BAD_VALUE,
                        "The case number should be two digits, a hyphen and more digits; found another.",
                        from);
            }
            return null;
        }
        draft.found(Field.CASE_NUMBER.evidence(), m.start());
        return LINE_BREAK.matcher(body.slice(m.start(), m.end())).replaceAll("-");
    }

    private @Nullable String caseOutcome(int from, int end) {
        Matcher m = CASE_OUTCOME.matcher(body.shadow());
        m.region(from, Math.min(end, body.end(body.lineAt(from)) + 20));
        m.useTransparentBounds(true);
        String printed = null;
        if (m.lookingAt()) {
            printed = body.slice(m.start(), m.end());
        } else if (from < end) {
            String rest = restOfLine(from, end);
            printed = rest != null && rest.length() <= 40 ? rest : null;
        }
        if (printed != null && !saysAnOutcome(printed)) {
            draft.problem(
                    ProblemCode.BAD_VALUE,
                    "The final determination should be to uphold or to overturn; found other words, which are left out.",
                    from);
            return null;
        }
        if (printed != null) {
            draft.found(Field.CASE_OUTCOME.evidence(), from);
        }
        return printed;
    }

    private static boolean saysAnOutcome(String printed) {
        String shadow = TextFolding.shadow(printed);
        OutcomeWords.Verdict verdict = OutcomeWords.verdict(shadow, 0, shadow.length());
        return verdict.outcome() != null || verdict.contradictory() || shadow.contains("partial");
    }

    private @Nullable Priority priority(int from, int end) {
        String rest = body.shadow().substring(from, end);
        Priority found = rest.startsWith("standard") || rest.startsWith("regular")
                ? Priority.STANDARD
                : rest.startsWith("expedited") ? Priority.EXPEDITED : null;
        if (found != null) {
            draft.found(Field.PRIORITY.evidence(), from);
        } else if (restOfLine(from, end) != null) {
            draft.problem(ProblemCode.BAD_VALUE, "The priority should be Standard or Expedited.", from);
        }
        return found;
    }

    private @Nullable String restOfLine(int from, int end) {
        if (from >= end) {
            return null;
        }
        String rest = body.slice(from, Math.min(end, body.end(body.lineAt(from))));
        return rest.isEmpty() ? null : rest;
    }

    @Nullable
    LocalDate decision() {
        return dates.get(Field.DECISION_DATE);
    }

    @Nullable
    LocalDate injury() {
        return dates.get(Field.DATE_OF_INJURY);
    }

    @Nullable
    LocalDate urDecision() {
        return dates.get(Field.UR_DECISION_DATE);
    }

    @Nullable
    LocalDate received() {
        return dates.get(Field.RECEIVED);
    }

    @Nullable
    LocalDate assigned() {
        return dates.get(Field.ASSIGNED);
    }

    @Nullable
    Priority priority() {
        return priority;
    }

    @Nullable
    String caseNumber() {
        return caseNumber;
    }

    @Nullable
    String caseOutcome() {
        return caseOutcome;
    }

    @Nullable
    String claimsAdministrator() {
        return claimsAdministrator;
    }
}
