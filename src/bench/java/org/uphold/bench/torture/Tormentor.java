package org.uphold.bench.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.uphold.bench.torture.Scoreboard.Blow;

/** Does things to runs. */
final class Tormentor {

    private static final long MOST_MINUTES = 3;
    private static final int MOST_DAYS_OFF = 400;
    private static final int KIB = 1024;
    /** Room that the database of the scenes has at most when its disk is full, beside what it holds. */
    private static final int MOST_ROOM_KIB = 24 * KIB;

    private static final String OURS =
            " from pg_stat_activity where application_name like 'uphold%' and pid <> pg_backend_pid()";

    private final Scene scene;
    private final SplittableRandom random;
    private final Optional<Path> faketime;

    Tormentor(Scene scene, SplittableRandom random, Optional<Path> faketime) {
        this.scene = scene;
        this.random = random;
        this.faketime = faketime;
    }

    /** Starts a run and strikes at a random moment of a part of it; nothing where it had ended before. */
    Optional<Blow> strike(Act act, Trouble trouble, Phase phase) throws Exception {
        boolean struck;
        Process run;
        try (Connection connection = scene.connect();
                Statement statement = connection.createStatement()) {
            long last = lastStep(statement);
            run = scene.start(act.job());
            while (run.isAlive() && !isIn(statement, phase, last)) {
                run.waitFor(3, TimeUnit.MILLISECONDS);
            }
            run.waitFor(random.nextLong(act.millis().getOrDefault(phase, 100L) * 1000 + 1), TimeUnit.MICROSECONDS);
            struck = run.isAlive() && strike(run, trouble, statement);
        }
        int exitCode = ended(run);
        return struck ? Optional.of(new Blow(trouble, phase, exitCode)) : Optional.empty();
    }

    private boolean strike(Process run, Trouble trouble, Statement statement) throws IOException, SQLException {
        switch (trouble) {
            case JAVA -> run.destroyForcibly();
            case STOP -> run.destroy();
            case BACKEND -> {
                try (ResultSet pids = statement.executeQuery("select pid" + OURS
                        + " and application_name <> 'uphold lock' order by state = 'active' desc limit 1")) {
                    return pids.next() && kill(pids.getLong(1));
                }
            }
            case POSTMASTER -> {
                return kill(Long.parseLong(Files.readAllLines(scene.data().resolve("postmaster.pid"))
                        .get(0)
                        .strip()));
            }
            case CUT -> {
                try (ResultSet cut = statement.executeQuery("select count(pg_terminate_backend(pid))" + OURS)) {
                    return cut.next() && cut.getLong(1) > 0;
                }
            }
            default -> throw new IllegalArgumentException(trouble + " does not strike at a moment");
        }
        return true;
    }

    private static boolean kill(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    private static long lastStep(Statement statement) throws SQLException {
        return number(statement, "select coalesce(max(step_execution_id), 0) from batch.batch_step_execution");
    }

    private static boolean isIn(Statement statement, Phase phase, long last) throws SQLException {
        return phase == Phase.START
                || number(
                                statement,
                                "select count(*) from batch.batch_step_execution where step_execution_id > " + last
                                        + " and step_name = '" + phase.step() + "'"
                                        + (phase == Phase.END ? " and status = 'COMPLETED'" : ""))
                        > 0;
    }

    /** Before the first migration there is no table. */
    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet there = statement.executeQuery("select to_regclass('batch.batch_step_execution')")) {
            there.next();
            if (there.getString(1) == null) {
                return 0;
            }
        }
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The first and the second of two runs at once. */
    List<Blow> crowd(Act act) throws Exception {
        scene.server();
        Process first = scene.start(act.job());
        TimeUnit.MILLISECONDS.sleep(random.nextLong(200));
        Process second = scene.start(act.job());
        return List.of(
                new Blow(Trouble.CROWD, Phase.START, ended(first)),
                new Blow(Trouble.CROWD, Phase.START, ended(second)));
    }

    /**
     * A run whose clock is off, killed; then one at another time; on a store whose own clock was ahead when it was last changed,
     * as if the server's had been set back since. (The server itself is left at the true time: its signal handlers ask for the
     * time, and the library's lock is not made for that.)
     */
    List<Blow> misleadClock(Act act) throws Exception {
        scene.server();
        scene.setStoreAhead(random.nextInt(MOST_DAYS_OFF));
        Process first = scene.start(act.job(), otherTime());
        first.waitFor(
                random.nextLong(act.millis().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()),
                TimeUnit.MILLISECONDS);
        first.destroyForcibly();
        int killed = ended(first);
        int code = ended(scene.start(act.job(), otherTime()));
        return List.of(new Blow(Trouble.CLOCK, Phase.START, killed), new Blow(Trouble.CLOCK, Phase.START, code));
    }

    private Map<String, String> otherTime() {
        int days = random.nextInt(2 * MOST_DAYS_OFF + 1) - MOST_DAYS_OFF;
        return Map.of(
                "LD_PRELOAD",
                faketime.orElseThrow().toString(),
                "FAKETIME",
                (days < 0 ? "" : "+") + days + "d",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    /** A run that may not write its reports. */
    Blow readOnly(Act act) throws Exception {
        scene.server();
        Path reports = Files.createDirectories(scene.path("reports"));
        Map<String, String> before = scene.files();
        Shell.run("mount", "--bind", reports.toString(), reports.toString());
        int code;
        try {
            Shell.run("mount", "-o", "remount,bind,ro", reports.toString());
            code = ended(scene.start(act.job()));
        } finally {
            Shell.run("umount", reports.toString());
        }
        if (code != 74 || !scene.files().equals(before)) {
            throw new IllegalStateException("read-only reports: exit " + code + ", files "
                    + scene.files().keySet());
        }
        return new Blow(Trouble.READ_ONLY, Phase.START, code);
    }

    /** A run whose reports find no room; the disk has room again afterwards, and stays mounted. */
    Blow fullReports(Act act) throws Exception {
        scene.server();
        Path reports = Files.createDirectories(scene.path("reports"));
        long least = 4 + size(reports) / KIB;
        long needed = act.files().keySet().stream()
                        .filter(name -> name.startsWith("reports"))
                        .count()
                * 16;
        Shell.run("mount", "-t", "tmpfs", "-o", "size=64m", "uphold-torture", reports.toString());
        scene.copyInto(act.name(), "reports", reports);
        Shell.run("mount", "-o", "remount,size=" + (4 * least + random.nextLong(needed)) + "k", reports.toString());
        int code = ended(scene.start(act.job()));
        Shell.run("mount", "-o", "remount,size=256m", reports.toString());
        return new Blow(Trouble.FULL_REPORTS, Phase.START, code);
    }

    /** A run whose database finds no room; there is room again afterwards, and the disk stays mounted. */
    Blow fullDatabase(Act act) throws Exception {
        Path data = scene.data();
        long owner = (Integer) Files.getAttribute(data, "unix:uid");
        Shell.run("mount", "-t", "tmpfs", "-o", "size=1g,mode=0700,uid=" + owner, "uphold-torture", data.toString());
        scene.copyInto(act.name(), "home/postgres/data", data);
        scene.server();
        Path ballast = data.resolve("ballast");
        long free = Files.getFileStore(data).getUsableSpace() / KIB;
        long room = random.nextLong(MOST_ROOM_KIB);
        Shell.run("fallocate", "-l", Math.max(1, free - room) + "KiB", ballast.toString());
        int code = ended(scene.start(act.job()));
        Files.delete(ballast);
        return new Blow(Trouble.FULL_DATABASE, Phase.START, code);
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Exit code of a run; one that hangs is ended and counts as -1. */
    private static int ended(Process run) throws InterruptedException {
        if (run.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            return run.exitValue();
        }
        run.destroyForcibly().waitFor();
        return -1;
    }
}
