package org.uphold.rates;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.uphold.determination.PublishedWords;

/**
 * What figures are grouped by. A dimension is one or two published columns; it is additive where every item has exactly one
 * value of it, so that its rows sum to the total. Its keys are a function of one {@link Input}, stated here in words; how they are read
 * from the store stands in one table there, and a test holds the two against each other.
 */
public enum Dimension {
    SERVICE_CATEGORY(
            "service_category",
            Input.SERVICE,
            KeyRule.of(service -> service.stream().map(words -> words.subList(0, 1))),
            Counting.ITEM,
            Telling.OF_THE_REVIEW,
            "Category of the disputed service; Unclassified where no rule matched",
            "service_category"),
    SERVICE(
            "service",
            Input.SERVICE,
            KeyRule.EACH,
            Counting.ITEM,
            Telling.OF_THE_REVIEW,
            "Category and subcategory of the disputed service; Unclassified where no rule matched",
            "service_category",
            "service_subcategory"),
    /** Any mention by the reviewer. */
    GUIDELINE_SOURCE(
            "guideline_source",
            Input.REVIEWER_SOURCES,
            KeyRule.EACH,
            Counting.MENTION,
            Telling.OF_THE_REVIEW,
            "Guideline source that the reviewer cites, among others or alone",
            "guideline_source"),
    /** Any mention by the reviewer. */
    GUIDELINE(
            "guideline",
            Input.REVIEWER_GUIDELINES,
            KeyRule.EACH,
            Counting.MENTION,
            Telling.OF_THE_REVIEW,
            "Guideline source and chapter that the reviewer cites, among others or alone",
            "guideline_source",
            "guideline"),
    /** Each specialty named. */
    SPECIALTY(
            "specialty",
            Input.SPECIALTIES,
            KeyRule.EACH,
            Counting.MENTION,
            Telling.OF_THE_REVIEW,
            "Specialty of the letter's reviewer, each one named",
            "specialty"),
    /** The reviewer's first citation. */
    PRIMARY_GUIDELINE(
            "primary_guideline",
            Input.REVIEWER_GUIDELINES,
            KeyRule.FIRST,
            Counting.ITEM,
            Telling.OF_THE_REVIEW,
            "Guideline source and chapter of the reviewer's first citation",
            "guideline_source",
            "guideline"),
    /** The first specialty named. */
    PRIMARY_SPECIALTY(
            "primary_specialty",
            Input.SPECIALTIES,
            KeyRule.FIRST,
            Counting.LETTER,
            Telling.OF_THE_REVIEW,
            "First specialty named of the letter's reviewer",
            "specialty"),
    MONTH(
            "month",
            Input.MONTH,
            KeyRule.of(month ->
                    month.stream().filter(words -> words.size() == 2).map(words -> List.of(String.join("-", words)))),
            Counting.LETTER,
            Telling.WHEN,
            "Month of the date of the run's basis",
            "month"),
    YEAR(
            "year",
            Input.MONTH,
            KeyRule.of(month -> month.stream().map(words -> words.subList(0, 1))),
            Counting.LETTER,
            Telling.WHEN,
            "Year of the date of the run's basis",
            "year"),
    /** The exact set of sources, joined by {@code +}. */
    CLAIMS_ADMINISTRATOR_SOURCES(
            "claims_administrator_sources",
            Input.CLAIMS_ADMINISTRATOR_SOURCES,
            KeyRule.JOINED,
            Counting.ITEM,
            Telling.OF_THE_REVIEW,
            "Exact set of guideline sources that the claims administrator cites",
            "claims_administrator_sources"),
    /** The exact set of sources, joined by {@code +}. */
    REVIEWER_SOURCES(
            "reviewer_sources",
            Input.REVIEWER_SOURCES,
            KeyRule.JOINED,
            Counting.ITEM,
            Telling.OF_THE_REVIEW,
            "Exact set of guideline sources that the reviewer cites",
            "reviewer_sources"),
    CLAIMS_ADMINISTRATOR(
            "claims_administrator",
            Input.CLAIMS_ADMINISTRATOR,
            KeyRule.FIRST,
            Counting.LETTER,
            Telling.OF_THE_REVIEW,
            "Claims administrator as stated",
            "claims_administrator"),
    PRIORITY(
            "priority",
            Input.PRIORITY,
            KeyRule.FIRST,
            Counting.LETTER,
            Telling.OF_THE_REVIEW,
            "Standard or expedited review",
            "priority"),
    JURISDICTION(
            "jurisdiction",
            Input.JURISDICTION,
            KeyRule.FIRST,
            Counting.LETTER,
            Telling.OF_THE_REVIEW,
            "Jurisdiction as stated",
            "jurisdiction");

    private final String code;
    private final Input input;
    private final KeyRule keys;
    private final Counting counting;
    private final Telling telling;
    private final String definition;
    private final List<String> columns;

    Dimension(
            String code,
            Input input,
            KeyRule keys,
            Counting counting,
            Telling telling,
            String definition,
            String... columns) {
        this.code = code;
        this.input = input;
        this.keys = keys;
        this.counting = counting;
        this.telling = telling;
        this.definition = definition;
        this.columns = List.of(columns);
    }

    /** The word in {@code --by} and in file names. */
    public String code() {
        return code;
    }

    /** On whose value alone its keys depend. */
    public Input input() {
        return input;
    }

    /**
     * Keys under which a letter, or an item, counts: one, or several where several are mentioned; {@code Not stated} where none is.
     *
     * @param value of the input, in words
     */
    public List<List<String>> keys(List<List<String>> value) {
        List<List<String>> found = keys.of().apply(value).toList();
        return found.isEmpty()
                ? List.of(columns.stream()
                        .map(column -> PublishedWords.NOT_STATED)
                        .toList())
                : found;
    }

    /** Whether its rows sum to the total. */
    public boolean additive() {
        return counting != Counting.MENTION;
    }

    /** Whether all items of a letter share its value, so that cases add up too. */
    public boolean ofLetter() {
        return counting == Counting.LETTER;
    }

    /** Whether it places letters in time. */
    public boolean isTime() {
        return telling == Telling.WHEN;
    }

    /**
     * Whether it tells something of the worker: then its tables are withheld under every disclosure profile, until the profile says how
     * such a variable is counted.
     */
    public boolean isOfPerson() {
        return telling == Telling.OF_THE_PERSON;
    }

    /** What its columns mean, one sentence for the data dictionary. */
    public String definition() {
        return definition;
    }

    /** The published columns, in order. */
    public List<String> columns() {
        return columns;
    }

    /** What has one value. */
    private enum Counting {
        /** Each letter, and so all of its items: items and cases add up. */
        LETTER,
        /** Each item: items add up, cases overlap. */
        ITEM,
        /** Nothing: an item counts under every value that is mentioned. */
        MENTION
    }

    /** What a row tells, which decides when it may be published under a disclosure profile. */
    private enum Telling {
        /** Of the review, the service or who decided: published as far as its counts allow. */
        OF_THE_REVIEW,
        /** When it was: as before, and shorter spans tell more. */
        WHEN,
        /** Of the worker, such as age or sex: a quasi-identifier. */
        OF_THE_PERSON
    }

    /** The keys that come of an input's value in words. */
    private record KeyRule(Function<List<List<String>>, Stream<List<String>>> of) {

        static final KeyRule EACH = new KeyRule(List::stream);
        static final KeyRule FIRST = new KeyRule(value -> value.stream().limit(1));
        static final KeyRule JOINED = new KeyRule(value -> value.isEmpty()
                ? Stream.empty()
                : Stream.of(List.of(
                        String.join("+", value.stream().flatMap(List::stream).toList()))));

        static KeyRule of(Function<List<List<String>>, Stream<List<String>>> of) {
            return new KeyRule(of);
        }
    }
}
