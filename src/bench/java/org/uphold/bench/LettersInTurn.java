package org.uphold.bench;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.uphold.letter.LetterReader;
import org.uphold.source.Limits;
import org.uphold.source.SourceFile;

/**
 * The same as {@link LettersAgainst} where the machine has other work: both builds in one JVM, each letter by one and at once by
 * the other, so that whatever slows one slows the other. Compares the least that each letter took of the processor.
 *
 * <pre>LettersInTurn CLASSES OURS THEIRS FOLDER [ROUNDS]</pre>
 */
public final class LettersInTurn implements Consumer<byte[]> {

    private record InMemory(byte[] bytes) implements SourceFile {

        @Override
        public String name() {
            return "letter.pdf";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public String sha256() {
            return "";
        }
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final LetterReader reader = new LetterReader(Limits.DEFAULT);

    /** Made by each build's own loader. */
    public LettersInTurn() {}

    @Override
    public void accept(byte[] letter) {
        reader.read(new InMemory(letter));
    }

    public static void main(String[] args) throws Exception {
        List<Consumer<byte[]>> builds = List.of(build(args[0], args[1]), build(args[0], args[2]));
        int rounds = args.length > 4 ? Integer.parseInt(args[4]) : 20;
        List<byte[]> letters = letters(Path.of(args[3]));
        long[][] least = new long[2][letters.size()];
        // As many rounds before, for the compiler.
        for (int round = -rounds; round < rounds; round++) {
            if (round <= 0) {
                Arrays.fill(least[0], Long.MAX_VALUE);
                Arrays.fill(least[1], Long.MAX_VALUE);
            }
            for (int i = 0; i < letters.size(); i++) {
                measure(builds, letters.get(i), round, least, i);
            }
        }
        double ours = Arrays.stream(least[0]).average().orElse(0) / 1e3;
        double theirs = Arrays.stream(least[1]).average().orElse(0) / 1e3;
        double[] ratios = new double[letters.size()];
        Arrays.setAll(ratios, i -> (double) least[0][i] / least[1][i]);
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%d letters, %d rounds: ours %.0f µs, theirs %.0f µs of processor a letter: %.3f; by letter, median %.3f%n",
                letters.size(),
                rounds,
                ours,
                theirs,
                ours / theirs,
                ratios[ratios.length / 2]);
    }

    /** By both, the first in turn. */
    private static void measure(List<Consumer<byte[]>> builds, byte[] letter, int round, long[][] least, int index) {
        for (int turn = 0; turn < 2; turn++) {
            int build = (turn + (round & 1)) % 2;
            long before = nanos();
            builds.get(build).accept(letter);
            least[build][index] = Math.min(least[build][index], nanos() - before);
        }
    }

    /** Of the threads that read, of either build: only one reads at a time. */
    private static long nanos() {
        long nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null
                    && (thread.getThreadName().equals("main")
                            || thread.getThreadName().startsWith("uphold-letter"))) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    @SuppressWarnings("unchecked")
    private static Consumer<byte[]> build(String classes, String path) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String part : (classes + ":" + path).split(":")) {
            if (part.endsWith("*")) {
                File[] jars =
                        new File(part.substring(0, part.length() - 1)).listFiles((in, name) -> name.endsWith(".jar"));
                for (File jar : jars == null ? new File[0] : jars) {
                    urls.add(url(jar));
                }
            } else {
                urls.add(url(new File(part)));
            }
        }
        ClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        return (Consumer<byte[]>)
                loader.loadClass(LettersInTurn.class.getName()).getConstructor().newInstance();
    }

    private static URL url(File file) throws MalformedURLException {
        return file.toURI().toURL();
    }

    private static List<byte[]> letters(Path folder) throws IOException {
        List<byte[]> letters = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                letters.add(Files.readAllBytes(file));
            }
        }
        return letters;
    }
}
