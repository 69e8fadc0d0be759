package org.uphold.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes {@code items-csv} files of any size: twelve years of letters with 1.6 items each on average, most service texts
 * different from each other, guideline sentences in the letters' grammar, and on request some dirty rows. The same seed and
 * size give the same bytes.
 *
 * <pre>ItemsCsvGenerator OUT ITEMS [SEED] [DIRTY-PERCENT]</pre>
 */
public final class ItemsCsvGenerator {

    private static final String HEADER =
            "case_number,item_number,decision_date,service,outcome,claims_administrator_guideline,reviewer_guideline,"
                    + "reviewer_specialty,license_state,date_of_injury,ur_decision_date,application_received_date,"
                    + "assigned_date,priority,ur_action,claims_administrator,jurisdiction,age,sex\n";

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final int DAYS = 12 * 365 + 3;

    private final SplittableRandom random;
    private final double dirty;
    private final ServiceTexts services;
    private final GuidelineTexts guidelines;

    private long items;
    private long upheld;
    private long dirtyRows;
    private long letters;

    /**
     * @param seed of the random numbers
     * @param dirty share of rows made bad, 0 to 1
     */
    public ItemsCsvGenerator(long seed, double dirty) {
        this.random = new SplittableRandom(seed);
        this.dirty = dirty;
        this.services = new ServiceTexts(random.split());
        this.guidelines = new GuidelineTexts(random.split());
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            throw new IllegalArgumentException("OUT ITEMS [SEED] [DIRTY-PERCENT]");
        }
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        double dirty = args.length > 3 ? Double.parseDouble(args[3]) / 100 : 0;
        ItemsCsvGenerator generator = new ItemsCsvGenerator(seed, dirty);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[0]), StandardCharsets.UTF_8)) {
            generator.write(out, Long.parseLong(args[1]));
        }
        PrintStream told = System.err;
        told.printf(
                Locale.ROOT,
                "letters %d, rows %d, of them dirty %d; upheld among the clean %d%n",
                generator.letters,
                generator.items,
                generator.dirtyRows,
                generator.upheld);
    }

    /** Writes a header and so many rows; the last letter is cut where they are reached. */
    public void write(Appendable out, long rows) throws IOException {
        out.append(HEADER);
        StringBuilder row = new StringBuilder(1024);
        while (items < rows) {
            letter(out, row, rows);
        }
    }

    /** Rows that are not dirty and say Upheld. */
    public long upheld() {
        return upheld;
    }

    /** Rows that a reader has to reject. */
    public long dirtyRows() {
        return dirtyRows;
    }

    /** Letters, those included whose rows are all dirty. */
    public long letters() {
        return letters;
    }

    private void letter(Appendable out, StringBuilder row, long rows) throws IOException {
        LocalDate decision = FIRST.plusDays((long) (letters * (double) DAYS / Math.max(1, rows / 1.6)) % DAYS);
        String caseNumber = String.format(Locale.ROOT, "CM%02d-%07d", decision.getYear() % 100, letters++ % 10_000_000);
        LocalDate assigned = decision.minusDays(5 + random.nextInt(30));
        LocalDate received = assigned.minusDays(1 + random.nextInt(12));
        LocalDate reviewed = received.minusDays(3 + random.nextInt(30));
        LocalDate injury = reviewed.minusDays(60 + random.nextInt(4000));
        String tail = ',' + csv(pick(Lists.SPECIALTIES)) + ',' + csv(pick(Lists.STATES)) + ',' + injury + ',' + reviewed
                + ',' + received + ',' + assigned + ',' + (random.nextInt(50) == 0 ? "Expedited" : "Standard") + ','
                + (random.nextInt(5) == 0 ? "modified" : "denied") + ',' + csv(pick(Lists.ADMINISTRATORS)) + ",CA,"
                + (18 + random.nextInt(60)) + ',' + (random.nextBoolean() ? "Female" : "Male") + '\n';
        int count = itemsOfLetter();
        for (int i = 1; i <= count && items < rows; i++) {
            items++;
            boolean isUpheld = random.nextInt(1000) < 889;
            row.setLength(0);
            row.append(caseNumber)
                    .append(',')
                    .append(i)
                    .append(',')
                    .append(decision)
                    .append(',');
            row.append(csv(services.next()))
                    .append(',')
                    .append(isUpheld ? "Upheld" : "Overturned")
                    .append(',');
            row.append(csv(guidelines.claimsAdministrator())).append(',').append(csv(guidelines.reviewer()));
            row.append(tail);
            if (dirty > 0 && random.nextDouble() < dirty) {
                dirtyRows++;
                spoil(row, decision);
            } else if (isUpheld) {
                upheld++;
            }
            out.append(row);
        }
    }

    /** 1.6 on average: two thirds of the letters have one item, few have many. */
    private int itemsOfLetter() {
        int count = 1;
        while (count < 21 && random.nextInt(1000) < 375) {
            count++;
        }
        return count;
    }

    private void spoil(StringBuilder row, LocalDate decision) {
        switch (random.nextInt(4)) {
            case 0 -> row.delete(row.lastIndexOf(","), row.length() - 1);
            case 1 -> {
                int at = row.indexOf(decision.toString());
                row.replace(at, at + 10, decision.getYear() + "-13-45");
            }
            case 2 -> {
                int at = Math.max(row.indexOf(",Upheld,"), row.indexOf(",Overturned,")) + 1;
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

    private static String csv(String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0) {
            return text;
        }
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
