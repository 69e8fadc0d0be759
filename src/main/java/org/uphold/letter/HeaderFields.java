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
    private static final Pattern LOOSE_DATE = Pattern.compile("[\\d/.-]{6,10}");

    private final Body body;
    private final Draft draft;
    private final Map<Field, LocalDate> dates = new EnumMap<>(Field.class);
    private @Nullable String caseNumber;
    private @Nullable String caseOutcome;
    private @Nullable String claimsAdministrator;
    private @Nullable Priority priority;

    HeaderFields(Body body, Draft draft, int end) {
        this.body = body;
        this.draft = draft;
        for (Slot slot : HeaderLabels.find(body, end)) {
            take(slot);
        }
    }

    private void take(Slot slot) {
        int from = slot.from();
        int end = slot.to();
        while (from < end && body.shadow().charAt(from) == ' ') {
            from++;
        }
        switch (slot.field()) {
            case CASE_NUMBER -> caseNumber = caseNumber == null ? caseNumber(from, end) : caseNumber;
            case CASE_OUTCOME -> caseOutcome = caseOutcome == null ? caseOutcome(from, end) : caseOutcome;
            case PRIORITY -> priority = priority == null ? priority(from, end) : priority;
            case CLAIMS_ADMINISTRATOR ->
                claimsAdministrator = claimsAdministrator == null ? restOfLine(from, end) : claimsAdministrator;
            case OTHER -> {}
            default -> date(slot, from, end);
        }
    }

    private void date(Slot slot, int from, int end) {
        if (dates.containsKey(slot.field())) {
            return;
        }
        Matcher inside = DATE.matcher(body.shadow());
        inside.region(slot.start(), slot.labelEnd());
        if (inside.find()) {
            put(slot.field(), inside);
            return;
        }
        Matcher after = DATE.matcher(body.shadow());
        after.region(from, end);
        if (after.lookingAt()) {
            put(slot.field(), after);
            return;
        }
        Matcher loose = LOOSE_DATE.matcher(body.shadow());
        loose.region(from, end);
        if (loose.lookingAt()) {
            bad(from);
        }
    }

    private void put(Field field, Matcher m) {
        LocalDate date = DateText.parse(m.group());
        if (date == null) {
            bad(m.start());
            return;
        }
        dates.put(field, date);
        draft.found(field.evidence(), m.start());
    }

    private void bad(int offset) {
        draft.problem(
                ProblemCode.BAD_DATE, "A header field should hold a date, month first; found no such day.", offset);
    }

    private @Nullable String caseNumber(int from, int end) {
        Matcher m = CASE.matcher(body.shadow());
        m.region(from, end);
        if (!m.lookingAt()) {
            return null;
        }
        draft.found(Field.CASE_NUMBER.evidence(), m.start());
        return body.slice(m.start(), m.end());
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
        if (printed != null) {
            draft.found(Field.CASE_OUTCOME.evidence(), from);
        }
        return printed;
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
