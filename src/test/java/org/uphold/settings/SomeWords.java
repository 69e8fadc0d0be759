package org.uphold.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A vocabulary for tests, with the formats that packages have. */
public final class SomeWords {

    private SomeWords() {}

    public static Vocabulary vocabulary(Set<String> dimensions, Supplier<Set<String>> dialects) {
        return vocabulary(dimensions, dialects, (name, keys) -> {});
    }

    static Vocabulary vocabulary(
            Set<String> dimensions, Supplier<Set<String>> dialects, BiConsumer<String, Map<String, Object>> dialect) {
        return new Vocabulary(
                dimensions,
                List.of("csv", "sql", "html", "xlsx", "parquet"),
                Set.of("csv", "sql", "html", "xlsx"),
                dialects,
                dialect);
    }
}
