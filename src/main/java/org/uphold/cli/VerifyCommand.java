package org.uphold.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.uphold.disclosure.Profile;
import org.uphold.disclosure.Verification;
import org.uphold.job.ExitCodes;
import org.uphold.report.PackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Checks a published package from its files alone. */
@Command(name = "verify", description = "Check a published package from its files alone; needs no database.")
@SuppressWarnings("NullAway.Init")
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "PACKAGE", description = "Folder of a package, such as reports/nightly/latest.")
    private Path folder;

    @Override
    public Integer call() {
        Output output = new Session(parent.environment(), options).output();
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + " is no folder; a package is a folder such as reports/nightly/latest");
        }
        List<String> problems = new ArrayList<>();
        long undecided = 0;
        try {
            PackageReader reader = new PackageReader();
            reader.mismatches(folder).forEach(m -> problems.add(m.file() + " " + m.problem()));
            if (problems.isEmpty()) {
                Verification.Result result = new Verification()
                        .verify(Profile.parse(reader.disclosure(folder)), reader.tables(folder), reader.window(folder));
                problems.addAll(result.mismatches());
                undecided = result.undecided();
                result.findings().forEach(finding -> problems.add(finding.message()));
            }
        } catch (IOException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        int code = problems.isEmpty() ? ExitCodes.DONE : ExitCodes.VERIFY_FAILED;
        if (output.json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("exit_code", code);
            result.put("problems", problems);
            result.put("undecided_counts", undecided);
            output.result(result);
        } else {
            problems.forEach(output::data);
            if (undecided > 0) {
                output.say("of " + undecided
                        + " hidden counts the files alone show bounds only, not that every small value is possible");
            }
            output.say(
                    problems.isEmpty()
                            ? "verified: hashes, identities and disclosure hold"
                            : problems.size() + " problems");
        }
        return code;
    }
}
