package org.uphold.job.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.CaseStatements;
import org.uphold.determination.ContentHash;
import org.uphold.determination.DateRange;
import org.uphold.determination.Determination;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Statement;
import org.uphold.rates.sums.WordLetter;

/** Which letter counts of each case, of all that was read. Safe for several threads. */
final class CaseBook {

    private final Map<String, CaseStatements<Said>> cases = new LinkedHashMap<>();

    /** What a statement says: as much as sums need, and a hash of all of it. */
    private record Said(String hash, WordLetter letter) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Said said && said.hash.equals(hash);
        }

        @Override
        public int hashCode() {
            return hash.hashCode();
        }
    }

    /**
     * The letters of a window.
     *
     * @param letters those that count
     * @param superseded statements of the same cases that say something else
     */
    record Counting(List<WordLetter> letters, long superseded) {}

    /**
     * Writes down what a path says of a case.
     *
     * @param modified when the path was written
     */
    void state(String path, Instant modified, Determination determination, WordLetter letter) {
        PartialDate decided = determination.dates().decision();
        Statement<Said> statement = new Statement<>(
                path,
                modified,
                decided == null ? null : decided.latest(),
                new Said(HexFormat.of().formatHex(ContentHash.of(determination)), letter));
        synchronized (this) {
            cases.computeIfAbsent(determination.key(), key -> new CaseStatements<>())
                    .state(statement);
        }
    }

    /** Cases of which anything was said. */
    synchronized int size() {
        return cases.size();
    }

    /** The letters that count of a window, by the date of a basis. */
    synchronized Counting within(DateRange window, Basis basis) {
        List<WordLetter> letters = new ArrayList<>();
        long superseded = 0;
        for (CaseStatements<Said> statements : cases.values()) {
            WordLetter letter =
                    statements.counting().map(s -> s.content().letter()).orElse(null);
            if (letter != null && window.contains(letter.dates().of(basis))) {
                letters.add(letter);
                superseded += statements.lost().size();
            }
        }
        return new Counting(letters, superseded);
    }
}
