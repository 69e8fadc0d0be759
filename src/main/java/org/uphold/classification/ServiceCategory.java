package org.uphold.classification;

import java.util.List;

/**
 * A category of services and its subcategories, in the order of the tables.
 *
 * @param name as published
 * @param subcategories their names, at least one
 */
public record ServiceCategory(String name, List<String> subcategories) {

    public ServiceCategory {
        subcategories = List.copyOf(subcategories);
    }
}
