package org.uphold.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a dialect, and says of a wrong one where it stands, what was expected and what is nearest. */
final class DialectKeys {

    private static final List<String> FIELDS =
            Arrays.stream(Field.values()).map(Field::label).toList();

    private final String name;
    private final Map<String, Object> keys;
    private final Set<String> known = new LinkedHashSet<>(List.of("description"));

    DialectKeys(String name, Map<String, Object> keys) {
        this.name = name;
        this.keys = keys;
    }

    Map<Field, List<String>> columns() {
        Map<Field, List<String>> columns = new EnumMap<>(Field.class);
        map("columns").forEach((field, names) -> {
            List<String> texts = texts("columns." + field, names);
            columns.put(field("columns", field), texts);
        });
        for (Field field : List.of(Field.SERVICE, Field.OUTCOME)) {
            if (!columns.containsKey(field)) {
                throw wrong("columns", "expected a column for " + field.label() + ", found none");
            }
        }
        return columns;
    }

    Set<Field> required(Map<Field, List<String>> columns, Dialect.Key key) {
        Object given = value("required");
        if (key != Dialect.Key.ROW && !columns.containsKey(Field.CASE_NUMBER)) {
            throw wrong("columns", "expected a column for case_number, or key: row; found neither");
        }
        Set<Field> required = EnumSet.of(Field.SERVICE, Field.OUTCOME);
        if (given != null) {
            required = EnumSet.noneOf(Field.class);
            for (String text : texts("required", given)) {
                Field field = field("required", text);
                if (!columns.containsKey(field)) {
                    throw wrong("required", "expected one of the fields in columns, found " + text);
                }
                required.add(field);
            }
        }
        if (key == Dialect.Key.CASE_NUMBER) {
            required.add(Field.CASE_NUMBER);
        }
        return required;
    }

    List<List<String>> recognisedBy() {
        Object given = value("recognised_by");
        if (given == null) {
            return List.of();
        }
        if (!(given instanceof Collection<?> lists)) {
            throw wrong("recognised_by", "expected a list of lists of header names");
        }
        List<List<String>> result = new ArrayList<>();
        for (Object list : lists) {
            result.add(texts("recognised_by", list));
        }
        return result;
    }

    <E extends Enum<E>> E choice(String key, E byDefault) {
        List<String> words = Arrays.stream(byDefault.getDeclaringClass().getEnumConstants())
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .toList();
        String word = text(key, byDefault.name().toLowerCase(Locale.ROOT));
        if (!words.contains(word)) {
            throw wrong(key, expected(words, word));
        }
        return Enum.valueOf(byDefault.getDeclaringClass(), word.toUpperCase(Locale.ROOT));
    }

    /** One of the words; the first where nothing is given. */
    String oneOf(String key, List<String> words) {
        String word = text(key, words.get(0));
        if (!words.contains(word)) {
            throw wrong(key, expected(words, word));
        }
        return word;
    }

    /** Printed words to constants: those that every dialect knows, and the dialect's own. */
    <E extends Enum<E>> Map<String, E> words(Field field, Class<E> type) {
        Map<String, E> words = new HashMap<>();
        List<String> constants =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        Map<String, Object> all = new LinkedHashMap<>(CommonWords.of(field));
        if (value("values") instanceof Map<?, ?> values && values.get(field.label()) != null) {
            all.putAll(stringKeys("values." + field.label(), values.get(field.label())));
        }
        all.forEach((printed, constant) -> {
            String word = String.valueOf(constant);
            if (!constants.contains(word)) {
                throw wrong("values." + field.label() + "." + printed, expected(constants, word));
            }
            words.put(Words.key(printed), Enum.valueOf(type, word));
        });
        return Map.copyOf(words);
    }

    /** Printed words to words, for the fields that are neither outcome nor priority. */
    Map<Field, Map<String, String>> values() {
        Map<Field, Map<String, String>> values = new EnumMap<>(Field.class);
        map("values").forEach((label, words) -> {
            Field field = field("values", label);
            if (field != Field.OUTCOME && field != Field.PRIORITY) {
                Map<String, String> texts = new HashMap<>();
                stringKeys("values." + label, words).forEach((from, to) -> texts.put(from, String.valueOf(to)));
                values.put(field, Map.copyOf(texts));
            }
        });
        return values;
    }

    List<String> dates() {
        Object given = value("dates");
        List<String> dates = given == null ? List.of() : texts("dates", given);
        for (String pattern : dates) {
            String wrong = DatePatterns.wrong(pattern);
            if (wrong != null) {
                throw wrong("dates", "expected date patterns such as M/d/yyyy, found " + pattern + ": " + wrong);
            }
            try {
                DateWords.formatter(pattern);
            } catch (IllegalArgumentException e) {
                throw wrong("dates", "expected date patterns such as M/d/yyyy, found " + pattern);
            }
        }
        return dates;
    }

    /** The first year of decisions, or null where the dialect does not say. */
    @Nullable
    Integer since() {
        String given = text("since", "");
        if (given.isEmpty()) {
            return null;
        }
        if (!given.matches("[12][0-9]{3}")) {
            throw wrong("since", "expected a year such as 2013, found " + given);
        }
        return Integer.valueOf(given);
    }

    @Nullable
    Pattern monthFromCaseNumber() {
        String given = text("month_from_case_number", "");
        if (given.isEmpty()) {
            return null;
        }
        try {
            Pattern pattern = Pattern.compile(given);
            if (pattern.matcher("").groupCount() < 2) {
                throw wrong("month_from_case_number", "expected a pattern with two groups, year and month");
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw wrong("month_from_case_number", "expected a regular expression, found " + given);
        }
    }

    List<Character> separators() {
        Object given = value("separators");
        if (given == null) {
            return List.of(',', ';', '\t');
        }
        List<Character> separators = new ArrayList<>();
        for (String text : texts("separators", given)) {
            char c = single("separators", text.equals("\\t") || text.equals("tab") ? "\t" : text);
            if (c >= 0x80 || c == '"' || c == '\n' || c == '\r') {
                throw wrong("separators", "expected an ASCII character that is neither quotation mark nor line end");
            }
            separators.add(c);
        }
        return List.copyOf(separators);
    }

    char listSeparator() {
        return single("list_separator", text("list_separator", ";"));
    }

    Set<String> nulls() {
        Object given = value("nulls");
        Set<String> nulls = new HashSet<>();
        for (String text : given == null ? List.<String>of() : texts("nulls", given)) {
            nulls.add(text.toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(nulls);
    }

    boolean flag(String key) {
        Object given = value(key);
        if (given == null) {
            return false;
        }
        if (given instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "expected true or false, found " + given);
    }

    @Nullable
    Charset encoding() {
        String given = text("encoding", "auto");
        if (given.equals("auto")) {
            return null;
        }
        try {
            return Charset.forName(given);
        } catch (IllegalArgumentException e) {
            throw wrong(
                    "encoding", "expected auto or the name of a character set such as windows-1252, found " + given);
        }
    }

    Map<Field, String> defaults() {
        Map<Field, String> defaults = new EnumMap<>(Field.class);
        map("defaults").forEach((label, word) -> defaults.put(field("defaults", label), String.valueOf(word)));
        return defaults;
    }

    String text(String key, String byDefault) {
        Object given = value(key);
        if (given instanceof Map<?, ?> || given instanceof Collection<?>) {
            throw wrong(key, "expected one word, found several");
        }
        return given == null ? byDefault : given.toString();
    }

    /** To be called when every key was asked for. */
    void refuseUnknown() {
        for (String key : keys.keySet()) {
            if (!known.contains(key)) {
                throw wrong(key, expected(known, key));
            }
        }
    }

    private @Nullable Object value(String key) {
        known.add(key);
        return keys.get(key);
    }

    private Map<String, Object> map(String key) {
        Object given = value(key);
        return given == null ? Map.of() : stringKeys(key, given);
    }

    private Map<String, Object> stringKeys(String key, @Nullable Object given) {
        if (!(given instanceof Map<?, ?> map)) {
            throw wrong(key, "expected names with values, found " + given);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((k, v) -> {
            if (v == null) {
                throw wrong(key + "." + k, "expected a value, found none");
            }
            result.put(String.valueOf(k), v);
        });
        return result;
    }

    private List<String> texts(String key, @Nullable Object given) {
        if (given instanceof Map<?, ?> || given == null) {
            throw wrong(key, "expected a word or a list of words");
        }
        return given instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(given.toString());
    }

    private Field field(String key, String label) {
        if (!FIELDS.contains(label)) {
            throw wrong(key + "." + label, expected(FIELDS, label));
        }
        return Field.valueOf(label.toUpperCase(Locale.ROOT));
    }

    private char single(String key, String text) {
        if (text.length() != 1) {
            throw wrong(key, "expected one character, found " + text);
        }
        return text.charAt(0);
    }

    private static String expected(Collection<String> words, String found) {
        return "expected one of " + String.join(", ", words) + "; found " + found
                + Words.nearest(found, words)
                        .map(nearest -> " (did you mean " + nearest + "?)")
                        .orElse("");
    }

    private InvalidDialectException wrong(String key, String message) {
        return new InvalidDialectException("Dialect " + name + ", " + key + ": " + message);
    }
}
