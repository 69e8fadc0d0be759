package org.uphold.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.CaseDates;
import org.uphold.determination.CaseKey;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Priority;
import org.uphold.determination.Reviewer;
import org.uphold.determination.StatedCategory;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;

/**
 * Turns a row into what it says, in one dialect under one header. Remembers the words that come again and again; for one
 * thread.
 */
final class LineReader {

    private static final int MOST_WORDS = 10_000;

    private final Dialect dialect;
    private final Columns columns;
    private final @Nullable String rowKey;
    private final DateWords dates;
    private final DayRules days;
    private final int since;
    private final boolean byRow;
    private final boolean plain;
    private final @Nullable Map<String, String>[] values;
    private final @Nullable String[] defaults;
    private final Map<String, Map<String, Reviewer>> reviewers = new HashMap<>();
    private final Map<String, Optional<Outcome>> outcomes = new HashMap<>();
    private final Map<String, Optional<Priority>> priorities = new HashMap<>();
    private final Map<String, String> lowerCase = new HashMap<>();

    private List<Problem> problems = List.of();
    private long line;
    private boolean bad;

    /**
     * @param dialect the dialect
     * @param columns its columns in the header
     * @param fileHash hex SHA-256 of the file where rows are keyed by it, or null
     * @param days which days the table can state
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    LineReader(Dialect dialect, Columns columns, @Nullable String fileHash, DayRules days) {
        this.values = new Map[Field.values().length];
        this.defaults = new String[values.length];
        dialect.values.forEach((field, words) -> values[field.ordinal()] = words);
        dialect.defaults.forEach((field, word) -> defaults[field.ordinal()] = word);
        this.dialect = dialect;
        this.columns = columns;
        this.dates = new DateWords(dialect.dates, days.zone());
        this.days = days;
        this.since = Objects.requireNonNullElse(dialect.since, days.since());
        this.byRow = byRow(dialect, columns);
        this.rowKey = fileHash == null ? null : "row:" + fileHash.substring(0, 16) + ":";
        this.plain = dialect.remove.isEmpty() && !dialect.htmlEntities && dialect.nulls.isEmpty();
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
        problems = List.of();
        bad = false;
        line = row.line();
        String caseNumber = text(row, Field.CASE_NUMBER);
        String key = byRow ? rowKey + row.number() : key(caseNumber);
        String service = text(row, Field.SERVICE);
        String outcomeWord = text(row, Field.OUTCOME);
        if (caseNumber == null && service == null && outcomeWord == null && isBlank(row)) {
            return null;
        }
        if (row.isUnfinished()) {
            note(ProblemCode.CUT_ROW, "expected a line end as behind the other rows, found the end of the file");
        }
        if (key == null) {
            refuse(ProblemCode.MISSING_VALUE, "expected a value for case_number, found none");
        }
        if (service == null && dialect.required.contains(Field.SERVICE)) {
            refuse(ProblemCode.MISSING_VALUE, "expected a value for service, found none");
        }
        int number = itemNumber(row);
        Outcome outcome = outcome(outcomeWord);
        CaseFields fields = caseFields(row, caseNumber);
        if (bad) {
            return new Line(row, key, caseNumber, null, null, problems);
        }
        String heading = shaped(Field.SERVICE, service);
        String words = heading == null ? "" : heading;
        DisputedItem item = new DisputedItem(
                number,
                words,
                words,
                outcome,
                shaped(Field.CLAIMS_ADMINISTRATOR_GUIDELINE, text(row, Field.CLAIMS_ADMINISTRATOR_GUIDELINE)),
                shaped(Field.REVIEWER_GUIDELINE, text(row, Field.REVIEWER_GUIDELINE)),
                stated(row));
        return new Line(row, key, caseNumber, fields, item, problems);
    }

    /** The case's key alone, to tell where one case ends and the next starts; null where there is none. */
    @Nullable
    String caseKey(Row row) {
        return key(text(row, Field.CASE_NUMBER));
    }

    private static @Nullable String key(@Nullable String caseNumber) {
        String key = caseNumber == null ? "" : CaseKey.of(caseNumber);
        return key.isEmpty() ? null : key;
    }

    private CaseFields caseFields(Row row, @Nullable String caseNumber) {
        CaseDates caseDates = new CaseDates(
                decisionDate(row, caseNumber),
                day(row, Field.DATE_OF_INJURY),
                day(row, Field.UR_DECISION_DATE),
                day(row, Field.APPLICATION_RECEIVED_DATE),
                day(row, Field.ASSIGNED_DATE));
        CaseAttributes attributes = new CaseAttributes(
                shaped(Field.CLAIMS_ADMINISTRATOR, text(row, Field.CLAIMS_ADMINISTRATOR)),
                shaped(Field.JURISDICTION, text(row, Field.JURISDICTION)),
                text(row, Field.AGE),
                text(row, Field.SEX),
                urAction(row));
        return new CaseFields(caseDates, priority(row), text(row, Field.CASE_OUTCOME), reviewer(row), attributes);
    }

    private int itemNumber(Row row) {
        if (!columns.has(Field.ITEM_NUMBER)) {
            return 1;
        }
        String text = text(row, Field.ITEM_NUMBER);
        if (text == null) {
            refuse(ProblemCode.MISSING_VALUE, "expected a value for item_number, found none");
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
            refuse(
                    ProblemCode.BAD_VALUE,
                    "expected a whole number from 1 to 999999 as item_number, found another value");
            return 1;
        }
        return number;
    }

    private Outcome outcome(@Nullable String word) {
        if (word == null) {
            note(ProblemCode.MISSING_OUTCOME, "expected a value for outcome, found none");
            return Outcome.UNKNOWN;
        }
        Optional<Outcome> outcome = known(outcomes, word, w -> Optional.ofNullable(dialect.outcomes.get(Words.key(w))));
        if (outcome.isEmpty()) {
            refuse(ProblemCode.BAD_VALUE, "expected as outcome a word such as Upheld or Overturned, found another");
        }
        return outcome.orElse(Outcome.UNKNOWN);
    }

    private @Nullable PartialDate decisionDate(Row row, @Nullable String caseNumber) {
        String text = text(row, Field.DECISION_DATE);
        PartialDate date = null;
        if (text != null) {
            date = dates.read(text);
            if (date == null) {
                refuse(ProblemCode.BAD_DATE, "expected in decision_date " + datesExpected() + ", found something else");
                return null;
            }
            if (!days.canBeDecision(date, since)) {
                impossible(Field.DECISION_DATE);
                return null;
            }
        }
        if (date == null || date.month() == null) {
            PartialDate month = monthOf(caseNumber);
            // Where a year is stated that is not the case number's, the number tells when the case came, not its
            // decision.
            if (month != null && (date == null || date.year() == month.year())) {
                date = month;
            }
        }
        if (date == null && columns.has(Field.DECISION_DATE)) {
            note(ProblemCode.UNDATED, "expected a value for decision_date, found none");
        }
        return date;
    }

    private @Nullable PartialDate monthOf(@Nullable String caseNumber) {
        Pattern pattern = dialect.monthFromCaseNumber;
        if (pattern == null || caseNumber == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(caseNumber);
        if (!matcher.matches() && !matcher.reset(CaseKey.of(caseNumber)).matches()) {
            return null;
        }
        try {
            PartialDate month = PartialDate.of(
                    YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
            return days.canBeDecision(month, since) ? month : null;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** A date that has to be a day; one that is not is left out, with a problem, and the row stays. */
    private @Nullable LocalDate day(Row row, Field field) {
        String text = text(row, field);
        if (text == null) {
            return null;
        }
        LocalDate day = dates.readDay(text);
        if (day == null) {
            note(
                    ProblemCode.BAD_DATE,
                    "expected in " + field.label() + " " + datesExpected() + ", found something else");
        } else if (!days.canBe(field, day, since)) {
            impossible(field);
            return null;
        }
        return day;
    }

    /** A date that no such case can have is left out, and the row stays. */
    private void impossible(Field field) {
        note(
                ProblemCode.BAD_DATE,
                field == Field.DECISION_DATE
                        ? "expected in decision_date a day from " + since
                                + " to today, found one outside; the case is kept undated"
                        : "expected in " + field.label()
                                + " a day that the case can have, found one before its time or in the future; it is left out");
    }

    private String datesExpected() {
        return dialect.dates.isEmpty()
                ? "a date such as 2017-02-09"
                : "a date such as 2017-02-09 or " + String.join(" or ", dialect.dates);
    }

    private @Nullable Priority priority(Row row) {
        String text = text(row, Field.PRIORITY);
        if (text == null) {
            return null;
        }
        Optional<Priority> priority =
                known(priorities, text, word -> Optional.ofNullable(dialect.priorities.get(Words.key(word))));
        if (priority.isEmpty()) {
            note(ProblemCode.BAD_VALUE, "expected as priority Standard or Expedited, found another word");
        }
        return priority.orElse(null);
    }

    private @Nullable String urAction(Row row) {
        String text = text(row, Field.UR_ACTION);
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

    private Reviewer reviewer(Row row) {
        String specialties = text(row, Field.REVIEWER_SPECIALTY);
        String states = text(row, Field.LICENSE_STATE);
        if (specialties == null && states == null) {
            return Reviewer.NOT_STATED;
        }
        hasShortNames(Field.REVIEWER_SPECIALTY, specialties);
        hasShortNames(Field.LICENSE_STATE, states);
        if (reviewers.size() >= MOST_WORDS) {
            reviewers.clear();
        }
        Map<String, Reviewer> byStates = reviewers.computeIfAbsent(String.valueOf(specialties), key -> new HashMap<>());
        String statesKey = String.valueOf(states);
        Reviewer reviewer = byStates.get(statesKey);
        if (reviewer == null) {
            int before = problems.size();
            reviewer = new Reviewer(
                    shaped(Field.REVIEWER_SPECIALTY, list(specialties)), shaped(Field.LICENSE_STATE, list(states)));
            // What has a problem is read again in each row that has it.
            if (byStates.size() < MOST_WORDS && problems.size() == before) {
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
                    tooLong(of.length == 0 ? field.label() : columns.name(of[0]), Field.LONGEST_NAME, name.length());
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

    private @Nullable StatedCategory stated(Row row) {
        if (!columns.has(Field.STATED_CATEGORY)) {
            return null;
        }
        String category = text(row, Field.STATED_CATEGORY);
        return category == null
                ? null
                : new StatedCategory(dialect.vocabulary, category, text(row, Field.STATED_SUBCATEGORY));
    }

    /** The names that can be some; the others are left out, with a problem that does not quote them. */
    private List<String> shaped(Field field, List<String> names) {
        List<String> good =
                names.stream().filter(name -> ColumnShapes.fits(field, name)).toList();
        if (good.size() < names.size()) {
            note(ProblemCode.BAD_VALUE, ColumnShapes.expected(field));
        }
        return good;
    }

    /** A text that can be what its field is for, else null, with a problem that does not quote it. */
    private @Nullable String shaped(Field field, @Nullable String text) {
        if (text == null || ColumnShapes.fits(field, text)) {
            return text;
        }
        note(ProblemCode.BAD_VALUE, ColumnShapes.expected(field));
        return null;
    }

    private @Nullable String text(Row row, Field field) {
        for (int column : columns.of(field)) {
            String text = row.text(column);
            if (!plain) {
                text = clean(text);
            }
            if (!text.isEmpty()) {
                if (text.length() > field.longest()) {
                    tooLong(columns.name(column), field.longest(), text.length());
                    return null;
                }
                Map<String, String> words = values[field.ordinal()];
                return words == null ? text : words.getOrDefault(text, text);
            }
        }
        return defaults[field.ordinal()];
    }

    private void tooLong(String column, int most, int found) {
        refuse(
                ProblemCode.BAD_VALUE,
                "expected in column " + column + " at most " + most + " characters, found " + found);
    }

    private String clean(String text) {
        String clean = text;
        if (dialect.htmlEntities && text.indexOf('&') >= 0) {
            clean = Folding.fold(HtmlEntities.decode(clean));
        }
        if (!dialect.remove.isEmpty()) {
            boolean found = false;
            for (int i = 0; i < dialect.remove.length(); i++) {
                char c = dialect.remove.charAt(i);
                found |= clean.indexOf(c) >= 0;
                clean = clean.replace(c, ' ');
            }
            clean = found ? Folding.fold(clean) : clean;
        }
        return dialect.nulls.contains(clean.toLowerCase(Locale.ROOT)) ? "" : clean;
    }

    private boolean isBlank(Row row) {
        for (int i = 0; i < columns.count(); i++) {
            if (!row.text(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void note(ProblemCode code, String message) {
        if (problems.isEmpty()) {
            problems = new ArrayList<>(2);
        }
        problems.add(new Problem(code, message, Place.line(line)));
    }

    private void refuse(ProblemCode code, String message) {
        Problem problem = new Problem(code, message, Place.line(line));
        if (!bad) {
            problems = new ArrayList<>(Collections.singleton(problem));
            bad = true;
        }
    }
}
