package org.uphold.classification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whole names in any spelling of punctuation and case to their row; a slip of the pen is forgiven where asked. */
final class Names {

    private final Map<String, TableRow> rows = new HashMap<>();
    private final Spelling spelling;

    Names(List<TableRow> table, String column) {
        Map<String, Set<Integer>> words = new HashMap<>();
        for (TableRow row : table) {
            for (String name : row.alternatives(column)) {
                String key = NormalizedText.words(name);
                TableRow other = rows.put(key, row);
                if (other != null && other != row) {
                    throw row.error("\"" + name + "\" is also a name of " + other.required("id"));
                }
                for (String word : key.split(" ", -1)) {
                    words.computeIfAbsent(word, w -> new HashSet<>(2)).add(word.hashCode());
                }
            }
        }
        spelling = new Spelling(words);
    }

    @Nullable
    TableRow exact(String printed) {
        return rows.get(NormalizedText.words(printed));
    }

    @Nullable
    TableRow misspelt(String printed) {
        NormalizedText corrected = spelling.corrected(NormalizedText.of(printed));
        return corrected == null ? null : rows.get(corrected.toString().strip());
    }
}
