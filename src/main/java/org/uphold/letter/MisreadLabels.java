package org.uphold.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.letter.HeaderLabels.Field;

/**
 * Finds the labels of a header that are not spelt as forms spell them, or have no colon: what stands before a colon, or
 * before a date or a case number without one, is compared with the labels that the header lacks.
 */
final class MisreadLabels {

    /** As forms print them; those of fields that are not read keep them from being taken for others. */
    private static final Map<Field, List<Likeness>> WORDINGS = new EnumMap<>(Field.class);

    static {
        put(Field.CASE_NUMBER, "imr case number", "case number");
        put(
                Field.DECISION_DATE,
                "date of final determination",
                "final determination date",
                "imr decision date",
                "decision date",
                "date of imr decision",
                "date of decision",
                "determination date",
                "dated");
        put(Field.DATE_OF_INJURY, "date of injury", "injury date", "dates of injury");
        put(
                Field.UR_DECISION_DATE,
                "date of ur decision",
                "date of ur decisions",
                "date of ur denial",
                "ur decision date",
                "ur denial date",
                "date of utilization review decision",
                "utilization review decision date",
                "utilization review denial date");
        put(
                Field.RECEIVED,
                "imr application received",
                "application received",
                "application received date",
                "date application received");
        put(Field.ASSIGNED, "date assigned", "assigned date", "date of assignment");
        put(Field.PRIORITY, "priority");
        put(Field.CASE_OUTCOME, "final determination");
        put(Field.CLAIMS_ADMINISTRATOR, "claims administrator", "claims administrator name");
        put(
                Field.OTHER,
                "claim number",
                "employee",
                "employee name",
                "injured worker",
                "provider",
                "employer",
                "date of birth");
    }

    private static final String PRIORITIES = "(?:standard|regular|expedited)\\b";
    private static final Pattern PRIORITY = Pattern.compile(" ?" + PRIORITIES);
    private static final Pattern END = Pattern.compile("[:;.,]| (?=" + DateText.REGEX
            + "|(?:cm|imr)[ -]?\\d{2} ?- ?\\d|" + PRIORITIES + "|(?:partial )?(?:uphold|overturn))");
    private static final int LONGEST = 48;
    private static final int MOST_WORDS = 7;

    /**
     * A label.
     *
     * @param field which
     * @param start its first character
     * @param end after its colon
     */
    record Label(Field field, int start, int end) {}

    private record Found(Label label, int differing, int letters) {}

    private MisreadLabels() {}

    private static void put(Field field, String... wordings) {
        List<Likeness> forms = new ArrayList<>();
        for (String wording : wordings) {
            forms.add(Likeness.of(wording));
        }
        WORDINGS.put(field, forms);
    }

    /**
     * The labels that are misread.
     *
     * @param body the letter
     * @param end where its header ends
     * @param exact the labels that are spelt as they should be, in their order
     */
    static List<Label> find(Body body, int end, List<Label> exact) {
        List<Found> found = new ArrayList<>();
        Matcher m = END.matcher(body.shadow()).region(0, end);
        int floor = 0;
        int next = 0;
        while (m.find()) {
            while (next < exact.size() && exact.get(next).end() <= m.start()) {
                floor = Math.max(floor, exact.get(next++).end());
            }
            if (next < exact.size() && exact.get(next).start() < m.end()) {
                continue;
            }
            Found best = before(body, floor, m.start(), m.end());
            if (best != null) {
                found.add(best);
                floor = m.end();
            } else if (m.group().equals(":")) {
                floor = m.end();
            }
        }
        return chosen(found, exact);
    }

    /** Each field once, the label that is nearest to its wording; none that is there as it should be. */
    private static List<Label> chosen(List<Found> found, List<Label> exact) {
        List<Label> labels = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingInt(Found::differing))
                .map(Found::label)
                .filter(label ->
                        exact.stream().noneMatch(e -> e.field() == label.field() && label.field() != Field.OTHER))
                .filter(label -> label.field() != Field.OTHER)
                .forEach(label -> {
                    if (labels.stream().noneMatch(l -> l.field() == label.field())) {
                        labels.add(label);
                    }
                });
        labels.sort(Comparator.comparingInt(Label::start));
        return labels;
    }

    private static @Nullable Found before(Body body, int floor, int end, int after) {
        String shadow = body.shadow();
        Found best = null;
        int words = 0;
        int from = Math.max(floor, end - LONGEST);
        boolean priority = PRIORITY.matcher(shadow).region(after, body.length()).lookingAt();
        for (int start = end - 1; start >= from && words < MOST_WORDS; start--) {
            boolean word =
                    shadow.charAt(start) != ' ' && (start == 0 || start == floor || shadow.charAt(start - 1) == ' ');
            if (!word) {
                continue;
            }
            words++;
            Likeness text = Likeness.of(shadow, start, end, LONGEST);
            for (Map.Entry<Field, List<Likeness>> field : WORDINGS.entrySet()) {
                for (Likeness wording : field.getValue()) {
                    // The value tells what so short a word was.
                    int most = wording.tolerance() + (field.getKey() == Field.PRIORITY && priority ? 1 : 0);
                    int[] differing = wording.beginning(text, most);
                    int at = text.length() - Math.max(0, wording.length() - most);
                    if (differing == null || at < 0 || at >= differing.length || differing[at] > most) {
                        continue;
                    }
                    int score = differing[at] * 100 - wording.length();
                    if (best == null || score < best.differing() * 100 - best.letters()) {
                        best = new Found(new Label(field.getKey(), start, after), differing[at], wording.length());
                    }
                }
            }
        }
        return best;
    }

    /** Whether a text of shadow letters is a label of a field, one letter more or less. */
    static boolean isNearly(String shadow, Field field) {
        Likeness text = Likeness.of(shadow, 0, shadow.length(), LONGEST);
        for (Likeness wording : WORDINGS.getOrDefault(field, List.of())) {
            int[] differing = wording.beginning(text, 1);
            int at = text.length() - Math.max(0, wording.length() - 1);
            if (differing != null && at >= 0 && at < differing.length && differing[at] <= 1) {
                return true;
            }
        }
        return false;
    }
}
