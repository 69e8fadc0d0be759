package org.uphold.report.html;

/** How wide a chart is drawn: a page holds each twice, and the style sheet shows the one that the screen has room for. */
enum Canvas {
    /** Desks and paper. */
    WIDE(760),
    /** Phones, without scrolling and with letters as large as those of the text. */
    NARROW(350);

    /** One drawing for both. */
    interface Drawing {
        Svg on(Canvas canvas);
    }

    private final int width;

    Canvas(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    boolean isNarrow() {
        return this == NARROW;
    }

    /** One of two values. */
    <T> T pick(T wide, T narrow) {
        return isNarrow() ? narrow : wide;
    }

    /** An id that only this chart on this canvas has. */
    String id(String chart) {
        return isNarrow() ? chart + "-narrow" : chart;
    }
}
