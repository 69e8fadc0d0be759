package org.uphold.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Outcome;
import org.uphold.determination.Priority;
import org.uphold.source.Sha256;

/**
 * How one publisher's table names things. Built in are the files of {@code src/main/resources/dialects}, see {@link
 * Dialects}; a user's own is written with the same keys in a job file:
 *
 * <pre>
 * columns:                    which columns say what; several names: the first that holds something
 *   case_number: Reference ID
 *   service: [Treatment Sub Category, Treatment Category]
 *   outcome: Determination
 * key: case_number            or row (file hash and row number), or case_number_or_row (row where there is no such column)
 * items: numbered             or counted: the differing rows of a case are its items, in their order
 * names: folded               or exact; folded: Report Year, ReportYear and report_year are one name
 * required: [outcome]         what each row has to state; by default case_number (unless key is row), service and outcome columns
 * recognised_by:              header names by which kind auto knows the table; by default the required columns
 *   - [Reference ID, Determination]
 * values:                     printed words to ours, beside those known anyway
 *   outcome: {Sustained: UPHELD}
 *   age: {11_20: 11-20}
 * dates: [M/d/yyyy, yyyy]     beside ISO days, which always work; a year or month alone is kept as such
 * since: 2013                 first year of decisions; by default 2013 under the system ca-dwc and 1978 under others
 * month_from_case_number: "(\\d{4})(\\d{2})-.*"    year and month of the decision where no day is stated
 * separators: [",", ";"]      the first under which the header is found
 * quotes: none                quotation marks are characters as any other, as inch marks; by default {@code double}, as in RFC 4180
 * list_separator: ";"         between several specialties or states
 * nulls: ["NULL", "n/a"]      words that mean nothing is stated
 * remove: "[]"                characters that are no part of any value
 * html_entities: true         &amp;amp; is &amp;
 * encoding: windows-1252      by default found out: UTF-8, UTF-16, and Windows-1252 for what is no UTF-8
 * vocabulary: dmhc            whose words the stated categories are
 * defaults: {jurisdiction: California DMHC}
 * </pre>
 */
public final class Dialect {

    /** What identifies a case. */
    enum Key {
        CASE_NUMBER,
        ROW,
        CASE_NUMBER_OR_ROW
    }

    private static final int FINGERPRINT = 12;

    private final String name;
    private final String version;
    final Map<Field, List<String>> columns;
    final Set<Field> required;
    final List<List<String>> recognisedBy;
    final Key key;
    final boolean counted;
    final boolean exactNames;
    final Map<String, Outcome> outcomes;
    final Map<String, Priority> priorities;
    final Map<Field, Map<String, String>> values;
    final List<String> dates;
    final @Nullable Integer since;
    final @Nullable Pattern monthFromCaseNumber;
    final List<Character> separators;
    final boolean quoted;
    final char listSeparator;
    final Set<String> nulls;
    final String remove;
    final boolean htmlEntities;
    final @Nullable Charset encoding;
    final String vocabulary;
    final Map<Field, String> defaults;

    private Dialect(String name, String version, DialectKeys keys) {
        this.name = name;
        this.version = version;
        columns = keys.columns();
        key = keys.choice("key", Key.CASE_NUMBER);
        required = keys.required(columns, key);
        recognisedBy = keys.recognisedBy();
        counted = keys.oneOf("items", List.of("numbered", "counted")).equals("counted");
        exactNames = keys.oneOf("names", List.of("folded", "exact")).equals("exact");
        outcomes = keys.words(Field.OUTCOME, Outcome.class);
        priorities = keys.words(Field.PRIORITY, Priority.class);
        values = keys.values();
        dates = keys.dates();
        since = keys.since();
        monthFromCaseNumber = keys.monthFromCaseNumber();
        separators = keys.separators();
        quoted = keys.oneOf("quotes", List.of("double", "none")).equals("double");
        listSeparator = keys.listSeparator();
        nulls = keys.nulls();
        remove = keys.text("remove", "");
        htmlEntities = keys.flag("html_entities");
        encoding = keys.encoding();
        vocabulary = keys.text("vocabulary", name);
        defaults = keys.defaults();
        keys.refuseUnknown();
    }

    /**
     * A dialect from the keys above, as a YAML or JSON parser hands them over.
     *
     * @param name what the dialect is called: the KIND on the command line, the form in readings
     * @throws InvalidDialectException naming the first key that is wrong, what was expected, and the nearest valid
     */
    public static Dialect parse(String name, Map<String, Object> keys) {
        return new Dialect(name, version(keys), new DialectKeys(name, keys));
    }

    /** What the dialect is called: the KIND on the command line, the form in readings. */
    public String name() {
        return name;
    }

    /** Another one wherever its keys, the words that every dialect knows, or the reader are others: then tables read otherwise. */
    public String version() {
        return version;
    }

    private static String version(Map<String, Object> keys) {
        String text = new TreeMap<>(keys) + "\n" + CommonWords.all();
        return TableReader.VERSION + "."
                + Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, FINGERPRINT);
    }

    @Override
    public String toString() {
        return name;
    }
}
