package org.uphold.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.CaseKey;
import org.uphold.determination.PartialDate;
import org.uphold.source.ProblemCode;

/** The dates of a row: as the dialect writes them, and such as a case can have. */
final class RowDates {

    private final Dialect dialect;
    private final Columns columns;
    private final FieldTexts texts;
    private final RowProblems problems;
    private final DateWords dates;
    private final DayRules days;
    private final int since;

    RowDates(Dialect dialect, Columns columns, FieldTexts texts, RowProblems problems, DayRules days) {
        this.dialect = dialect;
        this.columns = columns;
        this.texts = texts;
        this.problems = problems;
        this.dates = new DateWords(dialect.dates, days.zone());
        this.days = days;
        this.since = Objects.requireNonNullElse(dialect.since, days.since());
    }

    /** The day, month or year of the decision; a month may be told by the case number. */
    @Nullable
    PartialDate decisionDate(Row row, @Nullable String caseNumber) {
        String text = texts.text(row, Field.DECISION_DATE);
        PartialDate date = null;
        if (text != null) {
            date = dates.read(text);
            if (date == null) {
                problems.refuse(
                        ProblemCode.BAD_DATE,
                        "expected in decision_date " + datesExpected() + ", found something else");
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
            problems.note(ProblemCode.UNDATED, "expected a value for decision_date, found none");
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
    @Nullable
    LocalDate day(Row row, Field field) {
        String text = texts.text(row, field);
        if (text == null) {
            return null;
        }
        LocalDate day = dates.readDay(text);
        if (day == null) {
            problems.note(
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
        problems.note(
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
}
