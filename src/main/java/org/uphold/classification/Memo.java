package org.uphold.classification;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was found for a text, since texts repeat. Each text has
 * one place, by its hash, and whoever comes last has it: to ask for a text that is not there, as most services are not, must cost
 * next to nothing, and it never grows. Safe for use by several threads: what one thread does not see yet it finds itself.
 */
final class Memo<K, V> {

    private final Function<K, V> reading;
    private final @Nullable Entry<K, V>[] entries;
    /** Of the entries: small enough to stay near the processor, where an entry and its text mostly are not. */
    private final int[] hashes;

    /** All final, so that who sees an entry sees it whole. */
    private record Entry<K, V>(K text, V found) {}

    /**
     * @param most how many answers are remembered at most; rounded up to a power of two
     * @param reading finds an answer
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Memo(int most, Function<K, V> reading) {
        this.reading = reading;
        this.entries = new Entry[Integer.highestOneBit(Math.max(1, most - 1)) << 1];
        this.hashes = new int[entries.length];
    }

    V of(K text) {
        int hash = text.hashCode();
        // The upper half decides too: hashes of texts that differ in a few letters differ little below.
        int place = (hash ^ (hash >>> 15)) & (entries.length - 1);
        if (hashes[place] == hash) {
            Entry<K, V> entry = entries[place];
            if (entry != null && entry.text.equals(text)) {
                return entry.found;
            }
        }
        V found = reading.apply(text);
        entries[place] = new Entry<>(text, found);
        hashes[place] = hash;
        return found;
    }
}
