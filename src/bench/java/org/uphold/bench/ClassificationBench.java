package org.uphold.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.uphold.classification.Classifier;
import org.uphold.classification.Taxonomy;

/**
 * Classifications of services a second on one core, and how many times as many as a chain of {@code java.util.regex}
 * patterns, one a rule, tried one after the other over the same texts. Texts are the lines of the file given, else the
 * examples of the tables. Run: {@code java -cp target/classes:target/uphold/lib/* src/bench/java/org/uphold/bench/ClassificationBench.java}
 */
public final class ClassificationBench {

    private static final int ROUNDS = 3;
    private static final long ROUND_NANOS = 1_000_000_000L;

    private ClassificationBench() {}

    public static void main(String[] args) throws IOException {
        List<String> texts = args.length > 0 ? Files.readAllLines(Path.of(args[0])) : examples();
        Taxonomy taxonomy = Taxonomy.load();
        Classifier classifier = taxonomy.classifier();
        List<Pattern> chain = chain();
        System.out.println(
                "taxonomy " + taxonomy.version() + ", " + texts.size() + " texts, " + chain.size() + " patterns");
        double tables = perSecond(
                texts, text -> classifier.service(text, text, null).rule().length());
        double regex = perSecond(texts, text -> {
            int found = 0;
            for (Pattern pattern : chain) {
                found += pattern.matcher(text).find() ? 1 : 0;
            }
            return found;
        });
        System.out.printf(Locale.ROOT, "tables: %,.0f a second%n", tables);
        System.out.printf(Locale.ROOT, "regex chain: %,.0f a second%n", regex);
        System.out.printf(Locale.ROOT, "ratio: %.0f%n", tables / regex);
    }

    /** Time that this thread was on a processor: other load on the machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private interface Work {
        int on(String text);
    }

    /** The best of several rounds, after one to warm up. */
    private static double perSecond(List<String> texts, Work work) {
        double best = 0;
        long sink = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            long begin = cpuNanos();
            long count = 0;
            while (cpuNanos() - begin < ROUND_NANOS) {
                for (String text : texts) {
                    sink += work.on(text);
                }
                count += texts.size();
            }
            double rate = count * 1e9 / (cpuNanos() - begin);
            best = round == 0 ? 0 : Math.max(best, rate);
        }
        if (sink == 42) {
            System.out.println();
        }
        return best;
    }

    private static List<String> examples() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String table : List.of("services.csv", "drugs.csv")) {
            for (CSVRecord row : rows(table)) {
                texts.add(row.get("example"));
            }
        }
        return texts;
    }

    /** One pattern for each part of each rule, with the same alternatives, whole words and case ignored. */
    private static List<Pattern> chain() throws IOException {
        Map<String, String> lists = new HashMap<>();
        for (CSVRecord row : rows("words.csv")) {
            lists.put("{" + row.get("id") + "}", expanded(row.get("words"), lists));
        }
        List<Pattern> chain = new ArrayList<>();
        for (CSVRecord row : rows("services.csv")) {
            for (String part : row.get("pattern").split("&")) {
                chain.add(pattern(expanded(part, lists)));
            }
        }
        for (CSVRecord row : rows("drugs.csv")) {
            chain.add(pattern(row.get("names")));
        }
        return chain;
    }

    private static String expanded(String words, Map<String, String> lists) {
        String expanded = words;
        for (Map.Entry<String, String> list : lists.entrySet()) {
            expanded = expanded.replace(list.getKey(), list.getValue());
        }
        return expanded;
    }

    private static Pattern pattern(String alternatives) {
        StringBuilder regex = new StringBuilder("\\b(?:");
        for (String alternative : alternatives.split("\\|")) {
            String words = alternative.strip();
            if (!words.isEmpty()) {
                boolean prefix = words.endsWith("*");
                String plain =
                        words.replace("*", "").replaceAll("[^A-Za-z0-9]+", " ").strip();
                regex.append(plain.replace(" ", "[^A-Za-z0-9]+"))
                        .append(prefix ? "" : "\\b")
                        .append('|');
            }
        }
        regex.setLength(regex.length() - 1);
        return Pattern.compile(regex.append(')').toString(), Pattern.CASE_INSENSITIVE);
    }

    private static List<CSVRecord> rows(String table) throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Taxonomy.class.getResourceAsStream("/taxonomy/" + table)),
                StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords()
                    .stream()
                    .filter(row -> !row.get("id").startsWith("#"))
                    .toList();
        }
    }
}
