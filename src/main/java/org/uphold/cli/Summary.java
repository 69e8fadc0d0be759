package org.uphold.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uphold.job.control.RunResult;
import org.uphold.job.control.WindowResult;
import org.uphold.store.CaseCounts;
import org.uphold.store.LoadCounts;

/** What a run says at its end. */
final class Summary {

    private final RunResult result;

    Summary(RunResult result) {
        this.result = result;
    }

    /** @param first what the JSON object begins with */
    void print(Output output, Map<String, Object> first) {
        if (output.json()) {
            Map<String, Object> map = new LinkedHashMap<>(first);
            map.putAll(asMap());
            output.result(map);
            return;
        }
        LoadCounts counts = result.counts();
        if (counts.read() > 0) {
            output.say(String.format(
                    Locale.ROOT,
                    "read %,d = accepted %,d + rejected %,d + unchanged %,d%s",
                    counts.read(),
                    counts.accepted(),
                    counts.rejected(),
                    counts.unchanged(),
                    counts.superseded() > 0
                            ? String.format(Locale.ROOT, " (%,d superseded an earlier one)", counts.superseded())
                            : ""));
        }
        if (result.problems().cases() > 0) {
            output.say(String.format(
                    Locale.ROOT,
                    "of the accepted %,d with problems: %s",
                    result.problems().cases(),
                    result.problems().kinds()));
        }
        cases(result.cases()).ifPresent(output::say);
        Headline headline = headline();
        if (headline != null) {
            output.say(headline.text());
            output.show(Categories.lines(result.tables()));
        }
        if (!result.months().isEmpty()) {
            output.say("changed " + Words.many(result.months().size(), "month") + ": " + shortened(result.months()));
        }
        output.show(Withheld.lines(result.tables()));
        result.packageFolder().ifPresent(folder -> {
            output.say("package " + folder);
            output.show(toOpen(folder));
        });
        result.windows().forEach(window -> output.say(window(window)));
        if (result.withoutMonth() > 0) {
            output.say(
                    Words.many(result.withoutMonth(), "letter")
                            + " in the store without a month (undated, or of a year only): in no package of a month, but in --all");
        }
        if (result.exitCode() == 0) {
            output.say(result.message());
        } else {
            output.error(result.exitCode(), result.message());
        }
    }

    /** What became of cases, unless all of them are new. */
    private static Optional<String> cases(CaseCounts cases) {
        if (cases.equals(new CaseCounts(cases.added(), 0, 0, 0, 0, 0))) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "cases: %,d new, %,d changed, %,d returned, %,d no longer named, %,d withdrawn; %,d statements lost to a later one",
                cases.added(),
                cases.changed(),
                cases.returned(),
                cases.unnamed(),
                cases.withdrawn(),
                cases.lost()));
    }

    /** The page to look at, as an address that terminals let one click. */
    private static List<String> toOpen(Path folder) {
        Path report = folder.resolve("report.html").toAbsolutePath();
        return Files.exists(report) ? List.of("open " + report.toUri()) : List.of();
    }

    static String window(WindowResult window) {
        String days = window.window().folderName();
        if (window.isUpToDate()) {
            return days + " up to date";
        }
        return days + " "
                + window.packageFolder()
                        .map(folder -> "package " + folder)
                        .orElse("not published: " + window.message());
    }

    static Map<String, Object> asMap(WindowResult window) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("window", window.window().folderName());
        map.put("run", window.run());
        map.put("exit_code", window.exitCode());
        map.put("message", window.message());
        window.packageFolder().ifPresent(folder -> map.put("package", folder.toString()));
        return map;
    }

    private Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run", result.run());
        map.put("exit_code", result.exitCode());
        map.put("message", result.message());
        map.put("read", result.counts().read());
        map.put("accepted", result.counts().accepted());
        map.put("rejected", result.counts().rejected());
        map.put("unchanged", result.counts().unchanged());
        map.put("superseded", result.counts().superseded());
        map.put("with_problems", result.problems().cases());
        map.put("problems", result.problems().byKind());
        RunWords.cases(map, result.cases());
        if (result.unsettled() > 0) {
            map.put("unsettled", result.unsettled());
        }
        Headline headline = headline();
        if (headline != null) {
            map.put("upheld", headline.upheld());
            map.put("determined", headline.determined());
            map.put("uphold_rate", headline.rate());
        }
        map.put("months", result.months());
        if (!result.windows().isEmpty() || result.withoutMonth() > 0) {
            map.put("windows", result.windows().stream().map(Summary::asMap).toList());
            map.put("letters_without_month", result.withoutMonth());
        }
        result.packageFolder().ifPresent(folder -> map.put("package", folder.toString()));
        return map;
    }

    private static String shortened(List<String> months) {
        if (months.size() <= 6) {
            return String.join(", ", months);
        }
        return months.get(0) + " … " + months.get(months.size() - 1);
    }

    private @Nullable Headline headline() {
        return Headline.of(result.tables()).orElse(null);
    }
}
