package org.uphold.classification;

import java.util.List;
import java.util.Locale;
import org.uphold.determination.GuidelineSource;

/**
 * A row of the guideline table.
 *
 * @param id of the row
 * @param table file it stands in
 * @param kind what its words are
 * @param source whose guideline; of a mark, {@code OTHER} without meaning
 * @param guideline canonical name, empty where the publisher stays unnamed; of a mark, its meaning
 */
record GuidelineName(String id, String table, Kind kind, GuidelineSource source, String guideline) {

    /** What the words of a row are. */
    enum Kind {
        /** A chapter wherever it stands. */
        CHAPTER,
        /** A chapter only where its year follows or where it is the first word of a citation: its words are too plain. */
        PLAIN_CHAPTER,
        /** A publisher or a work. */
        NAME,
        /** Words of the form, by which a block is taken apart. */
        MARK
    }

    static final String MTUS_FOLLOWS = "MTUS follows";
    static final String OTHERS_FOLLOW = "others follow";
    static final String PART_OF_MTUS = "part of the MTUS";
    static final String NOT_PART_OF_MTUS = "not part of the MTUS";
    static final String NONE_CITED = "none cited";
    static final String SAME = "same as the claims administrator";
    static final String NO_CITATION = "no citation";
    private static final List<String> MARKS =
            List.of(MTUS_FOLLOWS, OTHERS_FOLLOW, PART_OF_MTUS, NOT_PART_OF_MTUS, NONE_CITED, SAME, NO_CITATION);

    static GuidelineName of(TableRow row) {
        Kind kind = switch (row.required("kind")) {
            case "chapter" -> Kind.CHAPTER;
            case "plain chapter" -> Kind.PLAIN_CHAPTER;
            case "name" -> Kind.NAME;
            case "mark" -> Kind.MARK;
            default -> throw row.error("kind is chapter, plain chapter, name or mark");
        };
        if (kind == Kind.MARK && !MARKS.contains(row.cell("guideline"))) {
            throw row.error("a mark means one of " + MARKS);
        }
        return new GuidelineName(row.required("id"), row.table(), kind, source(row, kind), row.cell("guideline"));
    }

    boolean isChapterOf(GuidelineSource of) {
        return source == of && (kind == Kind.CHAPTER || kind == Kind.PLAIN_CHAPTER);
    }

    boolean isName(GuidelineSource of) {
        return source == of && kind == Kind.NAME;
    }

    boolean isMark(String meaning) {
        return kind == Kind.MARK && guideline.equals(meaning);
    }

    private static GuidelineSource source(TableRow row, Kind kind) {
        if (kind == Kind.MARK) {
            return GuidelineSource.OTHER;
        }
        try {
            return GuidelineSource.valueOf(row.required("source").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.error("source is MTUS, ODG, ACOEM or OTHER");
        }
    }
}
