package org.uphold.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Reviewer;

/** The reviewer whom a row names: lists of specialties and of states. The same ones come again and again, and are remembered. */
final class ReviewerNames {

    private static final int MOST = 10_000;

    private final Dialect dialect;
    private final Columns columns;
    private final FieldTexts texts;
    private final RowProblems problems;
    private final Map<String, Map<String, Reviewer>> reviewers = new HashMap<>();

    ReviewerNames(Dialect dialect, Columns columns, FieldTexts texts, RowProblems problems) {
        this.dialect = dialect;
        this.columns = columns;
        this.texts = texts;
        this.problems = problems;
    }

    Reviewer reviewer(Row row) {
        String specialties = texts.text(row, Field.REVIEWER_SPECIALTY);
        String states = texts.text(row, Field.LICENSE_STATE);
        if (specialties == null && states == null) {
            return Reviewer.NOT_STATED;
        }
        hasShortNames(Field.REVIEWER_SPECIALTY, specialties);
        hasShortNames(Field.LICENSE_STATE, states);
        if (reviewers.size() >= MOST) {
            reviewers.clear();
        }
        Map<String, Reviewer> byStates = reviewers.computeIfAbsent(String.valueOf(specialties), key -> new HashMap<>());
        String statesKey = String.valueOf(states);
        Reviewer reviewer = byStates.get(statesKey);
        if (reviewer == null) {
            int before = problems.count();
            reviewer = new Reviewer(
                    texts.shaped(Field.REVIEWER_SPECIALTY, list(specialties)),
                    texts.shaped(Field.LICENSE_STATE, list(states)));
            // What has a problem is read again in each row that has it.
            if (byStates.size() < MOST && problems.count() == before) {
                byStates.put(statesKey, reviewer);
            }
        }
        return reviewer;
    }

    private void hasShortNames(Field field, @Nullable String text) {
        if (text != null && text.length() > Field.LONGEST_NAME) {
            for (String name : list(text)) {
                if (name.length() > Field.LONGEST_NAME) {
                    int[] of = columns.of(field);
                    texts.tooLong(
                            of.length == 0 ? field.label() : columns.name(of[0]), Field.LONGEST_NAME, name.length());
                }
            }
        }
    }

    private List<String> list(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int to = text.indexOf(dialect.listSeparator, from);
            to = to < 0 ? text.length() : to;
            String name = text.substring(from, to).strip();
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
            from = to + 1;
        }
        return names;
    }
}
