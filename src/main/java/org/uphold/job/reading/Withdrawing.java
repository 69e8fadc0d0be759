package org.uphold.job.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.uphold.cells.Cells;
import org.uphold.classification.Taxonomy;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.OpenStore;
import org.uphold.job.control.UnknownNameException;
import org.uphold.source.Sha256;
import org.uphold.store.RunState;
import org.uphold.store.RunVersions;
import org.uphold.store.Runs;
import org.uphold.store.Store;
import org.uphold.store.StoreException;
import org.uphold.store.StoreLocks;
import org.uphold.store.Withdrawals;
import org.uphold.store.Withdrawals.Withdrawal;

/**
 * Takes cases out of the figures by hand, and puts them back. Each time is a run in the log book, which says how many cases, and never
 * which. The sums are brought up to date at once; the next package shows it.
 */
public final class Withdrawing {

    /** What the log book calls it. */
    public static final String JOB = "withdraw";

    private final Store store;
    private final Withdrawals withdrawals;
    private final String codeVersion;

    public Withdrawing(OpenStore open, String codeVersion) {
        this.store = open.store();
        this.withdrawals = new Withdrawals(store);
        this.codeVersion = codeVersion;
    }

    /**
     * What was done.
     *
     * @param run number in the log book
     * @param cases cases that are out now and were in, or the other way round
     * @param asBefore cases that were so already
     */
    public record Done(long run, int cases, int asBefore) {}

    private interface Change {
        void make(long run);
    }

    /**
     * Takes cases out; all of them, or where one is unknown none.
     *
     * @param caseKeys their keys
     * @throws UnknownNameException where nothing was ever stated of one
     */
    public Done withdraw(String system, List<String> caseKeys, String reason) {
        demandKnown(system, caseKeys);
        return done(
                system,
                caseKeys,
                true,
                run -> withdrawals.withdraw(run, system, caseKeys, reason),
                "taken out by hand");
    }

    /**
     * Puts cases back.
     *
     * @param caseKeys their keys
     * @throws UnknownNameException where nothing was ever stated of one
     */
    public Done putBack(String system, List<String> caseKeys) {
        demandKnown(system, caseKeys);
        return done(system, caseKeys, false, run -> withdrawals.putBack(run, system, caseKeys), "put back");
    }

    /** All that there were, the latest last. */
    public List<Withdrawal> all() {
        return withdrawals.all();
    }

    private void demandKnown(String system, List<String> caseKeys) {
        List<String> unknown = withdrawals.unknown(system, caseKeys);
        if (!unknown.isEmpty()) {
            throw new UnknownNameException("nothing was changed: no file of " + system + " states the case "
                    + String.join(", ", unknown) + "; check the number, and name another source system with --system");
        }
    }

    private Done done(String system, List<String> caseKeys, boolean out, Change change, String what) {
        Runs runs = new Runs(store);
        RunVersions versions =
                new RunVersions(codeVersion, Taxonomy.load(List.of()).version(), Sha256.NOTHING);
        long run = runs.start(JOB, DateRange.ALL, Basis.DECISION, versions, "{}");
        int before = withdrawals.out(system, caseKeys);
        int asBefore = out ? before : caseKeys.size() - before;
        int cases = caseKeys.size() - asBefore;
        try {
            change.make(run);
            bringUpToDate();
        } catch (RuntimeException e) {
            runs.finish(run, RunState.FAILED, ExitCodes.INTERNAL_ERROR, "no case was " + what);
            throw e;
        }
        runs.finish(
                run,
                cases == 0 ? RunState.UP_TO_DATE : RunState.COMPLETED,
                ExitCodes.DONE,
                cases + (cases == 1 ? " case " : " cases ") + what);
        return new Done(run, cases, asBefore);
    }

    private void bringUpToDate() {
        try (Connection connection = store.begin()) {
            StoreLocks.lockStore(connection);
            new Cells(Store.dsl(connection)).bringUpToDate();
            connection.commit();
        } catch (SQLException e) {
            throw new StoreException("The sums cannot be brought up to date: " + e.getMessage(), e);
        }
    }
}
