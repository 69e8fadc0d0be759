package org.uphold.determination;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * What is stated of one case, and which statement of it counts. This is the rule; whoever decides for many cases at once does as it
 * does.
 *
 * <ol>
 *   <li><b>The same path</b> says what it says now: its newest edition replaces what it said before, dates or no dates, also where it
 *       goes back to an older text. A case that the newest edition no longer names stays as it was said last, or is withdrawn where
 *       the path is the full list ({@link Edition#WHOLE}) or the statement has no case number to be named by. Where one edition says
 *       several things of a case, the later decision speaks for the path, of equal ones the last in it; the others are lost.
 *   <li><b>Different paths</b>: {@link Statement#ORDER}.
 *   <li><b>By hand</b>: nothing counts of a case that was withdrawn, until it is put back.
 * </ol>
 *
 * <p>Not for use by several threads.
 *
 * @param <T> what statements say; equal where they say the same
 */
public final class CaseStatements<T> {

    private final Map<String, Statement<T>> standing = new LinkedHashMap<>();
    private final Map<String, Set<T>> beside = new HashMap<>();
    private final Set<String> unnamed = new HashSet<>();
    private boolean withdrawn;

    /** The newest edition of a path names the case. */
    public void state(Statement<T> statement) {
        state(List.of(statement));
    }

    /**
     * The newest edition of a path names the case, perhaps several times.
     *
     * @param statements of one path, in the order in which they stand there; not empty
     */
    public void state(List<Statement<T>> statements) {
        Statement<T> speaks = statements.get(0);
        for (Statement<T> statement : statements) {
            speaks = Statement.ORDER.compare(speaks, statement) > 0 ? speaks : statement;
        }
        Set<T> others = new LinkedHashSet<>();
        statements.forEach(statement -> others.add(statement.content()));
        others.remove(speaks.content());
        standing.put(speaks.path(), speaks);
        beside.put(speaks.path(), others);
        unnamed.remove(speaks.path());
    }

    /**
     * The newest edition of a path does not name the case.
     *
     * @param edition what that means; of a statement without a case number always {@link Edition#WHOLE}
     * @return whether the edition before named it
     */
    public boolean leaveOut(String path, Edition edition) {
        boolean named = standing.containsKey(path) && !unnamed.contains(path);
        if (edition == Edition.WHOLE) {
            standing.remove(path);
            beside.remove(path);
            unnamed.remove(path);
        } else if (named) {
            unnamed.add(path);
        }
        return named;
    }

    /** The newest edition of a path has the same bytes as before, under another time. What an older edition said keeps its own. */
    public void touch(String path, Instant modified) {
        if (!unnamed.contains(path)) {
            standing.computeIfPresent(path, (same, statement) -> statement.of(path, modified));
        }
    }

    /** A file is at another path now: it says there what it said, also what only an older edition of it did. */
    public void move(String from, String to, Instant modified) {
        Statement<T> moved = standing.remove(from);
        if (moved != null) {
            boolean old = unnamed.remove(from);
            beside.put(to, Objects.requireNonNullElse(beside.remove(from), Set.of()));
            standing.put(to, moved.of(to, old ? moved.modified() : modified));
            if (old) {
                unnamed.add(to);
            }
        }
    }

    /** The case is taken out by hand. */
    public void withdraw() {
        withdrawn = true;
    }

    /** The case is put back. */
    public void putBack() {
        withdrawn = false;
    }

    /** The statement that counts; empty where none stands, or the case is withdrawn. */
    public Optional<Statement<T>> counting() {
        return withdrawn ? Optional.empty() : first();
    }

    /** What paths say that is something else than the statement that counts; none where the case is withdrawn. */
    public List<Statement<T>> lost() {
        Statement<T> counting = counting().orElse(null);
        return counting == null
                ? List.of()
                : standing.values().stream()
                        .filter(s -> !s.content().equals(counting.content()))
                        .sorted(Statement.ORDER.reversed())
                        .toList();
    }

    /** What paths say besides, each with its path, as far as it is something else than the statement that counts: lost as well. */
    public Map<String, Set<T>> lostBeside() {
        Map<String, Set<T>> lost = new TreeMap<>();
        counting()
                .ifPresent(counting -> beside.forEach((path, contents) -> {
                    Set<T> others = new LinkedHashSet<>(contents);
                    others.remove(counting.content());
                    if (!others.isEmpty()) {
                        lost.put(path, others);
                    }
                }));
        return lost;
    }

    /**
     * Those of the {@link #lost} that no date settles, and that cannot be true beside the one that counts: each is a problem of the
     * case.
     *
     * @param contradict whether two contents do
     */
    public List<Statement<T>> contradicting(BiPredicate<T, T> contradict) {
        Statement<T> counting = counting().orElse(null);
        return counting == null
                ? List.of()
                : lost().stream()
                        .filter(s -> s.ties(counting) && contradict.test(s.content(), counting.content()))
                        .toList();
    }

    private Optional<Statement<T>> first() {
        return standing.values().stream().max(Statement.ORDER);
    }
}
