package org.uphold.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.GuidelineText.Hit;
import org.uphold.determination.GuidelineCitation;
import org.uphold.determination.GuidelineSource;

/**
 * Takes a guideline block apart at the words of its form ("Decision based on MTUS", "Non-MTUS Citation", "part of the
 * MTUS") and has each part read by the reader of its kind.
 */
final class GuidelineReader {

    private static final GuidelineCitation NONE =
            new GuidelineCitation(GuidelineSource.NONE, null, null, null, List.of(), null);

    private final WordFinder finder;
    private final List<GuidelineName> names;

    GuidelineReader(List<TableRow> rows) {
        List<GuidelineName> read = new ArrayList<>();
        WordFinder.Builder builder = new WordFinder.Builder();
        for (TableRow row : rows) {
            for (String phrase : row.alternatives("pattern")) {
                if (!builder.add(phrase, read.size())) {
                    throw row.error("nothing is left of \"" + phrase + "\" without punctuation");
                }
            }
            read.add(GuidelineName.of(row));
        }
        this.names = List.copyOf(read);
        this.finder = builder.build();
    }

    GuidelineText find(String block) {
        return GuidelineText.of(block, finder, names);
    }

    BlockCitations read(@Nullable String block) {
        if (block == null || block.isBlank()) {
            return new BlockCitations(Citations.NOT_STATED, false);
        }
        GuidelineText text = find(block);
        Set<GuidelineCitation> found = new LinkedHashSet<>();
        List<Hit> leads = apart(text.hits(
                0,
                block.length(),
                name -> name.isMark(GuidelineName.MTUS_FOLLOWS) || name.isMark(GuidelineName.OTHERS_FOLLOW)));
        if (leads.isEmpty()) {
            prose(text, found);
        }
        for (int i = 0; i < leads.size(); i++) {
            int from = leads.get(i).end();
            int to = i + 1 < leads.size() ? leads.get(i + 1).begin() : block.length();
            if (leads.get(i).name().isMark(GuidelineName.MTUS_FOLLOWS)) {
                found.addAll(MtusCitations.read(text, from, to));
            } else {
                found.addAll(OtherCitations.read(text, from, to));
            }
        }
        if (found.isEmpty() && text.has(GuidelineName.SAME)) {
            return new BlockCitations(Citations.NOT_STATED, true);
        }
        if (found.isEmpty() && text.has(GuidelineName.NONE_CITED)) {
            found.add(NONE);
        }
        return new BlockCitations(new Citations(List.copyOf(found)), false);
    }

    /** Where one lead stands within another, as "MTUS" in "Non-MTUS Citation", the first and longer one counts. */
    private static List<Hit> apart(List<Hit> leads) {
        List<Hit> sorted = new ArrayList<>(leads);
        sorted.sort(Comparator.comparingInt(Hit::begin)
                .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
        List<Hit> apart = new ArrayList<>();
        for (Hit lead : sorted) {
            if (apart.isEmpty() || lead.begin() >= apart.get(apart.size() - 1).end()) {
                apart.add(lead);
            }
        }
        return apart;
    }

    /** Sentences of the early letters: a citation ends where it says whether it is part of the MTUS. */
    private static void prose(GuidelineText text, Set<GuidelineCitation> found) {
        int length = text.printed().length();
        List<Hit> ends = text.hits(
                0,
                length,
                name -> name.isMark(GuidelineName.PART_OF_MTUS)
                        || name.isMark(GuidelineName.NOT_PART_OF_MTUS)
                        || name.isMark(GuidelineName.NO_CITATION));
        int from = 0;
        for (Hit end : ends) {
            if (end.name().isMark(GuidelineName.PART_OF_MTUS)) {
                found.addAll(MtusCitations.read(text, from, end.begin()));
            } else if (end.name().isMark(GuidelineName.NOT_PART_OF_MTUS)) {
                found.addAll(OtherCitations.read(text, from, end.begin()));
            }
            from = end.end();
        }
        if (text.has(GuidelineName.SAME) || text.has(GuidelineName.NONE_CITED)) {
            return;
        }
        rest(text, from, ends.isEmpty(), found);
    }

    /** What no such words close: MTUS chapters up to the first other source named, others from there on. */
    private static void rest(GuidelineText text, int from, boolean whole, Set<GuidelineCitation> found) {
        int length = text.printed().length();
        List<Hit> others = text.hits(
                from, length, name -> name.kind() == GuidelineName.Kind.NAME && name.source() != GuidelineSource.MTUS);
        int border = others.isEmpty() ? length : others.get(0).begin();
        boolean mtus = !text.hits(
                        from,
                        border,
                        name -> name.isName(GuidelineSource.MTUS)
                                || name.isChapterOf(GuidelineSource.MTUS) && name.kind() == GuidelineName.Kind.CHAPTER)
                .isEmpty();
        if (mtus) {
            found.addAll(MtusCitations.read(text, from, border));
        }
        if (!others.isEmpty()) {
            found.addAll(OtherCitations.read(text, border, length));
        } else if (!mtus && whole) {
            found.addAll(OtherCitations.read(text, from, length));
        }
    }
}
