package org.uphold.csv;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.source.ProblemCode;

/** The texts of a row by the fields that its columns are mapped to: cleaned, in the dialect's words, and each of the shape of its field. */
final class FieldTexts {

    private final Dialect dialect;
    private final Columns columns;
    private final RowProblems problems;
    private final boolean plain;
    private final @Nullable Map<String, String>[] values;
    private final @Nullable String[] defaults;

    @SuppressWarnings({"unchecked", "rawtypes"})
    FieldTexts(Dialect dialect, Columns columns, RowProblems problems) {
        this.values = new Map[Field.values().length];
        this.defaults = new String[values.length];
        dialect.values.forEach((field, words) -> values[field.ordinal()] = words);
        dialect.defaults.forEach((field, word) -> defaults[field.ordinal()] = word);
        this.dialect = dialect;
        this.columns = columns;
        this.problems = problems;
        this.plain = dialect.remove.isEmpty() && !dialect.htmlEntities && dialect.nulls.isEmpty();
    }

    /** The names that can be some; the others are left out, with a problem that does not quote them. */
    List<String> shaped(Field field, List<String> names) {
        List<String> good =
                names.stream().filter(name -> ColumnShapes.fits(field, name)).toList();
        if (good.size() < names.size()) {
            problems.note(ProblemCode.BAD_VALUE, ColumnShapes.expected(field));
        }
        return good;
    }

    /** A text that can be what its field is for, else null, with a problem that does not quote it. */
    @Nullable
    String shaped(Field field, @Nullable String text) {
        if (text == null || ColumnShapes.fits(field, text)) {
            return text;
        }
        problems.note(ProblemCode.BAD_VALUE, ColumnShapes.expected(field));
        return null;
    }

    @Nullable
    String text(Row row, Field field) {
        for (int column : columns.of(field)) {
            String text = row.text(column);
            if (!plain) {
                text = clean(text);
            }
            if (text.length() > 2 && text.charAt(0) == '=' && text.charAt(1) == '"') {
                text = quoted(text);
                text = plain ? text : clean(text);
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
        gap(row, field);
        return defaults[field.ordinal()];
    }

    /** Where nothing stands for a reason that the table's own program would show, the reason is said. */
    private void gap(Row row, Field field) {
        for (int column : columns.of(field)) {
            String found = row.gap(column);
            if (found != null) {
                String message = "expected a value in column " + columns.name(column) + ", found " + found;
                if (isNeeded(field)) {
                    problems.refuse(ProblemCode.MISSING_VALUE, message);
                } else {
                    problems.note(ProblemCode.MISSING_VALUE, message);
                }
                return;
            }
        }
    }

    /** Without it the row says nothing; without an outcome it says that one is not known. */
    private boolean isNeeded(Field field) {
        return field == Field.CASE_NUMBER
                || field == Field.ITEM_NUMBER
                || field == Field.SERVICE && dialect.required.contains(field);
    }

    void tooLong(String column, int most, int found) {
        problems.refuse(
                ProblemCode.BAD_VALUE,
                "expected in column " + column + " at most " + most + " characters, found " + found);
    }

    /** Tables write numbers as the formula of a text, {@code ="007"}, so that spreadsheets leave their zeros; they show the text. */
    private static String quoted(String text) {
        int end = text.length() - 1;
        return text.charAt(end) == '"' && text.indexOf('"', 2) == end ? Folding.fold(text.substring(2, end)) : text;
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

    boolean isBlank(Row row) {
        for (int i = 0; i < columns.count(); i++) {
            if (!row.text(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
