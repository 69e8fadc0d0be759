package org.uphold.bench;

import java.nio.file.Path;

/**
 * Somebody who does a piece of work.
 *
 * @param name as the table prints it
 * @param target what ours may take at most of the time this one takes, as the project promises it; 0 where nothing is
 * @param prepare what is done before each run and not measured
 * @param command what is measured
 * @param output where it leaves its tables, to be compared
 */
record Contender(String name, double target, Preparation prepare, CommandOf command, Path output) {

    /** Done before a run. */
    interface Preparation {
        void run(int number) throws Exception;
    }

    /** The command of one run. */
    interface CommandOf {
        Meter.Command of(int number) throws Exception;
    }
}
