package org.uphold.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.DisputedItem;
import org.uphold.determination.Outcome;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;

/** What has been read of a letter so far, with the place of each field and the problems met. */
final class Draft {

    private final Body body;
    private final Map<String, Place> evidence = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<DraftItem> items = new ArrayList<>();
    private List<String> specialties = List.of();
    private List<String> licensure = List.of();

    Draft(Body body) {
        this.body = body;
    }

    /** One item while it is being read; offsets are of the body, -1 where nothing was found. */
    static final class DraftItem {
        String service = "";
        int serviceAt = -1;

        @Nullable
        Outcome outcome;

        int outcomeAt = -1;
        boolean contradictory;
        boolean unknownWord;

        @Nullable
        String claimsAdministrator;

        int claimsAdministratorAt = -1;

        @Nullable
        String reviewer;

        int reviewerAt = -1;
        boolean rationale;
        /** Where its reasons start and end. */
        int reasonsAt = -1;

        int reasonsEnd = -1;
        /** Whether the form ends them with what they come to. */
        boolean reasonsConclude;

        int at;

        void reasons(int from, int to, boolean conclude) {
            rationale = true;
            reasonsAt = from;
            reasonsEnd = Math.max(from, to);
            reasonsConclude = conclude;
        }
    }

    Body body() {
        return body;
    }

    void found(String field, int offset) {
        evidence.putIfAbsent(field, body.place(offset));
    }

    void found(String field, Place place) {
        evidence.putIfAbsent(field, place);
    }

    void problem(ProblemCode code, String message, Place where) {
        problems.add(new Problem(code, message, where));
    }

    void problem(ProblemCode code, String message, int offset) {
        problem(code, message, body.place(offset));
    }

    DraftItem newItem(int offset) {
        DraftItem item = new DraftItem();
        item.at = offset;
        items.add(item);
        return item;
    }

    List<DraftItem> items() {
        return items;
    }

    void reviewer(List<String> specialties, List<String> licensure) {
        this.specialties = specialties;
        this.licensure = licensure;
    }

    List<String> specialties() {
        return specialties;
    }

    List<String> licensure() {
        return licensure;
    }

    Map<String, Place> evidence() {
        return evidence;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The items as the shared vocabulary has them, with their evidence. */
    List<DisputedItem> finishedItems() {
        List<DisputedItem> finished = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            DraftItem d = items.get(i);
            int number = i + 1;
            String prefix = "items[" + number + "].";
            note(prefix + "service", d.serviceAt);
            note(prefix + "outcome", d.outcomeAt);
            note(prefix + "claims_administrator_guideline", d.claimsAdministratorAt);
            note(prefix + "reviewer_guideline", d.reviewerAt);
            finished.add(new DisputedItem(
                    number,
                    d.service,
                    PartialApproval.disputed(d.service),
                    d.contradictory || d.outcome == null ? Outcome.UNKNOWN : d.outcome,
                    d.claimsAdministrator,
                    d.reviewer,
                    null));
        }
        return finished;
    }

    private void note(String field, int offset) {
        if (offset >= 0) {
            found(field, offset);
        }
    }
}
