package org.uphold.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A guideline block and the names found in it. Places are those of the printed text, which is kept letter for letter.
 */
record GuidelineText(String printed, List<Hit> hits) {

    /** A name and where it is printed: from the first letter to behind the last. */
    record Hit(GuidelineName name, int begin, int end) {}

    static GuidelineText of(String block, WordFinder finder, List<GuidelineName> names) {
        String ascii = NormalizedText.ascii(block);
        NormalizedText words = NormalizedText.withPlaces(ascii);
        List<Hit> all = new ArrayList<>();
        finder.find(words, (concept, begin, end) -> {
            int last = end - 1;
            while (words.letterAt(last) == ' ') {
                last--;
            }
            all.add(new Hit(names.get(concept), words.printedAt(begin), wordEnd(ascii, words.printedAt(last) + 1)));
        });
        all.sort(Comparator.comparingInt(Hit::begin)
                .thenComparing(Comparator.comparingInt(Hit::end).reversed())
                .thenComparing(h -> h.name().id()));
        return new GuidelineText(block, withoutContained(all));
    }

    /** Behind the last letter of the word, an apostrophe and what follows it included. */
    private static int wordEnd(String ascii, int at) {
        int end = at;
        while (end < ascii.length() && (Character.isLetterOrDigit(ascii.charAt(end)) || isApostrophe(ascii, end))) {
            end++;
        }
        return end;
    }

    private static boolean isApostrophe(String ascii, int at) {
        return ascii.charAt(at) == '\'' && at + 1 < ascii.length() && Character.isLetter(ascii.charAt(at + 1));
    }

    /** The hits that begin in {@code [from, to)} and fit. */
    List<Hit> hits(int from, int to, Predicate<GuidelineName> fits) {
        List<Hit> found = new ArrayList<>();
        for (int i = first(hits, from); i < hits.size() && hits.get(i).begin() < to; i++) {
            if (fits.test(hits.get(i).name())) {
                found.add(hits.get(i));
            }
        }
        return found;
    }

    /** Of hits in the order of their beginnings, which is the first that does not begin before a place. */
    static int first(List<Hit> hits, int place) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).begin() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean has(String mark) {
        return hits.stream().anyMatch(hit -> hit.name().isMark(mark));
    }

    /**
     * A longer name says what the shorter ones inside it only seem to say; names of other sources keep their hit. What contains a
     * hit stands before it in the list, and no further before than the longest of all reaches.
     */
    private static List<Hit> withoutContained(List<Hit> sorted) {
        int longest = 0;
        for (Hit hit : sorted) {
            longest = Math.max(longest, hit.end() - hit.begin());
        }
        List<Hit> kept = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Hit hit = sorted.get(i);
            boolean inside = false;
            for (int j = i - 1; j >= 0 && !inside && sorted.get(j).begin() + longest >= hit.end(); j--) {
                inside = contains(sorted.get(j), hit);
            }
            if (!inside) {
                kept.add(hit);
            }
        }
        return kept;
    }

    private static boolean contains(Hit outer, Hit inner) {
        boolean longer = outer.end() - outer.begin() > inner.end() - inner.begin();
        boolean covers = outer.begin() <= inner.begin() && outer.end() >= inner.end();
        boolean marks = outer.name().kind() == GuidelineName.Kind.MARK;
        boolean names =
                outer.name().kind() == GuidelineName.Kind.NAME && inner.name().kind() == GuidelineName.Kind.NAME;
        boolean alike = names || outer.name().source() == inner.name().source();
        return longer && covers && alike && marks == (inner.name().kind() == GuidelineName.Kind.MARK);
    }
}
