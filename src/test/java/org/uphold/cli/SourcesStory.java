package org.uphold.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One random history of the files of a few cases, in two source systems: new, corrected, back to an older text, with dates that go both
 * ways, touched, copied, renamed; full lists and parts of them, letters and rows without case numbers; and cases taken out by hand. It
 * counts by itself, and by nothing of the program's, what counts at the end and what lost.
 */
final class SourcesStory {

    /** Where files lie, by what their source says of them. */
    enum Kind {
        PART("part", ".csv"),
        WHOLE("whole", ".csv"),
        LETTER("part", ".txt"),
        ROWS("rows", ".csv");

        final String folder;
        final String ending;

        Kind(String folder, String ending) {
            this.folder = folder;
            this.ending = ending;
        }
    }

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> SERVICES = List.of("MRI of the lumbar spine", "Physical therapy 12 sessions");
    private static final List<String> OUTCOMES = List.of("Upheld", "Overturned");
    static final List<String> SYSTEMS = List.of("one", "two");

    private final Path in;
    private final String name;
    private final Random random;
    private final Map<Path, File> files = new TreeMap<>();
    private final Map<Path, List<Map<String, Says>>> editions = new HashMap<>();
    /** System, a blank, the case number. */
    private final Set<String> out = new TreeSet<>();

    private int clock;
    private int made;

    SourcesStory(Path in, String name, Random random) {
        this.in = in;
        this.name = name;
        this.random = random;
    }

    private record Says(@Nullable Integer day, int content) {

        String date() {
            return day == null ? "" : LocalDate.of(2017, 1 + day % 3, day).toString();
        }
    }

    private record File(String system, Kind kind, Path path, Instant time, Map<String, Says> says) {}

    /** What is said of a case where. */
    private record Stated(Says says, String content, Instant time, String path) {

        static final Comparator<Stated> ORDER = Comparator.comparing(
                        (Stated s) -> s.says().date())
                .thenComparing(Stated::time)
                .thenComparing(s -> s.path().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
    }

    /** Changes some files. */
    void night() throws IOException {
        Set<Path> touched = new TreeSet<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            File before = pick();
            if (before == null || random.nextInt(3) == 0) {
                before = brandNew();
            }
            if (touched.add(before.path())) {
                change(before, touched);
            }
        }
    }

    private @Nullable File pick() {
        List<File> all = List.copyOf(files.values());
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private File brandNew() {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        String system = SYSTEMS.get(random.nextInt(SYSTEMS.size()));
        return new File(system, kind, place(system, kind), T0, Map.of());
    }

    private Path place(String system, Kind kind) {
        // Names in no order, so that the greater path is not always the newer one.
        String file = (char) ('a' + random.nextInt(26)) + "-" + name + "-" + made++ + kind.ending;
        return in.resolve(system).resolve(kind.folder).resolve(file);
    }

    private void change(File before, Set<Path> touched) throws IOException {
        boolean isNew = !files.containsKey(before.path());
        int what = isNew ? 9 : random.nextInt(10);
        if (what == 0) {
            File after = at(before, place(before.system(), before.kind()), before.time(), before.says());
            files.remove(before.path());
            Files.move(before.path(), after.path());
            files.put(after.path(), after);
            touched.add(after.path());
        } else if (what == 1) {
            write(at(before, before.path(), time(before), before.says()));
        } else if (what == 2) {
            write(at(before, place(before.system(), before.kind()), time(before), before.says()));
        } else if (what == 3) {
            List<Map<String, Says>> old = editions.get(before.path());
            Map<String, Says> again = old == null ? before.says() : old.get(random.nextInt(old.size()));
            // A part that is cut to what it named once leaves the others to what was said last: no fresh store knows
            // that.
            write(at(before, before.path(), time(before), keepsAll(before, again) ? again : before.says()));
        } else {
            write(at(before, before.path(), time(before), next(before)));
        }
    }

    private static boolean keepsAll(File before, Map<String, Says> again) {
        return before.kind() != Kind.PART && before.kind() != Kind.LETTER
                || again.keySet().containsAll(before.says().keySet());
    }

    private static File at(File file, Path path, Instant time, Map<String, Says> says) {
        return new File(file.system(), file.kind(), path, time, says);
    }

    /** Some files have the same time, and some an older one than before; but what was written to has another. */
    private Instant time(File before) {
        clock += random.nextInt(2);
        Instant time = T0.plusSeconds(random.nextInt(6) == 0 ? random.nextInt(clock + 1) : clock);
        return time.equals(before.time()) ? T0.plusSeconds(++clock) : time;
    }

    private Map<String, Says> next(File before) {
        Map<String, Says> says = new TreeMap<>(before.says());
        if (before.kind() == Kind.LETTER) {
            String number = says.isEmpty() ? number() : says.keySet().iterator().next();
            return Map.of(number, anything());
        }
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            String number = number();
            if (random.nextInt(3) == 0 && before.kind() != Kind.PART && says.size() > 1) {
                says.remove(number);
            } else {
                says.put(number, anything());
            }
        }
        return says;
    }

    private String number() {
        return "CM17-" + (1_000_000 + 10 * Integer.parseInt(name.substring(1)) + random.nextInt(4));
    }

    private Says anything() {
        return new Says(random.nextInt(5) == 0 ? null : 1 + random.nextInt(3), random.nextInt(4));
    }

    private void write(File file) throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), file.kind() == Kind.LETTER ? letter(file) : table(file));
        Files.setLastModifiedTime(file.path(), FileTime.from(file.time()));
        files.put(file.path(), file);
        editions.computeIfAbsent(file.path(), p -> new ArrayList<>()).add(file.says());
    }

    /** Rows without a number carry the history's name, where nobody looks: the same bytes in two histories would be the same rows. */
    private String table(File file) {
        boolean numbered = file.kind() != Kind.ROWS;
        StringBuilder text = new StringBuilder(numbered ? "Number,When,What,How\n" : "Mark,When,What,How\n");
        file.says()
                .forEach((number, says) -> text.append(numbered ? number : name)
                        .append(',')
                        .append(says.date())
                        .append(',')
                        .append(SERVICES.get(says.content() / 2))
                        .append(',')
                        .append(OUTCOMES.get(says.content() % 2))
                        .append('\n'));
        return text.toString();
    }

    private static String letter(File file) {
        Map.Entry<String, Says> only = file.says().entrySet().iterator().next();
        Says says = only.getValue();
        String day = says.date();
        return "Case Number: " + only.getKey() + "\n"
                + (day.isEmpty()
                        ? ""
                        : "Decision Date: " + day.substring(5, 7) + "/" + day.substring(8) + "/" + day.substring(0, 4)
                                + "\n")
                + "HOW THE IMR FINAL DETERMINATION WAS MADE\n"
                + "MAXIMUS Federal Services sent the complete case file to an expert reviewer.\n"
                + "IMR ISSUES, DECISIONS AND RATIONALES\n"
                + "The Final Determination was based on decisions for the disputed items/services set forth below:\n"
                + SERVICES.get(says.content() / 2) + ": " + OUTCOMES.get(says.content() % 2) + "\n"
                + "Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.\n"
                + "MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004.\n"
                + "Decision rationale: The reviewer explains at length why this is so.\n";
    }

    /** A case to be taken out, or put back: system, a blank and its number; null for none. */
    @Nullable
    String byHand() {
        List<String> known = new ArrayList<>(stated().keySet());
        known.removeIf(key -> key.contains("row "));
        if (known.isEmpty() || random.nextInt(3) > 0) {
            return null;
        }
        String key = known.get(random.nextInt(known.size()));
        if (!out.remove(key)) {
            out.add(key);
        }
        return key;
    }

    Set<String> out() {
        return out;
    }

    /** Those of them that any file states; who never heard of the others cannot take them out, and need not. */
    Set<String> outAndStated() {
        Set<String> there = new TreeSet<>(out);
        there.retainAll(stated().keySet());
        return there;
    }

    Set<Path> files() {
        return files.keySet();
    }

    private Map<String, List<Stated>> stated() {
        Map<String, List<Stated>> stated = new TreeMap<>();
        files.values()
                .forEach(file -> file.says()
                        .forEach((number, says) -> stated.computeIfAbsent(
                                        file.system() + " "
                                                + (file.kind() == Kind.ROWS
                                                        ? "row "
                                                                + List.copyOf(file.says()
                                                                                .keySet())
                                                                        .indexOf(number) + " of " + table(file)
                                                        : number),
                                        key -> new ArrayList<>())
                                .add(new Stated(
                                        says,
                                        (file.kind() == Kind.LETTER) + " " + says,
                                        file.time(),
                                        file.path().toString()))));
        return stated;
    }

    /** Cases that count, upheld ones, statements that lost. */
    record Counts(int cases, int upheld, int lost) {

        Counts plus(Counts other) {
            return new Counts(cases + other.cases, upheld + other.upheld, lost + other.lost);
        }
    }

    Counts counts() {
        int cases = 0;
        int upheld = 0;
        int lost = 0;
        for (Map.Entry<String, List<Stated>> each : stated().entrySet()) {
            if (!out.contains(each.getKey())) {
                Stated counting = each.getValue().stream().max(Stated.ORDER).orElseThrow();
                cases++;
                upheld += counting.says().content() % 2 == 0 ? 1 : 0;
                lost += (int) each.getValue().stream()
                        .filter(s -> !s.content().equals(counting.content()))
                        .count();
            }
        }
        return new Counts(cases, upheld, lost);
    }
}
