package org.uphold.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What was found out about texts that come again and again, within bounds: where as much is remembered as may be, what was not
 * asked for since the last time that was so is forgotten. Safe for use by several threads; two that ask for the same at once
 * may both find it out, and go on with one answer.
 */
final class Remembered<K, V> {

    private final long most;
    private final ToIntFunction<K> weight;
    private final Function<K, V> findOut;
    private volatile ConcurrentHashMap<K, V> young = new ConcurrentHashMap<>();
    private volatile ConcurrentHashMap<K, V> old = new ConcurrentHashMap<>();
    private long youngWeight;

    /**
     * @param most bytes that are remembered at most, near enough
     * @param weight bytes that a key and its answer take
     * @param findOut answers what is not remembered
     */
    Remembered(long most, ToIntFunction<K> weight, Function<K, V> findOut) {
        this.most = most;
        this.weight = weight;
        this.findOut = findOut;
    }

    V of(K key) {
        V known = young.get(key);
        if (known != null) {
            return known;
        }
        known = old.get(key);
        return remember(key, known == null ? findOut.apply(key) : known);
    }

    private synchronized V remember(K key, V found) {
        V first = young.putIfAbsent(key, found);
        if (first != null) {
            return first;
        }
        youngWeight += weight.applyAsInt(key);
        if (youngWeight > most / 2) {
            old = young;
            young = new ConcurrentHashMap<>();
            youngWeight = 0;
        }
        return found;
    }
}
