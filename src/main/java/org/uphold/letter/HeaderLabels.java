package org.uphold.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the labels of a header and where the value of each stands: after its label, or, where a table was written column by
 * column, in the run of values that follows a run of labels.
 */
final class HeaderLabels {

    /** The fields of a header, with every label they have had and the name of their evidence. */
    enum Field {
        CASE_NUMBER("case_number", "(?:imr )?case (?:number|no\\.?|#)"),
        DECISION_DATE(
                "decision_date",
                "date of final determination|final determination date|(?:imr )?decision date|date of (?:imr )?decision"
                        + "|determination date|dated"),
        DATE_OF_INJURY("date_of_injury", "date\\(?s?\\)? of injury|injury date|doi"),
        UR_DECISION_DATE(
                "ur_decision_date",
                "date\\(?s?\\)? of (?:ur|utilization review) (?:decision|denial)(?:\\(s\\)|s)?"
                        + "|(?:ur|utilization review) (?:denial|decision) date(?:\\(s\\)|s)?"),
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

        String evidence() {
            return evidence;
        }

        boolean isDate() {
            return ordinal() >= DECISION_DATE.ordinal() && ordinal() <= ASSIGNED.ordinal();
        }
    }

    /**
     * A label with the room for its value.
     *
     * @param field which field
     * @param start the label's first character
     * @param labelEnd after its colon
     * @param from where its value may start
     * @param to where it must have ended
     */
    record Slot(Field field, int start, int labelEnd, int from, int to) {}

    private static final Pattern LABELS = labels();
    private static final Pattern DATE = Pattern.compile(DateText.REGEX);
    private static final Pattern CASE = Pattern.compile("(?:imr[ -]*)?[a-z]{0,4} ?\\d{2} ?- ?\\d{4,9}");
    private static final Pattern PRIORITY = Pattern.compile("standard|regular|expedited");

    private HeaderLabels() {}

    private static Pattern labels() {
        StringBuilder regex = new StringBuilder("(?<![a-z])(?:");
        for (Field field : Field.values()) {
            regex.append(field.ordinal() == 0 ? "(" : "|(").append(field.label).append(")");
        }
        return Pattern.compile(regex.append(") ?:").toString());
    }

    /** The slots before an offset, in the order of their labels. */
    static List<Slot> find(Body body, int end) {
        List<Slot> labels = new ArrayList<>();
        Matcher m = LABELS.matcher(body.shadow()).region(0, end);
        while (m.find()) {
            for (Field field : Field.values()) {
                if (m.group(field.ordinal() + 1) != null) {
                    labels.add(new Slot(field, m.start(), m.end(), m.end(), end));
                    break;
                }
            }
        }
        List<Slot> slots = new ArrayList<>(labels.size());
        int i = 0;
        while (i < labels.size()) {
            int run = i;
            while (run + 1 < labels.size()
                    && isBlank(
                            body,
                            labels.get(run).labelEnd(),
                            labels.get(run + 1).start())) {
                run++;
            }
            int next = run + 1 < labels.size() ? labels.get(run + 1).start() : end;
            List<Slot> columns = run > i ? column(body, labels.subList(i, run + 1), next) : List.of();
            if (columns.isEmpty()) {
                for (int k = i; k <= run; k++) {
                    Slot label = labels.get(k);
                    int to = k < run ? labels.get(k + 1).start() : next;
                    slots.add(new Slot(label.field(), label.start(), label.labelEnd(), label.labelEnd(), to));
                }
            } else {
                slots.addAll(columns);
            }
            i = run + 1;
        }
        return slots;
    }

    /** As many values as labels, each of its label's form, line by line; else nothing, because nothing is guessed. */
    private static List<Slot> column(Body body, List<Slot> run, int next) {
        int last = run.get(run.size() - 1).labelEnd();
        if (!body.isLineEnd(last)) {
            return List.of();
        }
        List<Slot> slots = new ArrayList<>();
        int line = body.lineAt(Math.max(0, last - 1)) + 1;
        for (Slot label : run) {
            if (line >= body.lineCount() || body.start(line) >= next || !fits(body, label.field(), line)) {
                return List.of();
            }
            slots.add(new Slot(label.field(), label.start(), label.labelEnd(), body.start(line), body.end(line)));
            line++;
        }
        return slots;
    }

    private static boolean fits(Body body, Field field, int line) {
        String value = body.shadow().substring(body.start(line), body.end(line));
        if (field.isDate()) {
            return DATE.matcher(value).matches();
        }
        return switch (field) {
            case CASE_NUMBER -> CASE.matcher(value).matches();
            case PRIORITY -> PRIORITY.matcher(value).matches();
            default -> false;
        };
    }

    /** The shadow of the case number in a slot, or null where none stands there. */
    static @Nullable String caseNumber(Body body, Slot slot) {
        Matcher m = CASE.matcher(body.shadow());
        int from = slot.from();
        while (from < slot.to() && body.shadow().charAt(from) == ' ') {
            from++;
        }
        return m.region(from, slot.to()).lookingAt() ? m.group() : null;
    }

    private static boolean isBlank(Body body, int from, int to) {
        return body.slice(from, to).isEmpty();
    }
}
