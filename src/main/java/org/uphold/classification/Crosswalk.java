package org.uphold.classification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.StatedCategory;

/**
 * Other publishers' categories on the same tree. A row names a vocabulary, a category and a subcategory in that
 * publisher's words; {@code *} as the subcategory stands for any. A whole text that is one of DWC's listed request
 * categories counts as that category even where nobody says whose words they are.
 */
final class Crosswalk {

    private static final String ANY = "*";
    private static final String DWC = "dwc";

    private final Map<String, Target> byStated = new HashMap<>();
    private final Map<String, Target> listed = new HashMap<>();
    private final Target adjunct;
    private int longestListed;

    Crosswalk(List<TableRow> rows, Target adjunct) {
        this.adjunct = adjunct;
        for (TableRow row : rows) {
            Target target = new Target(
                    row.required("target_category"),
                    row.required("target_subcategory"),
                    row.required("id"),
                    row.table());
            String key = key(row.required("vocabulary"), row.required("category"), row.cell("subcategory"));
            if (byStated.put(key, target) != null) {
                throw row.error("two rows stand for the same category");
            }
            if (row.cell("vocabulary").equals(DWC)) {
                String words = NormalizedText.words(row.cell("category"));
                listed.put(words, target);
                longestListed = Math.max(longestListed, words.length() + 2);
            }
        }
    }

    /** What "Associated surgical service" makes of anything. */
    Target adjunct() {
        return adjunct;
    }

    /** The target of a text that is, as a whole, one of DWC's listed categories, with its stars or without; else null. */
    @Nullable
    Target listed(NormalizedText text) {
        return text.length() > longestListed ? null : listed.get(text.toString().strip());
    }

    /**
     * The target of a stated category: its own row; else its category's row, with the subcategory that the words say where
     * they agree on the category; else what the words say.
     */
    @Nullable
    Target refined(StatedCategory stated, @Nullable Target words) {
        String subcategory = stated.subcategory() == null ? "" : stated.subcategory();
        Target exact = byStated.get(key(stated.vocabulary(), stated.category(), subcategory));
        if (exact != null) {
            return exact;
        }
        Target any = byStated.get(key(stated.vocabulary(), stated.category(), ANY));
        if (any == null) {
            return words;
        }
        return words != null && words.category().equals(any.category()) ? words : any;
    }

    private static String key(String vocabulary, String category, String subcategory) {
        String sub = subcategory.strip().equals(ANY) ? ANY : NormalizedText.words(subcategory);
        return NormalizedText.words(vocabulary) + '\n' + NormalizedText.words(category) + '\n' + sub;
    }
}
