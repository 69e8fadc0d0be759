package org.uphold.bench.chance;

/** Groups by their number of determined items. */
enum Band {
    ONE("1", 1),
    FEW("2-4", 4),
    SOME("5-9", 9),
    TENS("10-29", 29),
    MORE("30-99", 99),
    HUNDREDS("100-299", 299),
    LARGE("300 and more", Long.MAX_VALUE);

    final String words;
    private final long most;

    Band(String words, long most) {
        this.words = words;
        this.most = most;
    }

    static Band of(long items) {
        for (Band band : values()) {
            if (items <= band.most) {
                return band;
            }
        }
        throw new IllegalArgumentException(Long.toString(items));
    }
}
