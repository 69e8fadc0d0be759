package org.uphold.classification;

/** Where a row points to, and which row that is. */
record Target(String category, String subcategory, String rule, String table) {

    Target(ServiceRule rule, String suffix) {
        this(rule.category(), rule.subcategory(), suffix.isEmpty() ? rule.id() : rule.id() + suffix, rule.table());
    }

    String label() {
        return category + " > " + subcategory;
    }
}
