package org.uphold.job;

import java.util.List;

/**
 * What a run would do.
 *
 * @param inputs files found
 * @param fresh those that would be read: new, or changed since
 * @param unchanged those known by their listing or content
 * @param unreadable those that would be rejected unread
 * @param packageFolder where a package would go, or {@code none: up to date}
 * @param reasons why it would be written
 */
public record Plan(
        long inputs, long fresh, long unchanged, long unreadable, String packageFolder, List<String> reasons) {

    public Plan {
        reasons = List.copyOf(reasons);
    }
}
