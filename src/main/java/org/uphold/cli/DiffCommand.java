package org.uphold.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uphold.job.explaining.PackageDiff;
import org.uphold.job.explaining.PackageDiff.Difference;
import org.uphold.job.explaining.PackageDiff.LetterChange;
import org.uphold.job.explaining.RowChange;
import org.uphold.settings.Flags;
import org.uphold.settings.Settings;
import org.uphold.settings.WindowFlags;
import org.uphold.store.Provenance.Letter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What changed from one package to another, and which letters did it. Internal: it prints case numbers and file names. */
@Command(
        name = "diff",
        description = "Show which rows changed from one package to another, and which letters made them. Internal.")
@SuppressWarnings("NullAway.Init")
final class DiffCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Parameters(index = "0", paramLabel = "A", description = "Number of a run, or folder of a package.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "The same of the later one.")
    private String second;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the packages of runs are.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        Settings settings =
                session.settings(new Flags(WindowFlags.NONE, out, List.of(), null, false, null, List.of()), null);
        Difference difference = session.withStore(
                settings,
                store -> new PackageDiff(store)
                        .between(first, second, settings.out().value()));
        if (session.output().json()) {
            session.output().result(asMap(difference));
        } else {
            print(difference, session.output());
        }
        return 0;
    }

    private static void print(Difference difference, Output output) {
        output.data("from " + difference.from() + " to " + difference.to());
        difference.versions().forEach(output::data);
        if (!difference.lettersKnown()) {
            output.data("letters: one of the packages was not made from this store");
        }
        Table letters = new Table("WHY", "CASE", "SYSTEM", "SOURCE", "AT", "RUN", "IN PLACE OF");
        for (LetterChange change : difference.letters()) {
            Letter before = change.before();
            letters.row(
                    word(change.why()),
                    change.letter().caseKey(),
                    change.letter().system(),
                    change.letter().source() + (change.letter().changedSince() ? " as it was then" : ""),
                    change.letter().place().toString(),
                    Long.toString(change.letter().run()),
                    before == null ? reason(change) : before.source() + " of run " + before.run());
        }
        if (!difference.letters().isEmpty()) {
            letters.lines().forEach(output::data);
        }
        Table rows = new Table("TABLE", "ROW", "", "ITEMS", "UPHELD", "RATE");
        long restated = 0;
        boolean any = false;
        for (RowChange row : difference.rows()) {
            if (row.kind() == RowChange.Kind.RESTATED) {
                restated++;
                continue;
            }
            any = true;
            rows.row(
                    row.table(),
                    String.join(" / ", row.key()),
                    word(row.kind()),
                    values(row, "items"),
                    values(row, "upheld"),
                    values(row, "uphold_rate"));
        }
        if (any) {
            rows.lines().forEach(output::data);
        }
        output.data(Words.many(difference.letters().size(), "letter") + ", "
                + Words.many(difference.rows().size() - restated, "row") + " moved, "
                + Words.many(restated, "row") + " with the same counts compared anew");
    }

    private static String reason(LetterChange change) {
        return change.reason() == null ? "" : "by hand: " + change.reason();
    }

    private static String values(RowChange row, String column) {
        Object before = row.before().get(column);
        Object after = row.after().get(column);
        return before == null && after == null ? "" : text(before) + " → " + text(after);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.6f", number) : value.toString();
    }

    private static Map<String, Object> asMap(Difference difference) {
        List<Map<String, Object>> letters = new ArrayList<>();
        for (LetterChange change : difference.letters()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("why", word(change.why()));
            map.putAll(LetterWords.asMap(change.letter()));
            Letter before = change.before();
            if (before != null) {
                map.put("before", LetterWords.asMap(before));
            }
            if (change.reason() != null) {
                map.put("reason", change.reason());
            }
            letters.add(map);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RowChange row : difference.rows()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("table", row.table());
            map.put("key", row.key());
            map.put("change", word(row.kind()));
            map.put("before", row.before());
            map.put("after", row.after());
            rows.add(map);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("from", difference.from());
        result.put("to", difference.to());
        result.put("versions", difference.versions());
        result.put("letters_known", difference.lettersKnown());
        result.put("letters", letters);
        result.put("rows", rows);
        return result;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
