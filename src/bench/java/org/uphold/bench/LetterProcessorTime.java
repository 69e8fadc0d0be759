package org.uphold.bench;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.uphold.letter.LetterReader;
import org.uphold.source.Limits;
import org.uphold.source.SourceFile;

/**
 * What reading a letter takes of the processor once the JVM is warm: {@code LetterProcessorTime FOLDER [ROUNDS]}, every letter
 * once a round. Prints microseconds and bytes allocated, by letter, of the quickest round: others take longer by what the machine
 * does beside. Only the threads that read count, not those of the collector.
 */
final class LetterProcessorTime {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private record InMemory(String name, byte[] bytes) implements SourceFile {

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

    /** What threads have taken so far. */
    private record Taken(long nanos, long bytes) {

        static Taken now() {
            long nanos = 0;
            long bytes = 0;
            for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
                if (thread != null
                        && (thread.getThreadName().equals("main")
                                || thread.getThreadName().startsWith("uphold-letter"))) {
                    nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
                    bytes += Math.max(0, THREADS.getThreadAllocatedBytes(thread.getThreadId()));
                }
            }
            return new Taken(nanos, bytes);
        }
    }

    private LetterProcessorTime() {}

    public static void main(String[] args) throws IOException {
        List<SourceFile> letters = letters(Path.of(args[0]));
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 15;
        double[] micros = new double[rounds];
        double[] bytes = new double[rounds];
        LetterReader reader = new LetterReader(Limits.DEFAULT);
        // As many rounds again before, for the compiler.
        for (int round = -rounds; round < rounds; round++) {
            Taken before = Taken.now();
            for (SourceFile letter : letters) {
                reader.read(letter);
            }
            Taken after = Taken.now();
            if (round >= 0) {
                micros[round] = (after.nanos - before.nanos) / 1e3 / letters.size();
                bytes[round] = (double) (after.bytes - before.bytes) / letters.size();
            }
        }
        Arrays.sort(micros);
        Arrays.sort(bytes);
        System.out.printf(Locale.ROOT, "%.1f %.0f%n", micros[0], bytes[0]);
    }

    private static List<SourceFile> letters(Path folder) throws IOException {
        List<SourceFile> letters = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".pdf") || name.endsWith(".txt")) {
                    letters.add(new InMemory(name, Files.readAllBytes(file)));
                }
            }
        }
        return letters;
    }
}
