package org.uphold.determination;

import java.util.List;

/**
 * Who reviewed, as printed: never a name.
 *
 * @param specialties boards and subspecialties in the order printed; two names are still one reviewer
 * @param licensure states in the order printed
 */
public record Reviewer(List<String> specialties, List<String> licensure) {

    public static final Reviewer NOT_STATED = new Reviewer(List.of(), List.of());

    public Reviewer {
        specialties = List.copyOf(specialties);
        licensure = List.copyOf(licensure);
    }
}
