package org.uphold.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.uphold.letter.LetterReader;
import org.uphold.source.Limits;
import org.uphold.source.Reading;
import org.uphold.source.SourceFile;

/**
 * Letters per second, from a file on disk to its reading: {@code LettersPerSecond FOLDER [THREADS [ROUNDS]]}. The first round
 * is printed by itself: it is what a short run sees before the JVM has warmed up.
 */
public final class LettersPerSecond {

    private record OnDisk(Path path) implements SourceFile {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public InputStream open() throws IOException {
            return new ByteArrayInputStream(Files.readAllBytes(path));
        }

        @Override
        public String sha256() {
            return "";
        }
    }

    private LettersPerSecond() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(
                            f -> f.toString().endsWith(".pdf") || f.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        round(files, threads, 1, "first");
        round(files, threads, rounds / 2, "warming");
        round(files, threads, rounds, "warm");
    }

    private static void round(List<Path> files, int threads, int times, String name) throws InterruptedException {
        LetterReader reader = new LetterReader(Limits.DEFAULT);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger accepted = new AtomicInteger();
        int total = files.size() * times;
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int t = 0; t < threads; t++) {
            pool.execute(() -> {
                for (int i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
                    if (reader.read(new OnDisk(files.get(i % files.size()))) instanceof Reading.Accepted) {
                        accepted.incrementAndGet();
                    }
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.HOURS);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d letters (%d accepted), %d thread(s), %.2f s, %.0f letters/s, %.2f ms of processor a letter%n",
                name,
                total,
                accepted.get(),
                threads,
                seconds,
                total / seconds,
                (system.getProcessCpuTime() - cpu) / 1e6 / total);
    }
}
