package org.uphold.rates;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.uphold.determination.PublishedWords;

/**
 * One table of rates: the dimensions that its rows are crossed by.
 *
 * @param dimensions one or more, none twice
 */
public record Grouping(List<Dimension> dimensions) {

    /** The groupings that every package has unless its job says otherwise; names and columns are fixed by the contract. */
    public static final List<Grouping> STANDARD = List.of(
            of(Dimension.SERVICE_CATEGORY),
            of(Dimension.SERVICE),
            of(Dimension.GUIDELINE_SOURCE),
            of(Dimension.GUIDELINE),
            of(Dimension.SPECIALTY),
            of(Dimension.PRIMARY_GUIDELINE),
            of(Dimension.PRIMARY_SPECIALTY),
            of(Dimension.SERVICE_CATEGORY, Dimension.SPECIALTY),
            of(Dimension.SERVICE_CATEGORY, Dimension.GUIDELINE_SOURCE),
            of(Dimension.GUIDELINE_SOURCE, Dimension.SPECIALTY),
            of(Dimension.MONTH),
            of(Dimension.YEAR));

    /** What the claims administrator cites by what the reviewer cites: the table of their concordance. */
    public static final Grouping CONCORDANCE = of(Dimension.CLAIMS_ADMINISTRATOR_SOURCES, Dimension.REVIEWER_SOURCES);

    public Grouping {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty() || dimensions.size() != Set.copyOf(dimensions).size()) {
            throw new IllegalArgumentException("A grouping needs one or more different dimensions: " + dimensions);
        }
        Set<String> columns = new LinkedHashSet<>();
        for (Dimension dimension : dimensions) {
            for (String column : dimension.columns()) {
                if (!columns.add(column)) {
                    throw new IllegalArgumentException(
                            "Two of these dimensions publish the same column " + column + ": " + dimensions);
                }
            }
        }
    }

    public static Grouping of(Dimension... dimensions) {
        return new Grouping(List.of(dimensions));
    }

    /**
     * Reads {@code service_category*specialty}.
     *
     * @throws IllegalArgumentException naming the word that is no dimension, and those that are
     */
    public static Grouping parse(String text) {
        return new Grouping(Arrays.stream(text.split("\\*", -1))
                .map(word -> dimension(word.strip()))
                .toList());
    }

    private static Dimension dimension(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(Dimension.values())
                .filter(d -> d.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No dimension '" + word + "'; the dimensions are "
                        + Arrays.stream(Dimension.values()).map(Dimension::code).collect(Collectors.joining(", "))));
    }

    /** {@code service_category*specialty}: stable, stored, and accepted by {@link #parse}. */
    public String code() {
        return dimensions.stream().map(Dimension::code).collect(Collectors.joining("*"));
    }

    /** {@code uphold_by_service_category_specialty}: table and file name. */
    public String tableName() {
        return PublishedWords.RATES_BY
                + dimensions.stream().map(Dimension::code).collect(Collectors.joining("_"));
    }

    /** The grouping whose table has this name, where there is one: the only place that reads such names. */
    public static Optional<Grouping> ofTable(String tableName) {
        String start = PublishedWords.RATES_BY;
        return tableName.startsWith(start) ? cut(List.of(), tableName.substring(start.length())) : Optional.empty();
    }

    /** Codes hold underscores and are joined by them, so that every way of cutting is tried. */
    private static Optional<Grouping> cut(List<Dimension> before, String codes) {
        for (Dimension dimension : Dimension.values()) {
            if (codes.equals(dimension.code()) && fits(before, dimension)) {
                return Optional.of(new Grouping(with(before, dimension)));
            }
        }
        for (Dimension dimension : Dimension.values()) {
            String code = dimension.code();
            if (codes.startsWith(code + "_") && fits(before, dimension)) {
                Optional<Grouping> rest = cut(with(before, dimension), codes.substring(code.length() + 1));
                if (rest.isPresent()) {
                    return rest;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(List<Dimension> before, Dimension dimension) {
        return before.stream().allMatch(other -> Collections.disjoint(other.columns(), dimension.columns()));
    }

    private static List<Dimension> with(List<Dimension> before, Dimension dimension) {
        return Stream.concat(before.stream(), Stream.of(dimension)).toList();
    }

    /** Published dimension columns in order. */
    public List<String> columns() {
        return dimensions.stream().flatMap(d -> d.columns().stream()).toList();
    }

    /** Whether every item stands in exactly one row. */
    public boolean additive() {
        return dimensions.stream().allMatch(Dimension::additive);
    }
}
