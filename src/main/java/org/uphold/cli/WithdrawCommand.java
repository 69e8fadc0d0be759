package org.uphold.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.CaseKey;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.OpenStore;
import org.uphold.job.reading.Withdrawing;
import org.uphold.settings.Flags;
import org.uphold.settings.JobFile;
import org.uphold.settings.SourceSpec;
import org.uphold.store.Withdrawals.Withdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes cases out of the figures by hand, puts them back, lists them. Internal: it prints case numbers. */
@Command(
        name = "withdraw",
        description = "Take cases out of the figures, with a reason, or put them back; history is kept. Internal.")
@SuppressWarnings("NullAway.Init")
final class WithdrawCommand implements Callable<Integer> {

    /** What readers key a case by that states no number. */
    private static final List<String> HASHES = List.of("text:", "row:");

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "CASE", arity = "0..*", description = "Case numbers, however they are written.")
    private List<String> cases = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the store, never published.")
    private @Nullable String reason;

    @Option(names = "--undo", description = "Put them back: what is stated of them counts again.")
    private boolean undo;

    @Option(names = "--list", description = "List the cases that were taken out, and when.")
    private boolean list;

    @Option(
            names = "--system",
            paramLabel = "NAME",
            defaultValue = JobFile.DEFAULT_SYSTEM,
            description = "Whose case numbers these are; " + JobFile.DEFAULT_SYSTEM + " unless said.")
    private String system;

    @Override
    public Integer call() {
        check();
        Session session = new Session(parent.environment(), options);
        return session.withStore(session.settings(Flags.NONE, null), store -> call(store, session.output()));
    }

    private void check() {
        if (list ? !cases.isEmpty() || undo || reason != null : cases.isEmpty()) {
            throw new UsageException(
                    list ? "--list stands alone" : "which cases? name them, or list those that are out with --list");
        }
        if (!list && undo == (reason != null)) {
            throw new UsageException(
                    undo ? "--undo needs no --reason" : "--reason TEXT is needed: who asks later wants to know why");
        }
        if (reason != null && reason.isBlank()) {
            throw new UsageException("--reason is empty");
        }
        try {
            SourceSpec.checkedSystem(system);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--system: " + e.getMessage());
        }
    }

    private int call(OpenStore store, Output output) {
        Withdrawing withdrawing = new Withdrawing(store, Version.text());
        if (list) {
            list(withdrawing.all(), output);
            return ExitCodes.DONE;
        }
        List<String> keys = cases.stream().map(WithdrawCommand::key).distinct().toList();
        Withdrawing.Done done = undo
                ? withdrawing.putBack(system, keys)
                : withdrawing.withdraw(system, keys, String.valueOf(reason).strip());
        if (output.json()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("run", done.run());
            map.put("exit_code", ExitCodes.DONE);
            map.put(undo ? "put_back" : "withdrawn", done.cases());
            map.put("as_before", done.asBefore());
            output.result(map);
        } else {
            output.say(said(done));
        }
        return ExitCodes.DONE;
    }

    private String said(Withdrawing.Done done) {
        if (done.cases() == 0) {
            return "nothing was changed: " + (done.asBefore() == 1 ? "the case is " : "the cases are ")
                    + (undo ? "not withdrawn, so there is nothing to put back" : "withdrawn already")
                    + "; './uphold withdraw --list' lists those that are";
        }
        return Words.many(done.cases(), "case") + (undo ? " put back" : " withdrawn")
                + (done.asBefore() == 0
                        ? ""
                        : ", " + done.asBefore()
                                + (undo
                                        ? " that " + (done.asBefore() == 1 ? "was" : "were") + " not withdrawn"
                                        : " withdrawn already"))
                + "; the next run publishes it";
    }

    private static String key(String given) {
        if (HASHES.stream().anyMatch(given::startsWith)) {
            return given;
        }
        String key = CaseKey.of(given);
        if (key.isEmpty()) {
            throw new UsageException("an empty case number");
        }
        return key;
    }

    private static void list(List<Withdrawal> all, Output output) {
        if (output.json()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("exit_code", ExitCodes.DONE);
            map.put("withdrawals", all.stream().map(WithdrawCommand::asMap).toList());
            output.result(map);
            return;
        }
        Table table = new Table("CASE", "SYSTEM", "OUT SINCE", "PUT BACK", "REASON");
        all.forEach(w -> table.row(
                w.caseKey(),
                w.system(),
                w.withdrawnAt().toInstant().toString(),
                w.putBackAt() == null ? "" : w.putBackAt().toInstant().toString(),
                w.reason()));
        if (!all.isEmpty()) {
            table.lines().forEach(output::data);
        }
        output.data(Words.many(all.stream().filter(w -> w.putBackAt() == null).count(), "case")
                + " out of the figures");
    }

    private static Map<String, @Nullable Object> asMap(Withdrawal w) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("case", w.caseKey());
        map.put("system", w.system());
        map.put("reason", w.reason());
        map.put("withdrawn_at", w.withdrawnAt().toInstant().toString());
        map.put(
                "put_back_at",
                w.putBackAt() == null ? null : w.putBackAt().toInstant().toString());
        return map;
    }
}
