package org.uphold.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs commands as whole processes and says what they took, the database server they use included. Needs Linux. */
final class Meter {

    private static final int SAMPLE_MILLIS = 200;
    private static final double TICKS = 100;
    /** Place of the parent's number among the fields of {@link #stat}. */
    private static final int PARENT = 1;

    private static final String[] NONE = {};

    /** Adding up the pages of large processes takes long itself: so many times as long nothing is added up again. */
    private static final long MEMORY_REST = 50;

    private Meter() {}

    /**
     * What a command took.
     *
     * @param seconds from its start to its end
     * @param processor seconds of processor time, its own and the server's
     * @param peakMiB most memory at one moment (PSS: what several processes share counts once), sampled
     * @param exit its exit code, -1 where it was stopped because its time was up
     */
    record Measured(double seconds, double processor, long peakMiB, int exit) {}

    /**
     * A command to be measured.
     *
     * @param words program and arguments
     * @param folder it starts in
     * @param environment over that of this process
     * @param server data folder of the server that works for it, or null
     * @param fine exit codes that are no failure
     */
    record Command(
            List<String> words,
            Path folder,
            Map<String, String> environment,
            @Nullable Path server,
            Set<Integer> fine) {}

    static Measured run(Command command, Path log, long limitSeconds) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .directory(command.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(new File("/dev/null"));
        builder.environment().putAll(command.environment());
        long postmaster = postmaster(command.server());
        double serverBefore = processor(tree(postmaster, children()));
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(limitSeconds);
        Process process = builder.start();
        long peak = 0;
        long nextMemory = start;
        double own = 0;
        while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
            Map<Long, List<Long>> children = children();
            Set<Long> all = tree(process.pid(), children);
            own = Math.max(own, processor(all));
            long before = System.nanoTime();
            if (before >= nextMemory) {
                all.addAll(tree(postmaster, children));
                peak = Math.max(peak, memory(all));
                long after = System.nanoTime();
                nextMemory = after + MEMORY_REST * (after - before);
            }
            if (System.nanoTime() > end) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                process.waitFor();
                return new Measured((System.nanoTime() - start) / 1e9, own, peak, -1);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double server = postmaster > 0 ? processor(tree(postmaster, children())) - serverBefore : 0;
        return new Measured(seconds, own + server, peak, process.exitValue());
    }

    private static long postmaster(@Nullable Path data) throws IOException {
        if (data == null || !Files.exists(data.resolve("postmaster.pid"))) {
            return -1;
        }
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    /** Who started whom of all that run. Read once for each look: it takes the time of the two processors that are measured. */
    private static Map<Long, List<Long>> children() throws IOException {
        Map<Long, List<Long>> children = new HashMap<>();
        try (Stream<Path> folders = Files.list(Path.of("/proc"))) {
            for (Path folder : (Iterable<Path>) folders::iterator) {
                String pid = folder.getFileName().toString();
                String[] fields = Character.isDigit(pid.charAt(0)) ? stat(pid) : NONE;
                if (fields.length > PARENT) {
                    children.computeIfAbsent(Long.valueOf(fields[PARENT]), parent -> new ArrayList<>())
                            .add(Long.valueOf(pid));
                }
            }
        }
        return children;
    }

    /** The process and all that it started and that still run. */
    private static Set<Long> tree(long root, Map<Long, List<Long>> children) {
        Set<Long> found = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>();
        if (root > 0) {
            open.add(root);
        }
        while (!open.isEmpty()) {
            long pid = open.remove();
            if (found.add(pid)) {
                open.addAll(children.getOrDefault(pid, List.of()));
            }
        }
        return found;
    }

    /** The fields of a process's state behind its name, which may hold blanks; none where it has gone. */
    private static String[] stat(String pid) {
        String stat = read("/proc/" + pid + "/stat");
        return stat.isEmpty() ? NONE : stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    /** Of these processes, and of their children that have ended. */
    private static double processor(Set<Long> pids) {
        long ticks = 0;
        for (long pid : pids) {
            String[] fields = stat(Long.toString(pid));
            for (int i = 11; i < 15 && i < fields.length; i++) {
                ticks += Long.parseLong(fields[i]);
            }
        }
        return ticks / TICKS;
    }

    private static long memory(Set<Long> pids) {
        long kib = 0;
        for (long pid : pids) {
            for (String line : read("/proc/" + pid + "/smaps_rollup").split("\n")) {
                if (line.startsWith("Pss:")) {
                    kib += Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        }
        return kib / 1024;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException gone) {
            return "";
        }
    }
}
