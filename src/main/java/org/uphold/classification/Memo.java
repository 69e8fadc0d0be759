package org.uphold.classification;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was found for a text, since texts repeat: the same guideline sentence stands in thousands of letters. Bounded:
 * when full it starts over, which costs less than keeping an order of use. Safe for use by several threads.
 */
final class Memo<K, V> {

    private final Map<K, V> found = new ConcurrentHashMap<>();
    private final Function<K, V> reading;
    private final int most;

    Memo(int most, Function<K, V> reading) {
        this.most = most;
        this.reading = reading;
    }

    V of(K text) {
        V known = found.get(text);
        if (known != null) {
            return known;
        }
        V read = reading.apply(text);
        if (found.size() >= most) {
            found.clear();
        }
        found.put(text, read);
        return read;
    }
}
