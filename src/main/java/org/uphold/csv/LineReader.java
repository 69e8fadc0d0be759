package org.uphold.csv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.CaseDates;
import org.uphold.determination.CaseKey;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.determination.Priority;
import org.uphold.determination.StatedCategory;
import org.uphold.source.ProblemCode;

/**
 * Turns a row into what it says, in one dialect under one header. Remembers the words that come again and again; for one
 * thread.
 */
final class LineReader {

    private static final int MOST_WORDS = 10_000;
    /** What a spreadsheet makes of a number of many digits: different cases look the same then. */
    private static final Pattern SHORTENED = Pattern.compile("[0-9](?:[.,][0-9]+)?[Ee]\\+[0-9]{1,3}");

    private final Dialect dialect;
    private final Columns columns;
    private final @Nullable String rowKey;
    private final boolean byRow;
    private final RowProblems problems = new RowProblems();
    private final FieldTexts texts;
    private final RowDates dates;
    private final ReviewerNames reviewers;
    private final Map<String, Optional<Outcome>> outcomes = new HashMap<>();
    private final Map<String, Optional<Priority>> priorities = new HashMap<>();
    private final Map<String, String> lowerCase = new HashMap<>();

    /**
     * @param dialect the dialect
     * @param columns its columns in the header
     * @param fileHash hex SHA-256 of the file where rows are keyed by it, or null
     * @param days which days the table can state
     */
    LineReader(Dialect dialect, Columns columns, @Nullable String fileHash, DayRules days) {
        this.dialect = dialect;
        this.columns = columns;
        this.byRow = byRow(dialect, columns);
        this.rowKey = fileHash == null ? null : "row:" + fileHash.substring(0, 16) + ":";
        this.texts = new FieldTexts(dialect, columns, problems);
        this.dates = new RowDates(dialect, columns, texts, problems, days);
        this.reviewers = new ReviewerNames(dialect, columns, texts, problems);
    }

    /** Whether each row is a case of its own. */
    static boolean byRow(Dialect dialect, Columns columns) {
        return switch (dialect.key) {
            case ROW -> true;
            case CASE_NUMBER -> false;
            case CASE_NUMBER_OR_ROW -> !columns.has(Field.CASE_NUMBER);
        };
    }

    /** Whether each row is a case of its own. */
    boolean isByRow() {
        return byRow;
    }

    /** Null for a row without any value, which is no record: spreadsheets end in such rows. */
    @Nullable
    Line read(Row row) {
        problems.start(row.line());
        String caseNumber = texts.text(row, Field.CASE_NUMBER);
        String key = byRow ? rowKey + row.number() : key(caseNumber);
        String service = texts.text(row, Field.SERVICE);
        String outcomeWord = texts.text(row, Field.OUTCOME);
        if (caseNumber == null && service == null && outcomeWord == null && texts.isBlank(row)) {
            return null;
        }
        if (row.isUnfinished()) {
            problems.note(
                    ProblemCode.CUT_ROW, "expected a line end as behind the other rows, found the end of the file");
        }
        if (key == null) {
            problems.refuse(ProblemCode.MISSING_VALUE, "expected a value for case_number, found none");
        }
        if (caseNumber != null && SHORTENED.matcher(caseNumber).matches()) {
            problems.refuse(
                    ProblemCode.BAD_VALUE,
                    "expected a case number in full, found one that a spreadsheet shortened to a power of ten; export the column"
                            + " as text");
        }
        if (service == null && dialect.required.contains(Field.SERVICE)) {
            problems.refuse(ProblemCode.MISSING_VALUE, "expected a value for service, found none");
        }
        int number = itemNumber(row);
        Outcome outcome = outcome(outcomeWord);
        CaseFields fields = caseFields(row, caseNumber);
        if (problems.isBad()) {
            return new Line(row, key, caseNumber, null, null, problems.all());
        }
        String heading = texts.shaped(Field.SERVICE, service);
        String words = heading == null ? "" : heading;
        DisputedItem item = new DisputedItem(
                number,
                words,
                words,
                outcome,
                texts.shaped(
                        Field.CLAIMS_ADMINISTRATOR_GUIDELINE, texts.text(row, Field.CLAIMS_ADMINISTRATOR_GUIDELINE)),
                texts.shaped(Field.REVIEWER_GUIDELINE, texts.text(row, Field.REVIEWER_GUIDELINE)),
                stated(row));
        return new Line(row, key, caseNumber, fields, item, problems.all());
    }

    /** The case's key alone, to tell where one case ends and the next starts; null where there is none. */
    @Nullable
    String caseKey(Row row) {
        return key(texts.text(row, Field.CASE_NUMBER));
    }

    private static @Nullable String key(@Nullable String caseNumber) {
        String key = caseNumber == null ? "" : CaseKey.of(caseNumber);
        return key.isEmpty() ? null : key;
    }

    private CaseFields caseFields(Row row, @Nullable String caseNumber) {
        CaseDates caseDates = new CaseDates(
                dates.decisionDate(row, caseNumber),
                dates.day(row, Field.DATE_OF_INJURY),
                dates.day(row, Field.UR_DECISION_DATE),
                dates.day(row, Field.APPLICATION_RECEIVED_DATE),
                dates.day(row, Field.ASSIGNED_DATE));
        CaseAttributes attributes = new CaseAttributes(
                texts.shaped(Field.CLAIMS_ADMINISTRATOR, texts.text(row, Field.CLAIMS_ADMINISTRATOR)),
                texts.shaped(Field.JURISDICTION, texts.text(row, Field.JURISDICTION)),
                texts.text(row, Field.AGE),
                texts.text(row, Field.SEX),
                urAction(row));
        return new CaseFields(
                caseDates, priority(row), texts.text(row, Field.CASE_OUTCOME), reviewers.reviewer(row), attributes);
    }

    private int itemNumber(Row row) {
        if (!columns.has(Field.ITEM_NUMBER)) {
            return 1;
        }
        String text = texts.text(row, Field.ITEM_NUMBER);
        if (text == null) {
            problems.refuse(ProblemCode.MISSING_VALUE, "expected a value for item_number, found none");
            return 1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i > 5) {
                number = 0;
                break;
            }
            number = 10 * number + (c - '0');
        }
        if (number < 1) {
            problems.refuse(
                    ProblemCode.BAD_VALUE,
                    "expected a whole number from 1 to 999999 as item_number, found another value");
            return 1;
        }
        return number;
    }

    private Outcome outcome(@Nullable String word) {
        if (word == null) {
            problems.note(ProblemCode.MISSING_OUTCOME, "expected a value for outcome, found none");
            return Outcome.UNKNOWN;
        }
        Optional<Outcome> outcome = known(outcomes, word, w -> Optional.ofNullable(dialect.outcomes.get(Words.key(w))));
        if (outcome.isEmpty()) {
            problems.refuse(
                    ProblemCode.BAD_VALUE, "expected as outcome a word such as Upheld or Overturned, found another");
        }
        return outcome.orElse(Outcome.UNKNOWN);
    }

    private @Nullable Priority priority(Row row) {
        String text = texts.text(row, Field.PRIORITY);
        if (text == null) {
            return null;
        }
        Optional<Priority> priority =
                known(priorities, text, word -> Optional.ofNullable(dialect.priorities.get(Words.key(word))));
        if (priority.isEmpty()) {
            problems.note(ProblemCode.BAD_VALUE, "expected as priority Standard or Expedited, found another word");
        }
        return priority.orElse(null);
    }

    private @Nullable String urAction(Row row) {
        String text = texts.text(row, Field.UR_ACTION);
        return text == null ? null : known(lowerCase, text, word -> word.toLowerCase(Locale.ROOT));
    }

    /** What was found out about a word; most columns say few. */
    private static <T> T known(Map<String, T> words, String word, Function<String, T> findOut) {
        T known = words.get(word);
        if (known == null) {
            known = findOut.apply(word);
            if (words.size() < MOST_WORDS) {
                words.put(word, known);
            }
        }
        return known;
    }

    private @Nullable StatedCategory stated(Row row) {
        if (!columns.has(Field.STATED_CATEGORY)) {
            return null;
        }
        String category = texts.text(row, Field.STATED_CATEGORY);
        return category == null
                ? null
                : new StatedCategory(dialect.vocabulary, category, texts.text(row, Field.STATED_SUBCATEGORY));
    }
}
