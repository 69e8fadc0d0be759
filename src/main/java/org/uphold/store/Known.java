package org.uphold.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was found out about the first texts that were met, for good: in letters and tables alike those that repeat most come early. It
 * stops growing where it is full, and what comes then is found out each time. Safe for use by several threads; two that ask for
 * the same at once may both find it out, and go on with one answer.
 */
final class Known<K, V> {

    private final int most;
    private final Function<K, V> findOut;
    private final ConcurrentHashMap<K, V> known = new ConcurrentHashMap<>();

    /** @param most how many are remembered at most, give or take one for each thread */
    Known(int most, Function<K, V> findOut) {
        this.most = most;
        this.findOut = findOut;
    }

    V of(K key) {
        V value = known.get(key);
        if (value != null) {
            return value;
        }
        V found = findOut.apply(key);
        if (known.size() >= most) {
            return found;
        }
        V first = known.putIfAbsent(key, found);
        return first == null ? found : first;
    }
}
