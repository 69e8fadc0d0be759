package org.uphold.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.uphold.classification.Classifier;
import org.uphold.classification.Explanation;
import org.uphold.classification.Taxonomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Which service, guideline or specialty a text is, and by which rule. */
@Command(name = "classify", description = "Show which service, guideline or specialty a text is, and by which rule.")
@SuppressWarnings("NullAway.Init")
final class ClassifyCommand implements Callable<Integer> {

    @ParentCommand
    private Uphold parent;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--taxonomy",
            paramLabel = "FILE",
            description = "A table of your own that extends or overrides ours.")
    private List<Path> tables = List.of();

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "One text each, in quotation marks.")
    private List<String> texts;

    private static String verdict(Explanation e) {
        if (!e.decided()) {
            return "also matched";
        }
        return e.isWeak() ? "decided, not sure" : "decided";
    }

    @Override
    public Integer call() {
        Session session = new Session(parent.environment(), options);
        Classifier classifier = Taxonomy.load(tables).classifier();
        List<Map<String, Object>> all = new ArrayList<>();
        Table table = new Table("TEXT", "AS", "IS", "RULE", "TABLE", "");
        for (String text : texts) {
            List<Explanation> explanations = classifier.explain(text);
            if (explanations.isEmpty()) {
                table.row(text, "-", "nothing matched", "-", "-", "");
            }
            for (Explanation e : explanations) {
                table.row(text, e.subject(), e.target(), e.rule(), e.table(), verdict(e));
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("text", text);
                entry.put("as", e.subject());
                entry.put("target", e.target());
                entry.put("rule", e.rule());
                entry.put("table", e.table());
                entry.put("decided", e.decided());
                entry.put("sure", !e.isWeak());
                all.add(entry);
            }
        }
        if (session.output().json()) {
            session.output().result(Map.of("classifications", all));
        } else {
            table.lines().forEach(session.output()::data);
        }
        return 0;
    }
}
