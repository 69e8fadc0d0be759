package org.uphold.letter;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Outcome;
import org.uphold.letter.Draft.DraftItem;

/**
 * The form {@code MEDICAL PROFESSIONAL REVIEW}: {@code ISSUE AT DISPUTE:}, the guidelines relied upon, and a rationale whose
 * heading says whether the treatment is medically necessary. Where the rationale itself ends with the opposite, the outcome
 * is unknown.
 */
final class FormReview implements Era {

    private static final Pattern NUMBERED = Pattern.compile("(?<=^|[ :;.])(?<number>\\d{1,2}) ?[.)] (?=\\S)");
    private static final Pattern HEADING_OUTCOME =
            Pattern.compile(" ?(?<verb>(?:is|was|are|were|/| )+)(?<how>" + Wording.anyOf("not", "partially") + ")? ?"
                    + Wording.regex("medically necessary") + "(?: ?" + Wording.regex("and appropriate") + ")? ?:?");
    private static final Set<Heading> RATIONALE = Set.of(Heading.PROFESSIONAL_RATIONALE);

    @Override
    public String form() {
        return "review";
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has(Heading.ISSUE_AT_DISPUTE)
                && (outline.has(Heading.PROFESSIONAL_GUIDELINES)
                        || outline.has(Heading.PROFESSIONAL_RATIONALE)
                        || outline.has(Heading.REVIEW_TITLE));
    }

    @Override
    public void readItems(Outline outline, Draft draft) {
        List<Mark> marks = outline.marks();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).heading() == Heading.ISSUE_AT_DISPUTE) {
                issue(
                        outline,
                        draft,
                        marks.get(i),
                        nextIssue(marks, i, outline.body().length()));
            }
        }
    }

    private static int nextIssue(List<Mark> marks, int from, int end) {
        for (int i = from + 1; i < marks.size(); i++) {
            if (marks.get(i).heading() == Heading.ISSUE_AT_DISPUTE) {
                return marks.get(i).start();
            }
        }
        return end;
    }

    private static void issue(Outline outline, Draft draft, Mark issue, int end) {
        Body body = outline.body();
        int servicesEnd = Math.min(end, outline.nextStart(issue.end()));
        if (servicesEnd >= body.length()) {
            return;
        }
        int before = draft.items().size();
        services(body, draft, issue.end(), servicesEnd);
        Mark rationale = outline.firstOf(RATIONALE, issue.end());
        Mark guideline = outline.firstOf(Set.of(Heading.PROFESSIONAL_GUIDELINES), issue.end());
        for (DraftItem item : draft.items().subList(before, draft.items().size())) {
            if (guideline != null && guideline.start() < end) {
                String text = body.slice(guideline.end(), Math.min(end, outline.nextStart(guideline.end())));
                item.reviewer = text.isEmpty() ? null : text;
                item.reviewerAt = text.isEmpty() ? -1 : guideline.end() + 1;
            }
            if (rationale != null && rationale.start() < end) {
                item.rationale = true;
                outcome(body, rationale, Math.min(end, outline.nextStart(rationale.end())), item);
            }
        }
    }

    private static void services(Body body, Draft draft, int from, int to) {
        Matcher m = NUMBERED.matcher(body.shadow()).region(from, to);
        int expected = 1;
        int start = -1;
        while (m.find()) {
            if (Integer.parseInt(m.group("number")) != expected) {
                continue;
            }
            if (start >= 0) {
                add(body, draft, start, m.start());
            } else if (!body.slice(from, m.start()).isEmpty()) {
                break;
            }
            start = m.end();
            expected++;
        }
        add(body, draft, start < 0 ? from : start, to);
    }

    private static void add(Body body, Draft draft, int from, int to) {
        String service = body.slice(from, to);
        if (!service.isEmpty()) {
            DraftItem item = draft.newItem(from);
            item.service = service.endsWith(".") || service.endsWith(";")
                    ? service.substring(0, service.length() - 1)
                    : service;
            item.serviceAt = body.text().indexOf(service, from);
        }
    }

    private static void outcome(Body body, Mark rationale, int end, DraftItem item) {
        Matcher m = HEADING_OUTCOME.matcher(body.shadow()).region(rationale.end(), end);
        if (!m.lookingAt()) {
            return;
        }
        String how = m.group("how");
        Outcome stated =
                how == null ? Outcome.OVERTURNED : how.startsWith("n") ? Outcome.UPHELD : Outcome.PARTIALLY_OVERTURNED;
        item.outcome = stated;
        item.outcomeAt = rationale.start();
        Outcome closing = closing(body.shadow(), m.end(), end);
        item.contradictory = closing != null && closing != stated;
    }

    /** What the last sentence of the rationale that speaks of necessity says, or null. */
    private static @Nullable Outcome closing(String shadow, int from, int end) {
        Necessity.Found last = null;
        Necessity.Found next = Necessity.find(shadow, from, end);
        while (next != null) {
            last = next;
            next = Necessity.find(shadow, next.end(), end);
        }
        return last == null ? null : last.outcome();
    }
}
