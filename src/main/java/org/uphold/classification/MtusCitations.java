package org.uphold.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.classification.GuidelineText.Hit;
import org.uphold.determination.GuidelineCitation;
import org.uphold.determination.GuidelineSource;

/**
 * MTUS chapters. In most years {@code <chapter> <year>[, Section(s): …]} joined by {@code ", and "}, where the year tells
 * that a chapter is meant and not a section of one; in the early years chapters without a year, sections and pages behind.
 */
final class MtusCitations {

    private static final Pattern YEAR =
            Pattern.compile("\\)?(?: Guidelines?)?,? \\(?((?:19|20)\\d\\d)\\)?(?!\\d|\\.\\d)");
    private static final Pattern ANY_YEAR = Pattern.compile("(?<![\\d.])(?:19|20)\\d\\d(?!\\d|\\.\\d)");
    private static final Pattern UNKNOWN_CHAPTER =
            Pattern.compile("\\s*([A-Z][^,:;.]{2,80}?)(?: Guidelines?)? ((?:19|20)\\d\\d)(?!\\d|\\.\\d)");
    private static final Pattern PAGES = Pattern.compile(
            "\\b(?:Page\\(s\\)|Pages?|pgs?\\.?)[:.]?\\s*(\\d[\\d\\s,\\u2013-]*\\d|\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECTIONS = Pattern.compile("Sections?(?:\\(s\\))?\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final String SEPARATOR = ", and ";

    private final GuidelineText text;
    private final int from;
    private final int to;
    private final List<Hit> chapters;

    private MtusCitations(GuidelineText text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.chapters = text.hits(from, to, name -> name.isChapterOf(GuidelineSource.MTUS));
    }

    /** The citations in a part of a block; one without a name where the part names no chapter. */
    static List<GuidelineCitation> read(GuidelineText text, int from, int to) {
        MtusCitations reader = new MtusCitations(text, from, to);
        List<Start> starts = reader.withYear();
        if (starts.isEmpty()) {
            starts = reader.withoutYear();
        }
        List<GuidelineCitation> citations = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1).begin() : to;
            citations.add(reader.citation(start, end));
        }
        if (citations.isEmpty()) {
            citations.add(new GuidelineCitation(GuidelineSource.MTUS, null, null, null, List.of(), null));
        }
        return citations;
    }

    /** A chapter as printed, where it begins and where its details do. */
    private record Start(
            int begin,
            int details,
            @Nullable String printed,
            @Nullable String guideline,
            @Nullable Integer year) {}

    private List<Start> withYear() {
        List<Start> starts = new ArrayList<>();
        int at = from;
        while (at < to) {
            Start start = knownAt(at);
            if (start == null && (at == from || text.printed().startsWith(SEPARATOR, at))) {
                start = unknownAt(at == from ? at : at + SEPARATOR.length());
            }
            if (start != null) {
                starts.add(start);
                at = start.details();
            } else {
                at++;
            }
        }
        return starts;
    }

    private @Nullable Start knownAt(int at) {
        for (int i = GuidelineText.first(chapters, at);
                i < chapters.size() && chapters.get(i).begin() == at;
                i++) {
            Hit hit = chapters.get(i);
            Matcher year = YEAR.matcher(text.printed()).region(hit.end(), to).useTransparentBounds(true);
            if (year.lookingAt()) {
                return new Start(at, year.end(), printed(hit), canonical(hit), Integer.valueOf(year.group(1)));
            }
        }
        return null;
    }

    private @Nullable Start unknownAt(int at) {
        if (at >= to) {
            return null;
        }
        Matcher unknown = UNKNOWN_CHAPTER.matcher(text.printed()).region(at, to).useTransparentBounds(true);
        if (!unknown.lookingAt()) {
            return null;
        }
        for (int i = GuidelineText.first(chapters, unknown.start(1));
                i < chapters.size() && chapters.get(i).begin() < unknown.end(1);
                i++) {
            if (knownAt(chapters.get(i).begin()) != null) {
                return null;
            }
        }
        return new Start(
                unknown.start(1), unknown.end(), unknown.group(1).strip(), null, Integer.valueOf(unknown.group(2)));
    }

    private List<Start> withoutYear() {
        List<Start> starts = new ArrayList<>();
        Start numbered = null;
        int firstLetter = from;
        while (firstLetter < to && Character.isWhitespace(text.printed().charAt(firstLetter))) {
            firstLetter++;
        }
        for (Hit hit : chapters) {
            boolean number = Character.isDigit(text.printed().charAt(hit.begin()));
            boolean plain = hit.name().kind() == GuidelineName.Kind.PLAIN_CHAPTER;
            if (number) {
                numbered =
                        numbered == null ? new Start(hit.begin(), hit.begin(), null, canonical(hit), null) : numbered;
            } else if (!plain || hit.begin() <= firstLetter) {
                int end = starts.isEmpty() || starts.get(starts.size() - 1).details() <= hit.begin() ? hit.end() : -1;
                if (end > 0) {
                    starts.add(new Start(hit.begin(), end, printed(hit), canonical(hit), null));
                }
            }
        }
        if (starts.isEmpty() && numbered != null) {
            starts.add(numbered);
        }
        return starts;
    }

    private GuidelineCitation citation(Start start, int end) {
        String details = text.printed().substring(Math.min(start.details(), end), end);
        Integer year = start.year();
        if (year == null) {
            Matcher any = ANY_YEAR.matcher(details);
            year = any.find() ? Integer.valueOf(any.group()) : null;
        }
        Matcher pages = PAGES.matcher(details);
        String printedPages = pages.find() ? pages.group(1).strip() : null;
        String rest =
                printedPages == null ? details : details.substring(0, pages.start()) + details.substring(pages.end());
        return new GuidelineCitation(
                GuidelineSource.MTUS, start.printed(), start.guideline(), year, sections(rest), printedPages);
    }

    private static List<String> sections(String details) {
        Matcher label = SECTIONS.matcher(details);
        String listed = label.find() ? details.substring(label.end()) : details;
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        for (String part : parts(listed)) {
            String clean = Details.clean(part);
            if (clean.isEmpty()) {
                continue;
            }
            if (!section.isEmpty() && continues(section, clean)) {
                section.append(", ").append(clean);
            } else {
                if (!section.isEmpty()) {
                    sections.add(section.toString());
                }
                section.setLength(0);
                section.append(clean);
            }
        }
        if (!section.isEmpty()) {
            sections.add(section.toString());
        }
        return sections;
    }

    /** The text between commas, but for those that a bracket closes behind before another opens. */
    private static List<String> parts(String listed) {
        List<String> parts = new ArrayList<>();
        boolean inside = false;
        int end = listed.length();
        for (int i = end - 1; i >= 0; i--) {
            switch (listed.charAt(i)) {
                case ')', ']' -> inside = true;
                case '(', '[' -> inside = false;
                case ',' -> {
                    if (!inside) {
                        parts.add(listed.substring(i + 1, end));
                        end = i;
                    }
                }
                default -> {}
            }
        }
        parts.add(listed.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    /** Sections have commas in their names: what follows begins small ("Opioids, dosing") or is known to belong there. */
    private static boolean continues(CharSequence section, String next) {
        return Character.isLowerCase(next.charAt(0))
                || "NSAIDs".contentEquals(section) && next.startsWith("GI symptoms");
    }

    private String printed(Hit hit) {
        String name = text.printed().substring(hit.begin(), hit.end());
        boolean open = name.indexOf('(') > name.indexOf(')');
        return open && text.printed().startsWith(")", hit.end()) ? name + ")" : name;
    }

    private static @Nullable String canonical(Hit hit) {
        return hit.name().guideline().isEmpty() ? null : hit.name().guideline();
    }
}
