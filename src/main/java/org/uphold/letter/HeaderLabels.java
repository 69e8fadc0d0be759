package org.uphold.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.letter.MisreadLabels.Label;

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
     * @param reading how its label was found
     */
    record Slot(Field field, int start, int labelEnd, int from, int to, Spelling reading) {}

    /** How a label is spelt, and whether its value can be told. */
    enum Spelling {
        /** As forms spell it. */
        EXACT,
        /** Nearly so. */
        MISREAD,
        /** One of a run of labels whose values follow, and are not as many or not of their forms. */
        UNCLEAR
    }

    private static final Pattern LABELS = labels();
    private static final Pattern DATE = Pattern.compile(DateText.REGEX);
    private static final Pattern CASE = Pattern.compile("(?:imr[ -]*)?[a-z]{0,4} ?\\d{2} ?- ?\\d{4,9}");
    private static final Pattern PRIORITY = Pattern.compile("standard|regular|expedited");

    private HeaderLabels() {}

    private static Pattern labels() {
        StringBuilder regex = new StringBuilder("(?:");
        for (Field field : Field.values()) {
            regex.append(field.ordinal() == 0 ? "(" : "|(").append(field.label).append(")");
        }
        return Pattern.compile(regex.append(") ?:").toString());
    }

    /** The slots before an offset, in the order of their labels. */
    static List<Slot> find(Body body, int end) {
        List<Label> exact = exact(body, end);
        List<Label> misread = MisreadLabels.find(body, end, exact);
        List<Label> labels = new ArrayList<>(exact);
        labels.addAll(misread);
        labels.sort(Comparator.comparingInt(Label::start));
        List<Slot> slots = new ArrayList<>(labels.size());
        int i = 0;
        while (i < labels.size()) {
            int run = i;
            while (run + 1 < labels.size()
                    && isBlank(body, labels.get(run).end(), labels.get(run + 1).start())) {
                run++;
            }
            int next = run + 1 < labels.size() ? labels.get(run + 1).start() : end;
            List<Label> together = labels.subList(i, run + 1);
            List<Slot> columns = run > i ? column(body, together, next, misread) : List.of();
            if (columns.isEmpty()) {
                boolean unclear = isUnclear(body, together);
                for (int k = i; k <= run; k++) {
                    Label label = labels.get(k);
                    int to = k < run ? labels.get(k + 1).start() : next;
                    Spelling spelling = misread.contains(label) ? Spelling.MISREAD : Spelling.EXACT;
                    slots.add(new Slot(
                            label.field(),
                            label.start(),
                            label.end(),
                            label.end(),
                            to,
                            unclear ? Spelling.UNCLEAR : spelling));
                }
            } else {
                slots.addAll(columns);
            }
            i = run + 1;
        }
        return slots;
    }

    private static List<Label> exact(Body body, int end) {
        List<Label> labels = new ArrayList<>();
        String shadow = body.shadow();
        Matcher m = LABELS.matcher(shadow);
        int at = 0;
        while (at < end) {
            // To look for the beginning of a word is less work than to try all labels at each character.
            boolean word = isLetter(shadow.charAt(at)) && (at == 0 || !isLetter(shadow.charAt(at - 1)));
            if (!word || !m.region(at, end).lookingAt()) {
                at++;
                continue;
            }
            at = m.end();
            for (Field field : Field.values()) {
                if (m.group(field.ordinal() + 1) != null) {
                    labels.add(label(body, field, m.start(), m.end()));
                    break;
                }
            }
        }
        return labels;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Where the word before a label makes it nearly another's ({@code UB Decision Date}), it is that one. */
    private static Label label(Body body, Field field, int start, int end) {
        String shadow = body.shadow();
        if (field == Field.DECISION_DATE && start > body.start(body.lineAt(start))) {
            int word = shadow.lastIndexOf(' ', start - 2) + 1;
            String longer = shadow.substring(word, end);
            if (word < start && MisreadLabels.isNearly(longer, Field.UR_DECISION_DATE)) {
                return new Label(Field.UR_DECISION_DATE, word, end);
            }
        }
        return new Label(field, start, end);
    }

    /** Several labels side by side or one below the other, and no value behind the last: the values follow in a run. */
    private static boolean isUnclear(Body body, List<Label> run) {
        int read = 0;
        for (Label label : run) {
            read += label.field().isDate() || label.field() == Field.CASE_NUMBER || label.field() == Field.PRIORITY
                    ? 1
                    : 0;
        }
        int last = run.get(run.size() - 1).end();
        int line = body.lineAt(Math.max(0, last - 1)) + 1;
        return read > 2
                && body.isLineEnd(last)
                && line + 1 < body.lineCount()
                && isValue(body, line)
                && isValue(body, line + 1);
    }

    private static boolean isValue(Body body, int line) {
        String value = body.shadow().substring(body.start(line), body.end(line));
        return DATE.matcher(value).matches()
                || CASE.matcher(value).matches()
                || PRIORITY.matcher(value).matches();
    }

    /** As many values as labels, each of its label's form, line by line; else nothing, because nothing is guessed. */
    private static List<Slot> column(Body body, List<Label> run, int next, List<Label> misread) {
        int last = run.get(run.size() - 1).end();
        if (!body.isLineEnd(last)) {
            return List.of();
        }
        List<Slot> slots = new ArrayList<>();
        int line = body.lineAt(Math.max(0, last - 1)) + 1;
        for (Label label : run) {
            if (line >= body.lineCount() || body.start(line) >= next || !fits(body, label.field(), line)) {
                return List.of();
            }
            slots.add(new Slot(
                    label.field(),
                    label.start(),
                    label.end(),
                    body.start(line),
                    body.end(line),
                    misread.contains(label) ? Spelling.MISREAD : Spelling.EXACT));
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
