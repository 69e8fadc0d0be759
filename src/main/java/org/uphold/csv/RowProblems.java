package org.uphold.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;

/** What could not be taken of the row that is being read; most rows have nothing of it. */
final class RowProblems {

    private List<Problem> problems = List.of();
    private long line;
    private boolean bad;

    /** Another row, on this line. */
    void start(long line) {
        problems = List.of();
        bad = false;
        this.line = line;
    }

    /** The row stays. */
    void note(ProblemCode code, String message) {
        if (problems.isEmpty()) {
            problems = new ArrayList<>(2);
        }
        problems.add(new Problem(code, message, Place.line(line)));
    }

    /** The row is bad; the first reason is said. */
    void refuse(ProblemCode code, String message) {
        if (!bad) {
            problems = new ArrayList<>(Collections.singleton(new Problem(code, message, Place.line(line))));
            bad = true;
        }
    }

    boolean isBad() {
        return bad;
    }

    int count() {
        return problems.size();
    }

    List<Problem> all() {
        return problems;
    }
}
