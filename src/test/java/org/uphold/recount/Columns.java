package org.uphold.recount;

import java.util.List;

/** The columns that the contract names. */
final class Columns {

    /** After the dimensions of every table of rates, in this order; more may follow. */
    static final List<String> RATES = List.of(
            "items",
            "cases",
            "upheld",
            "overturned",
            "partially_overturned",
            "unknown",
            "uphold_rate",
            "ci95_lower",
            "ci95_upper",
            "rate_excluding_partial",
            "rate_half_credit",
            "expected_upheld",
            "standardized_ratio",
            "funnel_flag",
            "q_value",
            "additive",
            "annotation");

    private Columns() {}

    static List<String> of(String dimension) {
        return switch (dimension) {
            case "service" -> List.of("service_category", "service_subcategory");
            case "guideline", "primary_guideline" -> List.of("guideline_source", "guideline");
            case "primary_specialty" -> List.of("specialty");
            default -> List.of(dimension);
        };
    }
}
