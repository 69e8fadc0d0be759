package org.uphold.csv;

/** Whether fields can be a record of a table: it states an outcome that the dialect knows, and a case where it has to. */
final class RecordShape implements RecordSplitter.Shape {

    private final Dialect dialect;
    private final Columns columns;

    RecordShape(Dialect dialect, Columns columns) {
        this.dialect = dialect;
        this.columns = columns;
    }

    @Override
    public boolean fits(byte[] buffer, int[] borders) {
        boolean outcome = false;
        for (int column : columns.of(Field.OUTCOME)) {
            outcome |= dialect.outcomes.containsKey(Words.key(text(buffer, borders, column)));
        }
        boolean named = !columns.has(Field.CASE_NUMBER);
        for (int column : columns.of(Field.CASE_NUMBER)) {
            named |= !text(buffer, borders, column).isBlank();
        }
        return outcome && named;
    }

    private static String text(byte[] buffer, int[] borders, int column) {
        int start = borders[2 * column];
        int from = start < 0 ? ~start : start;
        return LenientText.decode(buffer, from, borders[2 * column + 1] - from);
    }
}
