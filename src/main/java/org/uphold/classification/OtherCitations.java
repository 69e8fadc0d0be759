package org.uphold.classification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.GuidelineText.Hit;
import org.uphold.determination.GuidelineCitation;
import org.uphold.determination.GuidelineSource;

/** What is cited outside the MTUS: ODG by chapter, ACOEM by that name, and others by their publisher where it is known. */
final class OtherCitations {

    private static final Pattern YEAR = Pattern.compile("(?<![\\d./])(?:19|20)\\d\\d(?![\\d./])");
    private static final Pattern PROSE_LEAD =
            Pattern.compile("^.*?\\bdecision (?:up)?on (?:the )?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_PRINTED = 300;

    /** Between a source and its chapter, where it is looked through for each chapter that might be it. */
    private static final int LONGEST_GAP = 5_000;

    private final GuidelineText text;
    private final int from;
    private final int to;
    private final List<GuidelineCitation> found = new ArrayList<>();

    private OtherCitations(GuidelineText text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** The citations in a part of a block; an unnamed other where the part has words of which none is known. */
    static List<GuidelineCitation> read(GuidelineText text, int from, int to) {
        OtherCitations reader = new OtherCitations(text, from, to);
        reader.walk();
        return reader.found;
    }

    private void walk() {
        List<Hit> names = accepted();
        boolean namedOther = names.stream()
                .anyMatch(hit -> hit.name().isName(GuidelineSource.OTHER)
                        && !hit.name().guideline().isEmpty());
        Set<GuidelineSource> byChapter = EnumSet.noneOf(GuidelineSource.class);
        for (GuidelineSource source : GuidelineSource.values()) {
            if (names.stream().anyMatch(hit -> hit.name().isChapterOf(source))) {
                byChapter.add(source);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            Hit hit = names.get(i);
            int end = i + 1 < names.size() ? names.get(i + 1).begin() : to;
            // A source's name says nothing more where one of its chapters is named.
            if (hit.name().kind() == GuidelineName.Kind.NAME
                    && byChapter.contains(hit.name().source())) {
                continue;
            }
            add(hit, end, namedOther);
        }
        if (names.isEmpty()) {
            String printed =
                    PROSE_LEAD.matcher(text.printed().substring(from, to)).replaceFirst("");
            printed = Details.clean(printed);
            if (!printed.isEmpty()) {
                found.add(new GuidelineCitation(
                        GuidelineSource.OTHER, shortened(printed), null, year(printed), List.of(), null));
            }
        }
    }

    /** Names, and chapters of the sources named; a plain chapter only as the first behind its source's name. */
    private List<Hit> accepted() {
        List<Hit> accepted = new ArrayList<>();
        boolean odg =
                !text.hits(from, to, name -> name.isName(GuidelineSource.ODG)).isEmpty();
        boolean acoem =
                !text.hits(from, to, name -> name.isName(GuidelineSource.ACOEM)).isEmpty();
        boolean reversed = text.hits(
                        from,
                        to,
                        name -> name.isChapterOf(GuidelineSource.ODG) && name.kind() == GuidelineName.Kind.CHAPTER)
                .isEmpty();
        Hit last = null;
        for (Hit hit : text.hits(from, to, name -> name.kind() != GuidelineName.Kind.MARK)) {
            GuidelineName name = hit.name();
            boolean take = switch (name.kind()) {
                case NAME -> name.source() != GuidelineSource.MTUS && !isWorkOf(last, hit);
                case CHAPTER ->
                    name.source() == GuidelineSource.ODG && odg
                            || name.source() == GuidelineSource.ACOEM && acoem && !odg;
                case PLAIN_CHAPTER ->
                    name.source() == GuidelineSource.ODG
                            && odg
                            && (isFirstBehind(last, hit) || reversed && chapterWordBehind(hit));
                case MARK -> false;
            };
            if (take && (last == null || hit.begin() >= last.end())) {
                accepted.add(hit);
                last = hit;
            }
        }
        return accepted;
    }

    /** ACOEM's own work named behind it. */
    private boolean isWorkOf(@Nullable Hit last, Hit hit) {
        return last != null
                && hit.name().source() == GuidelineSource.OTHER
                && last.name().isName(GuidelineSource.ACOEM)
                && !text.printed().startsWith(";", last.end())
                && Details.clean(text.printed().substring(last.end(), Math.max(last.end(), hit.begin())))
                        .isEmpty();
    }

    private boolean isFirstBehind(@Nullable Hit last, Hit hit) {
        return last != null
                && last.name().isName(GuidelineSource.ODG)
                && hit.begin() - last.end() <= LONGEST_GAP
                && Details.clean(text.printed().substring(last.end(), hit.begin()))
                        .isEmpty();
    }

    private boolean chapterWordBehind(Hit hit) {
        String behind = text.printed().substring(hit.end(), Math.min(to, hit.end() + 9));
        return behind.strip().regionMatches(true, 0, "chapter", 0, 7)
                || behind.strip().regionMatches(true, 0, "section", 0, 7);
    }

    private void add(Hit hit, int end, boolean namedOther) {
        GuidelineName name = hit.name();
        String canonical = name.guideline().isEmpty() ? null : name.guideline();
        String details = text.printed().substring(hit.end(), Math.max(hit.end(), end));
        if (name.source() == GuidelineSource.OTHER && canonical == null && namedOther) {
            return;
        }
        for (GuidelineCitation known : found) {
            boolean unnamed = name.kind() == GuidelineName.Kind.NAME && name.source() != GuidelineSource.OTHER;
            if (known.source() == name.source()
                    && (unnamed || java.util.Objects.equals(known.guideline(), canonical))) {
                return;
            }
        }
        String section = Details.clean(details);
        found.add(new GuidelineCitation(
                name.source(),
                text.printed().substring(hit.begin(), hit.end()),
                canonical,
                year(details),
                section.isEmpty() ? List.of() : List.of(shortened(section)),
                null));
    }

    private static String shortened(String printed) {
        return printed.length() <= LONGEST_PRINTED
                ? printed
                : printed.substring(0, LONGEST_PRINTED).strip();
    }

    private static @Nullable Integer year(String details) {
        Matcher year = YEAR.matcher(details);
        return year.find() ? Integer.valueOf(year.group()) : null;
    }
}
