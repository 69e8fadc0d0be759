package org.uphold.bench.torture;

import java.util.Map;

/**
 * A night that is tormented.
 *
 * @param name of the state of the scene before it
 * @param job that runs
 * @param exitCode of an undisturbed run
 * @param files that an undisturbed run leaves, with the hash of those that do not name the run
 * @param store what the database holds then
 * @param millis how long each part of an undisturbed run took
 */
record Act(String name, String job, int exitCode, Map<String, String> files, String store, Map<Phase, Long> millis) {}
