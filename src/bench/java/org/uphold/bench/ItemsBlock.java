package org.uphold.bench;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * So many rows of an {@code items-csv} file, written apart from all others: a block knows its own seed, its first letter and
 * its share of the years, so that blocks can be made on several threads and still give the same file.
 */
final class ItemsBlock {

    static final int ROWS = 20_000;

    private static final int FIRST = DayText.number(LocalDate.of(2014, 1, 1));
    private static final int DAYS = 12 * 365 + 3;

    /** More letters than a block can have, so that no two blocks give out the same number. */
    private static final int LETTERS = 14_000;

    private final SplittableRandom random;
    private final ServiceTexts services;
    private final GuidelineTexts guidelines;
    private final double dirty;
    private final long firstRow;
    private final int rows;
    private final long rowsOfAll;
    private final long firstLetter;
    private final StringBuilder text = new StringBuilder(ROWS * 480);

    private int items;
    private int letters;
    private int dirtyRows;
    private int upheld;

    /**
     * @param number of the block, from 0
     * @param rowsOfAll rows of the whole file
     */
    ItemsBlock(long seed, double dirty, int number, long rowsOfAll) {
        this.random = new SplittableRandom(seed * 1_000_003L + number);
        this.services = new ServiceTexts(random.split());
        this.guidelines = new GuidelineTexts(random.split());
        this.dirty = dirty;
        this.firstRow = (long) number * ROWS;
        this.rows = (int) Math.min(ROWS, rowsOfAll - firstRow);
        this.rowsOfAll = rowsOfAll;
        this.firstLetter = (long) number * LETTERS;
    }

    /** Writes it; the last letter is cut where the rows are reached. */
    ItemsBlock write() {
        while (items < rows) {
            letter();
        }
        return this;
    }

    CharSequence text() {
        return text;
    }

    int rows() {
        return items;
    }

    int letters() {
        return letters;
    }

    int dirtyRows() {
        return dirtyRows;
    }

    int upheld() {
        return upheld;
    }

    private void letter() {
        int decision = FIRST + (int) ((firstRow + items) * DAYS / rowsOfAll);
        String decided = DayText.of(decision);
        int assigned = decision - 5 - random.nextInt(30);
        int received = assigned - 1 - random.nextInt(12);
        int reviewed = received - 3 - random.nextInt(30);
        int injury = reviewed - 60 - random.nextInt(4000);
        String caseNumber = caseNumber(decided, firstLetter + letters++);
        String tail = ',' + csv(pick(Lists.SPECIALTIES)) + ',' + csv(pick(Lists.STATES)) + ',' + DayText.of(injury)
                + ',' + DayText.of(reviewed) + ',' + DayText.of(received) + ',' + DayText.of(assigned) + ','
                + (random.nextInt(50) == 0 ? "Expedited" : "Standard") + ','
                + (random.nextInt(5) == 0 ? "modified" : "denied") + ',' + csv(pick(Lists.ADMINISTRATORS)) + ",CA,"
                + (18 + random.nextInt(60)) + ',' + (random.nextBoolean() ? "Female" : "Male") + '\n';
        int count = itemsOfLetter();
        for (int i = 1; i <= count && items < rows; i++) {
            items++;
            row(caseNumber, i, decided, tail);
        }
    }

    private void row(String caseNumber, int number, String decided, String tail) {
        int outcome = random.nextInt(1000);
        int from = text.length();
        text.append(caseNumber)
                .append(',')
                .append(number)
                .append(',')
                .append(decided)
                .append(',');
        appendCsv(services.next());
        text.append(',').append(outcome < 889 ? "Upheld" : outcome < 980 ? "Overturned" : "Partially Overturned");
        text.append(',');
        appendCsv(guidelines.claimsAdministrator());
        text.append(',');
        appendCsv(guidelines.reviewer());
        text.append(tail);
        if (dirty > 0 && random.nextDouble() < dirty) {
            dirtyRows++;
            StringBuilder spoilt = new StringBuilder(text.substring(from));
            spoil(spoilt, decided);
            text.setLength(from);
            text.append(spoilt);
        } else if (outcome < 889) {
            upheld++;
        }
    }

    /** Numbers start anew with each year, as in life; no year has so many. */
    private static String caseNumber(String decided, long letter) {
        String digits = Long.toString(letter % 10_000_000);
        return "CM" + decided.substring(2, 4) + '-' + "0000000".substring(digits.length()) + digits;
    }

    /** 1.6 on average: two thirds of the letters have one item, few have many. */
    private int itemsOfLetter() {
        int count = 1;
        while (count < 21 && random.nextInt(1000) < 375) {
            count++;
        }
        return count;
    }

    private void spoil(StringBuilder row, String decided) {
        switch (random.nextInt(4)) {
            case 0 -> row.delete(row.lastIndexOf(","), row.length() - 1);
            case 1 -> {
                int at = row.indexOf(decided);
                row.replace(at, at + 10, decided.substring(0, 4) + "-13-45");
            }
            case 2 -> {
                int at = Math.max(
                                Math.max(row.indexOf(",Upheld,"), row.indexOf(",Overturned,")),
                                row.indexOf(",Partially Overturned,"))
                        + 1;
                row.replace(at, row.indexOf(",", at), "perhaps");
            }
            default -> row.insert(row.indexOf(",") + 1, "x");
        }
    }

    private String pick(String[] words) {
        // The square makes the first words frequent and the last rare, as in life.
        double r = random.nextDouble();
        return words[(int) (r * r * words.length)];
    }

    private void appendCsv(String value) {
        if (value.indexOf(',') < 0 && value.indexOf('"') < 0) {
            text.append(value);
        } else {
            text.append(csv(value));
        }
    }

    private static String csv(String value) {
        return value.indexOf(',') < 0 && value.indexOf('"') < 0 ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
