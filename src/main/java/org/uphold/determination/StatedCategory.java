package org.uphold.determination;

import org.jspecify.annotations.Nullable;

/**
 * A category that the publisher itself gives a service, in the publisher's words.
 *
 * @param vocabulary whose words: {@code dmhc}, {@code ny-dfs}, …; selects the crosswalk
 * @param category as printed
 * @param subcategory as printed, or null
 */
public record StatedCategory(
        String vocabulary, String category, @Nullable String subcategory) {}
