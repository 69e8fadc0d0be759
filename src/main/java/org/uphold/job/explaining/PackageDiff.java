package org.uphold.job.explaining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.uphold.cells.LetterView;
import org.uphold.job.control.OpenStore;
import org.uphold.store.LoggedRun;
import org.uphold.store.Provenance;
import org.uphold.store.Provenance.Letter;
import org.uphold.store.RunVersions;
import org.uphold.store.Store;
import org.uphold.store.StoreException;
import org.uphold.store.Withdrawals;
import org.uphold.store.Withdrawals.Withdrawal;

/** What changed from one package to another: the rows, and the letters that made them change. */
public final class PackageDiff {

    private final Store store;

    public PackageDiff(OpenStore open) {
        this.store = open.store();
    }

    /** Why a letter made a difference. */
    public enum Why {
        /** It came after the first package. */
        LATE,
        /** It took the place of another determination of its case. */
        CORRECTED,
        /** It is no longer shown. */
        REMOVED,
        /** Its case was taken out by hand. */
        WITHDRAWN,
        /** Its case was put back. */
        RETURNED
    }

    /**
     * A letter that makes the difference.
     *
     * @param why what happened
     * @param letter the one that came, or that was removed
     * @param before the one that went where another came, or null
     * @param reason why its case was taken out, of one that was; else null
     */
    public record LetterChange(
            Why why,
            Letter letter,
            @Nullable Letter before,
            @Nullable String reason) {}

    /**
     * The difference.
     *
     * @param from the first package
     * @param to the second
     * @param rows that changed, table by table
     * @param letters that made them change
     * @param versions what else differs: code, taxonomy, settings, window, basis
     * @param lettersKnown whether both packages were made from this store
     */
    public record Difference(
            String from,
            String to,
            List<RowChange> rows,
            List<LetterChange> letters,
            List<String> versions,
            boolean lettersKnown) {}

    /**
     * Compares two packages, each the number of a run or a folder.
     *
     * @param out where the packages of runs are
     * @throws UnknownNameException where one of them is none
     */
    public Difference between(String first, String second, Path out) {
        KnownPackage a = KnownPackage.find(store, out, first);
        KnownPackage b = KnownPackage.find(store, out, second);
        LoggedRun from = a.run();
        LoggedRun to = b.run();
        boolean known = from != null && to != null;
        return new Difference(
                a.name(),
                b.name(),
                RowChange.between(a.tables(), b.tables()),
                from == null || to == null ? List.of() : letters(from, to),
                from == null || to == null ? List.of() : versions(from, to),
                known);
    }

    private List<LetterChange> letters(LoggedRun first, LoggedRun second) {
        LetterView from = KnownPackage.view(first);
        LetterView to = KnownPackage.view(second);
        Map<String, Letter> went = new LinkedHashMap<>();
        Map<String, Letter> came = new LinkedHashMap<>();
        List<LetterChange> changes = new ArrayList<>();
        Map<String, Withdrawal> byHand;
        try (Connection connection = store.begin()) {
            DSLContext dsl = Store.dsl(connection);
            Provenance provenance = new Provenance(dsl);
            provenance.letters(from.without(to), letter -> went.put(caseOf(letter), letter));
            provenance.letters(to.without(from), letter -> came.put(caseOf(letter), letter));
            byHand = byHand(dsl, first, went, came);
        } catch (SQLException e) {
            throw new StoreException("The letters cannot be read: " + e.getMessage(), e);
        }
        came.forEach((key, letter) -> {
            Letter before = went.remove(key);
            Withdrawal withdrawal = byHand.get(key);
            if (before == null && withdrawal != null && withdrawal.putBackAt() != null) {
                changes.add(new LetterChange(Why.RETURNED, letter, null, withdrawal.reason()));
            } else {
                boolean corrected = before != null || letter.replaces();
                changes.add(new LetterChange(corrected ? Why.CORRECTED : Why.LATE, letter, before, null));
            }
        });
        went.forEach((key, letter) -> {
            Withdrawal withdrawal = byHand.get(key);
            changes.add(
                    withdrawal == null
                            ? new LetterChange(Why.REMOVED, letter, null, null)
                            : new LetterChange(Why.WITHDRAWN, letter, null, withdrawal.reason()));
        });
        return changes;
    }

    /** What was done by hand since the first package, of the cases that only one of them shows. */
    private static Map<String, Withdrawal> byHand(
            DSLContext dsl, LoggedRun first, Map<String, Letter> went, Map<String, Letter> came) {
        OffsetDateTime time = first.storeTime();
        Set<String> keys = new TreeSet<>();
        went.values().forEach(letter -> keys.add(letter.caseKey()));
        came.forEach((key, letter) -> {
            if (!went.containsKey(key)) {
                keys.add(letter.caseKey());
            }
        });
        return time == null || keys.isEmpty() ? Map.of() : Withdrawals.since(dsl, keys, time);
    }

    private static String caseOf(Letter letter) {
        return letter.system() + " " + letter.caseKey();
    }

    private static List<String> versions(LoggedRun from, LoggedRun to) {
        RunVersions a = from.versions();
        RunVersions b = to.versions();
        List<String> differing = new ArrayList<>();
        add(differing, "code", a.code(), b.code());
        add(differing, "taxonomy", a.taxonomy(), b.taxonomy());
        add(differing, "settings", a.settings(), b.settings());
        add(differing, "window", from.window().folderName(), to.window().folderName());
        add(differing, "basis", from.basis().code(), to.basis().code());
        return differing;
    }

    private static void add(List<String> differing, String name, String a, String b) {
        if (!a.equals(b)) {
            differing.add(name + " " + a + " → " + b);
        }
    }
}
