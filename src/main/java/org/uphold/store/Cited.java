package org.uphold.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guideline block cites, as the columns of an item have it.
 *
 * @param same whether it only points to the claims administrator's block
 * @param sources as {@code source_set.bits}; null where it names none
 * @param guidelines numbers in the order cited, each once
 */
record Cited(boolean same, @Nullable Integer sources, List<Integer> guidelines) {

    private static final Cited NOTHING = new Cited(false, null, List.of());

    /** Bytes that remembering what a block cites takes, the block's text and the columns that may repeat it included. */
    static int weight(String block) {
        return 256 + 2 * block.length();
    }

    /** What it cites beside the claims administrator's block, which is null where none is printed. */
    Cited beside(@Nullable Cited claimsAdministrators) {
        if (!same) {
            return this;
        }
        return claimsAdministrators == null ? NOTHING : claimsAdministrators;
    }
}
