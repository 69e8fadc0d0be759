package org.uphold.classification;

import java.util.regex.Pattern;

/** What stands behind a guideline's name, freed of the words and signs that only join. */
final class Details {

    private static final Pattern EDITION = Pattern.compile(
            "\\((?:updated [^)]*|ODG|ACOEM|online version|web version|(?:acute|chronic)[^)]*|(?:19|20)\\d\\d)\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING = Pattern.compile(
            "^(?:[\\s,;:./\\u2013-]+|(?:and|the|of|guidelines?|chapters?(?!\\s*\\d)|sections?|procedures?|topic|which is|which are|web version|updated)\\b)+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING = Pattern.compile(
            "(?:[\\s,;:./\\u2013-]+|\\b(?:and|which is|which are|which is a|topic|part))+$", Pattern.CASE_INSENSITIVE);

    private Details() {}

    static String clean(String raw) {
        String kept = EDITION.matcher(raw).replaceAll(" ");
        kept = LEADING.matcher(kept).replaceFirst("");
        kept = TRAILING.matcher(kept).replaceFirst("");
        kept = kept.strip();
        return kept.chars().anyMatch(Character::isLetterOrDigit) ? kept : "";
    }
}
