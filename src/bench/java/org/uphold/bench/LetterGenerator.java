package org.uphold.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes any number of invented letters in all layouts, as PDF, as text, or each as one of them in turn. The same arguments
 * give the same bytes.
 *
 * <pre>LetterGenerator FOLDER COUNT [SEED] [pdf|text|both] [FIRST-NUMBER]</pre>
 *
 * <p>Case numbers of letters start where no table of {@link ItemsCsvGenerator} comes: two runs with other first numbers
 * never share a case.
 */
public final class LetterGenerator {

    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final int FIRST = 8_000_000;

    /** Invented sentences, enough of them that a letter is as long as letters are: two to four pages. */
    private static final String[] STORY = {
        "The pain began when a pallet tipped at a loading dock and was first treated with rest, ice and a short course of medicine.",
        "An examination found tenderness along the muscles, a range of motion that was two thirds of normal and even reflexes.",
        "Strength was five of five in all groups, and light touch was intact over both arms and legs.",
        "Earlier films showed mild wear of the joint without a fracture, and a later study was read as unchanged.",
        "Twelve visits of therapy brought a gain that was not measured, and a program of exercises at home was handed out.",
        "The worker reports a pain of six in ten without and four in ten with medicine, and sleeps five hours a night.",
        "Modified work was offered and taken up for eight weeks before the employer closed the position.",
        "No red flag is described, no fever, no loss of weight, and no trouble of bladder or bowel.",
        "The treating physician asks for the items below because symptoms have lasted for longer than was expected.",
        "A consultation from the spring recommends to go on with what has helped and to come back after six weeks.",
        "Side effects are denied, an agreement was signed, and the last screen was as it should be.",
        "The records do not say what was tried before, how long it was tried, or what came of it."
    };

    private static final String[] REASONS = {
        "The guideline asks for a trial of the first-line measures, and the records that were sent do not describe one.",
        "A gain in function that can be measured is what the chapter wants before more of the same is given.",
        "The number that is asked for is above the range that the guideline lists for this condition.",
        "There is a clear finding on examination that agrees with the study, and six weeks of care did not help.",
        "Because the notes give dose, effect and monitoring, the criteria of the guideline are met.",
        "Nothing in the file explains why the usual measure would not do in this case."
    };

    private final SplittableRandom random;
    private final ServiceTexts services;
    private final GuidelineTexts guidelines;

    private LetterGenerator(long seed) {
        this.random = new SplittableRandom(seed);
        this.services = new ServiceTexts(random.split());
        this.guidelines = new GuidelineTexts(random.split());
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            throw new IllegalArgumentException("FOLDER COUNT [SEED] [pdf|text|both] [FIRST-NUMBER]");
        }
        write(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                args.length > 2 ? Long.parseLong(args[2]) : 1,
                args.length > 3 ? args[3] : "pdf",
                args.length > 4 ? Integer.parseInt(args[4]) : FIRST);
    }

    static void write(Path folder, int count, long seed, String form, int first) throws IOException {
        Files.createDirectories(folder);
        LetterGenerator generator = new LetterGenerator(seed);
        for (int i = 0; i < count; i++) {
            boolean pdf = form.equals("pdf") || form.equals("both") && i % 2 == 0;
            SampleCase letter = generator.letter(i, first + i, pdf);
            List<String> lines = SampleLetters.wrapped(letter.text());
            Path file = folder.resolve(letter.number().toLowerCase(Locale.ROOT) + (pdf ? ".pdf" : ".txt"));
            if (pdf) {
                SampleLetters.pdf(file, lines, letter);
            } else {
                Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
            }
        }
    }

    private SampleCase letter(int i, int number, boolean pdf) {
        SampleCase.Layout layout = SampleCase.Layout.values()[i % SampleCase.Layout.values().length];
        LocalDate decided = years(layout).plusDays(random.nextInt(360));
        LocalDate assigned = decided.minusDays(8 + random.nextInt(25));
        LocalDate received = assigned.minusDays(2 + random.nextInt(10));
        LocalDate denied = received.minusDays(4 + random.nextInt(25));
        LocalDate injury = denied.minusDays(90 + random.nextInt(3000));
        int count =
                layout == SampleCase.Layout.REVIEW ? 1 : 1 + Math.min(5, (int) (-Math.log(random.nextDouble()) / 0.9));
        List<SampleCase.Item> items = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            items.add(item(layout));
        }
        return new SampleCase(
                layout,
                String.format(Locale.ROOT, "CM%02d-%07d", decided.getYear() % 100, number),
                pdf,
                injury.format(PRINTED),
                denied.format(PRINTED),
                received.format(PRINTED),
                assigned.format(PRINTED),
                decided.format(PRINTED),
                pick(Lists.STATES).replace(";", ", "),
                pick(Lists.SPECIALTIES).replace(";", ", "),
                sentences(STORY, 14),
                items);
    }

    private static LocalDate years(SampleCase.Layout layout) {
        return switch (layout) {
            case NOTICE_2013 -> LocalDate.of(2013, 7, 1);
            case LETTER_2013 -> LocalDate.of(2014, 1, 1);
            case LETTER_2014 -> LocalDate.of(2014, 6, 1);
            case LETTER_2015 -> LocalDate.of(2016, 1, 1);
            case REVIEW -> LocalDate.of(2014, 2, 1);
            case LETTER_2018 -> LocalDate.of(2025, 1, 1);
        };
    }

    private SampleCase.Item item(SampleCase.Layout layout) {
        // The early layouts print the name of a chapter in a sentence of their own.
        boolean early = layout == SampleCase.Layout.NOTICE_2013 || layout == SampleCase.Layout.LETTER_2013;
        return new SampleCase.Item(
                services.next(),
                random.nextInt(1000) < 889,
                early ? "Low Back Complaints Chapter" : guidelines.claimsAdministrator(),
                early ? "Shoulder Complaints Chapter" : guidelines.reviewer(),
                sentences(REASONS, 6));
    }

    private String sentences(String[] from, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i > 0 ? " " : "").append(from[random.nextInt(from.length)]);
        }
        return text.toString();
    }

    private String pick(String[] words) {
        double r = random.nextDouble();
        return words[(int) (r * r * words.length)];
    }
}
