package org.uphold.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read. What is not there, or is of another kind than asked for, is what the caller says instead, so that a file from
 * elsewhere can be looked through without asking at each step.
 *
 * @param value a map, list, text, number or truth value; null where there is none
 */
public record JsonValue(@Nullable Object value) {

    /** The value of a field. */
    public JsonValue path(String name) {
        return new JsonValue(value instanceof Map<?, ?> object ? object.get(name) : null);
    }

    /** The values of an object, in the order of the text. */
    public Map<?, ?> fields() {
        return value instanceof Map<?, ?> object ? object : Map.of();
    }

    public boolean isArray() {
        return value instanceof List;
    }

    /** The elements of an array. */
    public List<JsonValue> elements() {
        return value instanceof List<?> list ? list.stream().map(JsonValue::new).toList() : List.of();
    }

    /** The text, or null. */
    public @Nullable String text() {
        return value instanceof String text ? text : null;
    }

    public String text(String otherwise) {
        return value instanceof String text ? text : otherwise;
    }

    /** The number, or null. */
    public @Nullable Double number() {
        return value instanceof Number number ? (Double) number.doubleValue() : null;
    }

    public long number(long otherwise) {
        return value instanceof Number number ? number.longValue() : otherwise;
    }

    /** Whether it is {@code true}. */
    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }
}
