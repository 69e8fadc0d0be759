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
import org.uphold.disclosure.SideBySide;
import org.uphold.disclosure.Verification;
import org.uphold.job.control.ExitCodes;
import org.uphold.rates.PublishedTable;
import org.uphold.report.PackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Checks a published package from its files alone. */
@Command(
        name = "verify",
        description = "Check published packages, alone and together, from their files alone; needs no database.")
@SuppressWarnings("NullAway.Init")
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Parameters(
            paramLabel = "PACKAGE",
            arity = "1..*",
            description = "Folder of a package, such as reports/nightly/latest; several are audited together, too.")
    private List<Path> folders;

    @Override
    public Integer call() {
        Output output = new Session(parent.environment(), options).output();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException(
                        folder + " is no folder; a package is a folder such as reports/nightly/latest");
            }
        }
        List<String> problems = new ArrayList<>();
        List<SideBySide.Published> published = new ArrayList<>();
        long undecided = 0;
        for (Path folder : folders) {
            undecided += verify(folder, problems, published);
        }
        problems.addAll(SideBySide.findings(published));
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

    /** Adds what is wrong with a package, and the package where it is under a profile; how many hidden counts stay undecided. */
    private long verify(Path folder, List<String> problems, List<SideBySide.Published> published) {
        String which = folders.size() > 1 ? folder + ": " : "";
        try {
            PackageReader reader = new PackageReader();
            List<PackageReader.Mismatch> mismatches = reader.mismatches(folder);
            mismatches.forEach(m -> problems.add(which + m.file() + " " + m.problem()));
            if (!mismatches.isEmpty()) {
                return 0;
            }
            Profile profile = Profile.parse(reader.disclosure(folder));
            List<PublishedTable> tables = reader.tables(folder);
            if (profile != Profile.NONE) {
                published.add(new SideBySide.Published(
                        folder.toString(), reader.window(folder), reader.basis(folder), tables));
            }
            Verification.Result result = new Verification().verify(profile, tables, reader.window(folder));
            result.mismatches().forEach(m -> problems.add(which + m));
            result.findings().forEach(finding -> problems.add(which + finding.message()));
            return result.undecided();
        } catch (IOException e) {
            problems.add(which + e.getMessage());
            return 0;
        }
    }
}
