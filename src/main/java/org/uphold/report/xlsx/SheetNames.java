package org.uphold.report.xlsx;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.uphold.determination.PublishedWords;

/** Sheet names as Excel wants them: up to 31 characters, none twice whatever the case of their letters. */
final class SheetNames {

    private static final int LONGEST = 31;

    private final Set<String> taken = new HashSet<>();

    String of(String table) {
        String name = table.replaceFirst("^" + PublishedWords.RATES_BY, "by_");
        if (name.length() > LONGEST) {
            name = name.replace("service_category", "category").replace("guideline_source", "source");
        }
        String base = name.substring(0, Math.min(LONGEST, name.length()));
        String free = base;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            String end = "_" + i;
            free = base.substring(0, Math.min(base.length(), LONGEST - end.length())) + end;
        }
        return free;
    }
}
