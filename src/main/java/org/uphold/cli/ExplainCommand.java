package org.uphold.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.explaining.Explainer;
import org.uphold.job.explaining.Explainer.Explanation;
import org.uphold.settings.Flags;
import org.uphold.store.Provenance.Letter;
import org.uphold.store.Provenance.ReadItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** From a printed rate down to the items behind it. Internal: it prints case numbers and file names. */
@Command(
        name = "explain",
        description = "List the items behind a printed row: where each was read, as what, by which run. Internal.")
@SuppressWarnings("NullAway.Init")
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Parameters(
            index = "0",
            paramLabel = "PACKAGE",
            description = "Folder of a package, such as reports/nightly/latest.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "TABLE", description = "A table of it, such as uphold_by_specialty.")
    private String table;

    @Parameters(index = "2..*", paramLabel = "KEY", description = "Values of its key columns, in order.")
    private List<String> key = List.of();

    private @Nullable String lastCase;

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        Output output = session.output();
        List<Map<String, Object>> items = new ArrayList<>();
        Consumer<ReadItem> each = output.json() ? item -> items.add(asMap(item)) : item -> print(item, output);
        Explanation explanation = session.withStore(
                session.settings(Flags.NONE, null), store -> new Explainer(store).explain(folder, table, key, each));
        int code = explanation.agrees() ? ExitCodes.DONE : ExitCodes.VERIFY_FAILED;
        if (output.json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("exit_code", code);
            result.put("table", explanation.table());
            result.put("key", key);
            result.put("run", explanation.run());
            result.put("items", items);
            result.put("listed", explanation.listed());
            result.put("printed", explanation.printed());
            result.put("agrees", explanation.agrees());
            result.put("cases_withdrawn_by_hand", explanation.withdrawn());
            output.result(result);
        } else {
            output.data(closing(explanation));
            if (explanation.withdrawn() > 0) {
                output.data(Words.many(explanation.withdrawn(), "case")
                        + " of the store taken out by hand, in none of these figures: './uphold withdraw --list'");
            }
        }
        return code;
    }

    private void print(ReadItem item, Output output) {
        Letter letter = item.letter();
        String heading = letter.system() + " " + letter.caseKey() + " " + letter.source();
        if (!heading.equals(lastCase)) {
            lastCase = heading;
            output.data(letter.caseKey() + " (" + letter.system() + "), reviewer "
                    + (item.specialties().isEmpty() ? "not stated" : String.join("; ", item.specialties()))
                    + ", from " + letter.source() + (letter.changedSince() ? " as it was then" : "")
                    + ", loaded by run " + letter.run() + " at "
                    + letter.loadedAt().toInstant());
        }
        output.data("  item " + item.number() + "  " + item.outcome() + "  " + item.service()
                + (item.disputedService() == null ? "" : "; in dispute: " + item.disputedService()));
        output.data("      " + item.category() + " / " + item.subcategory() + " by rule " + item.rule()
                + "; reviewer cites "
                + (item.guidelines().isEmpty() ? "nothing stated" : String.join("; ", item.guidelines()))
                + "; at " + letter.place());
    }

    /** Says whether what is listed makes up what is printed. */
    private static String closing(Explanation e) {
        String listed = String.format(
                Locale.ROOT,
                "%s of %s: upheld %,d of %,d determined",
                Words.many(e.listed().getOrDefault("items", 0L), "item"),
                Words.many(e.listed().getOrDefault("cases", 0L), "case"),
                e.listed().getOrDefault("upheld", 0L),
                e.determined());
        if (e.printed().isEmpty()) {
            return listed + "; the package does not show this count";
        }
        if (e.agrees()) {
            return listed + ": these make up the printed count";
        }
        return listed + "; but printed are "
                + e.printed().entrySet().stream()
                        .map(p -> p.getKey() + " " + p.getValue())
                        .collect(Collectors.joining(", "))
                + ": the store was classified by other tables, or changed by hand, since run " + e.run();
    }

    private static Map<String, Object> asMap(ReadItem item) {
        Map<String, Object> map = LetterWords.asMap(item.letter());
        map.put("item_number", item.number());
        map.put("outcome", item.outcome());
        map.put("service", item.service());
        map.put("disputed_service", item.disputedService() == null ? item.service() : item.disputedService());
        map.put("service_category", item.category());
        map.put("service_subcategory", item.subcategory());
        map.put("rule", item.rule());
        map.put("reviewer_guidelines", item.guidelines());
        map.put("reviewer_specialties", item.specialties());
        return map;
    }
}
