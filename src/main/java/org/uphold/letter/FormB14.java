package org.uphold.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.uphold.letter.Draft.DraftItem;

/**
 * Late 2013 to 2014 (era B): {@code IMR DECISION(S) AND RATIONALE(S)} and numbered sentences that hold service and outcome,
 * then the guidelines in sentences and {@code The Physician Reviewer's decision rationale:}.
 */
final class FormB14 implements Era {

    private static final Pattern ITEM =
            Pattern.compile("(?<number>\\d{1,2}) ?[.)] ?" + Wording.regex("The request for") + " ?");

    private record Start(int number, int start, int service) {}

    @Override
    public String form() {
        return "b14";
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has(Heading.DECISIONS)
                || (outline.has(Heading.PHYSICIAN_RATIONALE)
                        && !starts(outline, 0).isEmpty());
    }

    @Override
    public void readItems(Outline outline, Draft draft) {
        Body body = outline.body();
        Mark section = outline.first(Heading.DECISIONS);
        List<Start> starts = starts(outline, section == null ? 0 : section.end());
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1).start() : body.length();
            item(outline, draft, start, end);
            numbers.put(start.number(), start.start());
        }
        Checks.numbering(draft, numbers);
    }

    private static List<Start> starts(Outline outline, int from) {
        Body body = outline.body();
        List<Start> found = new ArrayList<>();
        int last = 0;
        for (int line = body.lineAt(from); line < body.lineCount(); line++) {
            int at = body.start(line);
            if (at < from) {
                continue;
            }
            Matcher m = ITEM.matcher(body.shadow()).region(at, body.length());
            if (m.lookingAt()) {
                int number = Integer.parseInt(m.group("number"));
                // A list within a rationale starts again at one; items go on counting.
                if (number > last) {
                    found.add(new Start(number, at, m.end()));
                    last = number;
                }
            }
        }
        return found;
    }

    private static void item(Outline outline, Draft draft, Start start, int end) {
        Body body = outline.body();
        String shadow = body.shadow();
        Mark rationale = outline.firstOf(Set.of(Heading.PHYSICIAN_RATIONALE, Heading.RATIONALE), start.service());
        int told = rationale == null || rationale.start() > end ? end : rationale.start();
        int guidelines = GuidelineSentences.first(body, start.service(), told);
        int statement = statementEnd(body, start.service(), guidelines);
        Necessity.Found outcome = Necessity.find(shadow, start.service(), statement);
        if (outcome == null && statement >= body.length()) {
            return;
        }
        DraftItem item = draft.newItem(start.start());
        item.service = body.slice(start.service(), outcome == null ? statement : outcome.serviceEnd());
        item.serviceAt = start.service();
        if (outcome != null) {
            item.outcome = outcome.outcome();
            item.contradictory = outcome.outcome() == null;
            item.outcomeAt = outcome.start();
        }
        if (rationale != null && told < end) {
            item.reasons(rationale.end(), end, false);
        }
        GuidelineSentences.read(body, guidelines, told, item);
    }

    /** The statement is one paragraph. */
    private static int statementEnd(Body body, int from, int limit) {
        for (int line = body.lineAt(from) + 1; line < body.lineCount() && body.start(line) < limit; line++) {
            if (body.gap(line) == Gap.BLANK) {
                return body.end(line - 1);
            }
        }
        return limit;
    }
}
