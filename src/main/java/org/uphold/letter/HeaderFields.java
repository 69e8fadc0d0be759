package org.uphold.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Priority;
import org.uphold.source.ProblemCode;

/**
 * The labelled fields before the first section, in one column or two, the value after its label or, where the label is
 * broken, between its halves. What a value is is decided by its own form, so that an empty field does not take the next
 * one's label for its value.
 */
final class HeaderFields {

    private enum Field {
        CASE_NUMBER("case_number", "(?:imr )?case (?:number|no\\.?|#)"),
        DECISION_DATE(
                "decision_date",
                "date of final determination|final determination date|(?:imr )?decision date|date of (?:imr )?decision"
                        + "|determination date|dated"),
        DATE_OF_INJURY("date_of_injury", "date\\(?s?\\)? of injury|injury date|doi"),
        UR_DECISION_DATE(
                "ur_decision_date",
                "date\\(?s?\\)? of (?:ur|utilization review) (?:decision|denial)\\(?s?\\)?"
                        + "|(?:ur|utilization review) (?:denial|decision) date\\(?s?\\)?"),
        RECEIVED(
                "application_received_date",
                "(?:imr )?application (?:" + DateText.REGEX + " )?received(?: date)?|date application received"),
        ASSIGNED("assigned_date", "date assigned|assigned date|date of assignment"),
        PRIORITY("priority", "priority"),
        CASE_OUTCOME("case_outcome_as_printed", "final determination"),
        CLAIMS_ADMINISTRATOR("claims_administrator", "claims administrator(?: name)?"),
        OTHER(
                "",
                "claim (?:number|no\\.?|#)|employee(?: name)?|injured worker|provider(?: name)?|employer"
                        + "|treatment\\(?s?\\)? in dispute listed on imr application|diagnosis|date of birth");

        private final String evidence;
        private final String label;

        Field(String evidence, String label) {
            this.evidence = evidence;
            this.label = label.replace(" ", " ?");
        }
    }

    private record Label(Field field, int start, int end) {}

    private static final Pattern LABELS = labels();
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
    private int empty;

    HeaderFields(Body body, Draft draft, int end) {
        this.body = body;
        this.draft = draft;
        List<Label> found = find(end);
        for (int i = 0; i < found.size(); i++) {
            Label label = found.get(i);
            take(label, i + 1 < found.size() ? found.get(i + 1).start() : end);
        }
    }

    private static Pattern labels() {
        StringBuilder regex = new StringBuilder("(?<![a-z])(?:");
        for (Field field : Field.values()) {
            regex.append(field.ordinal() == 0 ? "(" : "|(").append(field.label).append(")");
        }
        return Pattern.compile(regex.append(") ?:").toString());
    }

    private List<Label> find(int end) {
        List<Label> found = new ArrayList<>();
        Matcher m = LABELS.matcher(body.shadow());
        m.region(0, end);
        while (m.find()) {
            for (Field field : Field.values()) {
                if (m.group(field.ordinal() + 1) != null) {
                    found.add(new Label(field, m.start(), m.end()));
                    break;
                }
            }
        }
        return found;
    }

    private void take(Label label, int end) {
        int from = label.end();
        while (from < end && body.shadow().charAt(from) == ' ') {
            from++;
        }
        switch (label.field()) {
            case CASE_NUMBER -> caseNumber = caseNumber == null ? caseNumber(from, end) : caseNumber;
            case CASE_OUTCOME -> caseOutcome = caseOutcome == null ? caseOutcome(from, end) : caseOutcome;
            case PRIORITY -> priority = priority == null ? priority(from, end) : priority;
            case CLAIMS_ADMINISTRATOR ->
                claimsAdministrator = claimsAdministrator == null ? restOfLine(from, end) : claimsAdministrator;
            case OTHER -> {}
            default -> date(label, from, end);
        }
    }

    private void date(Label label, int from, int end) {
        if (dates.containsKey(label.field())) {
            return;
        }
        Matcher inside = DATE.matcher(body.shadow());
        inside.region(label.start(), label.end());
        if (inside.find()) {
            put(label.field(), inside);
            return;
        }
        Matcher after = DATE.matcher(body.shadow());
        after.region(from, end);
        if (after.lookingAt()) {
            put(label.field(), after);
            return;
        }
        empty++;
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
        draft.found(field.evidence, m.start());
    }

    private void bad(int offset) {
        draft.problem(
                ProblemCode.BAD_DATE, "A header field should hold a date, month first; found no such day.", offset);
    }

    private @Nullable String caseNumber(int from, int end) {
        Matcher m = CASE.matcher(body.shadow());
        m.region(from, end);
        if (!m.lookingAt()) {
            empty++;
            return null;
        }
        draft.found(Field.CASE_NUMBER.evidence, m.start());
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
            draft.found(Field.CASE_OUTCOME.evidence, from);
        }
        return printed;
    }

    private @Nullable Priority priority(int from, int end) {
        String rest = body.shadow().substring(from, end);
        Priority found = rest.startsWith("standard") || rest.startsWith("regular")
                ? Priority.STANDARD
                : rest.startsWith("expedited") ? Priority.EXPEDITED : null;
        if (found != null) {
            draft.found(Field.PRIORITY.evidence, from);
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

    /** Labels of dates and case number that stand without a value. */
    int emptyLabels() {
        return empty;
    }
}
