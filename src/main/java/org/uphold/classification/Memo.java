package org.uphold.classification;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was found for a text, since texts repeat: the same guideline sentence stands in thousands of letters. Bounded:
 * when it is full, what was not asked for since it was half as full is forgotten, which costs less than keeping an order of
 * use. Safe for use by several threads.
 */
final class Memo<K, V> {

    private final Function<K, V> reading;
    private final int most;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    /**
     * @param most about how many answers are remembered at most
     * @param reading finds an answer
     */
    Memo(int most, Function<K, V> reading) {
        this.most = most;
        this.reading = reading;
    }

    V of(K text) {
        Map<K, V> recent = young;
        V known = recent.get(text);
        if (known != null) {
            return known;
        }
        known = old.get(text);
        V found = known == null ? reading.apply(text) : known;
        recent.put(text, found);
        if (recent.size() > most / 2 && recent == young) {
            old = recent;
            young = new ConcurrentHashMap<>(most);
        }
        return found;
    }
}
