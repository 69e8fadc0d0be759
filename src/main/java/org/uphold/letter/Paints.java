package org.uphold.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.jspecify.annotations.Nullable;

/**
 * What is painted on a page, in its order, and where text was drawn meanwhile. What covers text later is known on a second
 * run only, from what the first has painted.
 */
final class Paints {

    /**
     * Something painted over a part of the page.
     *
     * @param ink its colour; null where it is a picture or a pattern
     * @param opaque whether what is below cannot be seen
     * @param picture what was painted, where it is a picture
     */
    record Paint(
            Region region,
            @Nullable Ink ink,
            boolean opaque,
            @Nullable COSBase picture) {}

    /** A picture, and where it was painted. */
    record Picture(COSBase object, Region region) {}

    /** No letter paints more; what comes behind is not looked at, and told. */
    private static final int MOST = 20_000;

    private final List<Paint> painted = new ArrayList<>();
    private List<Paint> coming = List.of();
    private float[] texts = new float[512];
    private int textCount;
    private boolean covering;

    /** Before a page is drawn; a second time with what the first run painted. */
    void begin(boolean again) {
        coming = again ? List.copyOf(painted) : List.of();
        painted.clear();
        textCount = 0;
        covering = false;
    }

    int count() {
        return painted.size();
    }

    boolean isFull() {
        return painted.size() >= MOST;
    }

    void add(Paint paint) {
        painted.add(paint);
        covering = covering || paint.opaque && isOverText(paint.region);
    }

    /** Whether something was painted over text: only a second run tells which. */
    boolean isCovering() {
        return covering;
    }

    /** The band in which the letters of a string were drawn: paint has to cover it whole. */
    void addText(float left, float bottom, float right, float top) {
        if (textCount + 4 > texts.length) {
            texts = Arrays.copyOf(texts, 2 * texts.length);
        }
        texts[textCount++] = left;
        texts[textCount++] = bottom;
        texts[textCount++] = right;
        texts[textCount++] = top;
    }

    boolean isOverText(Region region) {
        for (int i = 0; i < textCount; i += 4) {
            if (region.meets(texts[i], texts[i + 1], texts[i + 2], texts[i + 3])) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a ground so far on which text of a colour cannot be seen. */
    boolean isGroundLike(Ink colour) {
        for (Paint paint : painted) {
            if (paint.ink != null && paint.opaque && paint.ink.isLike(colour)) {
                return true;
            }
        }
        return false;
    }

    /** What was painted last at a place; null where that is the bare page. */
    @Nullable
    Paint ground(float x, float y) {
        return last(painted, 0, x, y);
    }

    /** Whether anything will be painted after what has been so far. */
    boolean isMoreComing() {
        return coming.size() > painted.size();
    }

    /** What will be painted over a place after what has been so far. */
    @Nullable
    Paint cover(float x, float y) {
        return last(coming, painted.size(), x, y);
    }

    private static @Nullable Paint last(List<Paint> paints, int from, float x, float y) {
        for (int i = paints.size() - 1; i >= from; i--) {
            Paint paint = paints.get(i);
            if (paint.opaque && paint.region.contains(x, y)) {
                return paint;
            }
        }
        return null;
    }

    List<Picture> pictures() {
        List<Picture> found = new ArrayList<>();
        for (Paint paint : painted) {
            if (paint.picture != null) {
                found.add(new Picture(paint.picture, paint.region));
            }
        }
        return found;
    }
}
