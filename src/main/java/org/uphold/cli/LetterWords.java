package org.uphold.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.uphold.store.Provenance.Letter;

/** Where a letter came from, as names and values. */
final class LetterWords {

    private LetterWords() {}

    static Map<String, Object> asMap(Letter letter) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("system", letter.system());
        map.put("case", letter.caseKey());
        map.put("source", letter.source());
        map.put("changed_since", letter.changedSince());
        map.put("sha256", letter.sha256());
        map.put("place", letter.place().toString());
        map.put("run", letter.run());
        map.put("loaded_at", letter.loadedAt().toInstant().toString());
        return map;
    }
}
