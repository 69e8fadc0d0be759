package org.uphold.letter;

import java.util.List;
import org.uphold.determination.Outcome;
import org.uphold.letter.Draft.DraftItem;
import org.uphold.source.ProblemCode;

/**
 * Whether the reasons of each item are its own and whole: they end with the outcome that its heading states, and where a page or the
 * letter ends, they have come to one. Where a page is gone or not in its place, the reasons of another item stand below a heading.
 */
final class Reasons {

    private Reasons() {}

    static void report(Draft draft) {
        List<DraftItem> items = draft.items();
        for (int i = 0; i < items.size(); i++) {
            DraftItem item = items.get(i);
            if (item.reasonsAt >= 0 && item.reasonsAt < item.reasonsEnd) {
                differing(draft, item, i + 1);
                if (item.reasonsConclude) {
                    unfinished(draft, item, i + 1);
                }
            }
        }
    }

    private static void differing(Draft draft, DraftItem item, int number) {
        if (item.contradictory || item.outcome != Outcome.UPHELD && item.outcome != Outcome.OVERTURNED) {
            return;
        }
        Outcome concluded = Conclusion.of(draft.body().shadow(), item.reasonsAt, item.reasonsEnd);
        if (concluded != null && concluded != item.outcome) {
            draft.problem(
                    ProblemCode.REASONS_DIFFER,
                    "The reasons of item " + number
                            + " should end with the outcome that its heading states; they end with" + " another.",
                    item.reasonsAt);
        }
    }

    private static void unfinished(Draft draft, DraftItem item, int number) {
        Body body = draft.body();
        int line = body.lineAt(lastOf(body, item));
        boolean last = line + 1 >= body.lineCount();
        boolean page = !last && body.page(line + 1) != body.page(line);
        // A sentence that is torn is told where it goes on.
        boolean ended = ".!?\"')]".indexOf(body.shadow().charAt(lastOf(body, item))) >= 0;
        if ((last || page) && ended && !Conclusion.isDrawn(body.shadow(), item.reasonsAt, item.reasonsEnd)) {
            draft.problem(
                    last ? ProblemCode.TRUNCATED : ProblemCode.PAGES,
                    "The reasons of item " + number + " should come to a conclusion; the " + (last ? "letter" : "page")
                            + " ends before.",
                    item.reasonsEnd);
        }
    }

    /** Its last character that is no blank. */
    private static int lastOf(Body body, DraftItem item) {
        int last = item.reasonsEnd - 1;
        while (last > item.reasonsAt && body.shadow().charAt(last) == ' ') {
            last--;
        }
        return last;
    }
}
