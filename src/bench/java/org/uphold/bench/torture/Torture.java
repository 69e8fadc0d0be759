package org.uphold.bench.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.uphold.bench.torture.Scoreboard.Blow;

/**
 * Torments runs in rounds. Each sets up a night, does one to four things to runs of it, lets one more run go, and compares
 * what that leaves with an undisturbed run: the bytes of every file but the manifests, the rows of the store, no temporary
 * anywhere. Prints how often what was done, how the runs ended, and how many were recovered from how fast.
 *
 * <pre>Torture JAR LETTERS WORK-FOLDER [KILLS] [SECONDS] [SEED]</pre>
 *
 * Full disks, read-only folders and another time need Linux, root and libfaketime; where one is missing it says so.
 */
public final class Torture {

    private static final int MOST_IN_A_ROW = 4;
    /** Every so many rounds something else is done than to strike at a moment. */
    private static final int OTHERWISE = 5;
    /** How a tormented run may end: a killed process shows the signal, the others say what went wrong. */
    private static final Set<Integer> HONEST = Set.of(0, 4, 74, 75, 137, 143);

    private final Scene scene;
    private final Tormentor tormentor;
    private final SplittableRandom random;
    private final List<Trouble> other;
    private final PrintStream out;
    private final Scoreboard scores = new Scoreboard();

    private Torture(Scene scene, SplittableRandom random, PrintStream out) {
        this.scene = scene;
        this.random = random;
        this.out = out;
        Optional<Path> faketime = faketime();
        this.tormentor = new Tormentor(scene, random, faketime);
        this.other = possible(faketime, out);
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            throw new IllegalArgumentException("JAR LETTERS WORK-FOLDER [KILLS] [SECONDS] [SEED]");
        }
        int kills = args.length > 3 ? Integer.parseInt(args[3]) : 200;
        long seconds = args.length > 4 ? Long.parseLong(args[4]) : 3600;
        long seed = args.length > 5 ? Long.parseLong(args[5]) : System.nanoTime();
        Path work = Files.createDirectories(Path.of(args[2])).toRealPath();
        PrintStream out = System.out;
        out.println("seed " + seed);
        Torture torture;
        try (Scene scene = new Scene(Path.of(args[0]).toRealPath(), work)) {
            torture = new Torture(scene, new SplittableRandom(seed), out);
            List<Act> acts = new Stage(scene, Path.of(args[1])).acts();
            acts.forEach(act -> out.println(act.name() + ": " + act.millis()));
            torture.torment(acts, kills, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
        }
        torture.scores.print(out);
        System.exit(torture.scores.well() ? 0 : 1);
    }

    private static Optional<Path> faketime() {
        String named = System.getenv("TORTURE_FAKETIME");
        List<String> places = named == null
                ? List.of(
                        "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
                        "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
                        "/usr/lib64/faketime/libfaketimeMT.so.1")
                : List.of(named);
        return places.stream().map(Path::of).filter(Files::exists).findFirst();
    }

    private static List<Trouble> possible(Optional<Path> faketime, PrintStream out) {
        EnumSet<Trouble> possible = EnumSet.of(Trouble.CROWD);
        if (faketime.isPresent()) {
            possible.add(Trouble.CLOCK);
        } else {
            out.println("LEFT OUT: the clock is not changed, libfaketime is missing (TORTURE_FAKETIME names it)");
        }
        if (System.getProperty("torture.mounts") != null) {
            possible.addAll(EnumSet.of(Trouble.READ_ONLY, Trouble.FULL_REPORTS, Trouble.FULL_DATABASE));
        } else {
            out.println("LEFT OUT: no full disk and no read-only folder, they need root and a mount namespace");
        }
        return List.copyOf(possible);
    }

    private void torment(List<Act> acts, int kills, long deadline) throws Exception {
        int blows = 0;
        for (int round = 0; scores.kills() < kills && System.nanoTime() < deadline; round++) {
            Act act = acts.get(random.nextInt(acts.size()));
            scene.restore(act.name());
            List<Blow> done = new ArrayList<>();
            boolean otherwise = round % OTHERWISE == OTHERWISE - 1;
            Trouble trouble = other.get(round / OTHERWISE % other.size());
            try {
                if (otherwise) {
                    done.addAll(otherwise(act, trouble));
                } else {
                    int most = 1 + random.nextInt(MOST_IN_A_ROW);
                    for (int i = 0; i < most; i++) {
                        scene.server();
                        tormentor.strike(act, dice(), Phase.number(blows++)).ifPresent(done::add);
                        // One that was killed is started again; one that runs is found.
                        scene.close();
                    }
                }
                recover(act, done);
            } finally {
                scene.close();
                unmount();
            }
        }
    }

    private List<Blow> otherwise(Act act, Trouble trouble) throws Exception {
        return switch (trouble) {
            case CROWD -> tormentor.crowd(act);
            case CLOCK -> tormentor.misleadClock(act);
            case READ_ONLY -> List.of(tormentor.readOnly(act));
            case FULL_REPORTS -> List.of(tormentor.fullReports(act));
            case FULL_DATABASE -> List.of(tormentor.fullDatabase(act));
            default -> throw new IllegalArgumentException(trouble + " strikes at a moment");
        };
    }

    private Trouble dice() {
        int dice = random.nextInt(10);
        return dice < 5
                ? Trouble.JAVA
                : dice < 7 ? Trouble.BACKEND : dice < 8 ? Trouble.POSTMASTER : dice < 9 ? Trouble.CUT : Trouble.STOP;
    }

    private void recover(Act act, List<Blow> done) throws Exception {
        scene.close();
        scene.server();
        long from = System.nanoTime();
        int code = scene.start(act.job()).waitFor();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
        String broken = verdict(act, done, code);
        scores.add(done, millis, broken);
        if (!broken.isEmpty()) {
            out.println("NOT RECOVERED " + done + ": " + broken);
            Files.copy(scene.said(), scene.said().resolveSibling("said-" + System.nanoTime() + ".txt"));
        }
        out.println(scores.kills() + " kills; " + act.name() + ": " + done + ", recovered in " + millis + " ms");
        out.flush();
    }

    private String verdict(Act act, List<Blow> done, int code) throws IOException, SQLException {
        if (code != 0 && code != 4) {
            return "exit code " + code;
        }
        List<Blow> strange =
                done.stream().filter(blow -> !HONEST.contains(blow.exitCode())).toList();
        if (!strange.isEmpty()) {
            return "a run should not end so: " + strange;
        }
        String files = difference(act.files(), scene.files());
        if (!files.isEmpty()) {
            return files;
        }
        String store = scene.store();
        return store.equals(act.store()) ? "" : "the store is " + store + ", not " + act.store();
    }

    private static String difference(Map<String, String> expected, Map<String, String> found) {
        Map<String, String> differing = new TreeMap<>();
        expected.forEach((name, hash) -> {
            if (!hash.equals(found.get(name))) {
                differing.put(name, found.containsKey(name) ? "other" : "missing");
            }
        });
        found.keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .forEach(name -> differing.put(name, "too much"));
        return differing.isEmpty() ? "" : "files differ: " + differing;
    }

    private void unmount() {
        for (Path place : List.of(scene.path("reports"), scene.data())) {
            if (System.getProperty("torture.mounts") != null
                    && Shell.tryRun("mountpoint", "-q", place.toString()).isEmpty()) {
                Shell.run("umount", place.toString());
            }
        }
    }
}
