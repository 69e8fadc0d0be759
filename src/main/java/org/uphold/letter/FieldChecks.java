package org.uphold.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.FieldShape;
import org.uphold.letter.Draft.DraftItem;
import org.uphold.source.Place;
import org.uphold.source.ProblemCode;

/**
 * Whether what was read for a field can be one. What cannot is left out, with a problem that does not quote it: where a
 * heading was lost, it may be the story of the case.
 */
final class FieldChecks {

    private FieldChecks() {}

    /** The names that can be some; the others are said at the place where the field was found. */
    static List<String> names(List<String> found, Predicate<String> isOne, String field, Draft draft) {
        List<String> good = new ArrayList<>(found.size());
        for (String name : found) {
            if (isOne.test(name)) {
                good.add(name);
            }
        }
        if (good.size() == found.size()) {
            return found;
        }
        Place place = draft.evidence().get("reviewer." + field);
        draft.problem(
                ProblemCode.BAD_VALUE,
                "The reviewer's " + field + " should be names; found other words, which are left out.",
                place == null ? Place.FILE : place);
        return good;
    }

    /** Empties the fields of items that cannot be what they should be. */
    static void items(Draft draft) {
        List<DraftItem> items = draft.items();
        for (int i = 0; i < items.size(); i++) {
            DraftItem item = items.get(i);
            if (!FieldShape.isService(item.service)) {
                report(draft, i, "service", "a heading", item.serviceAt < 0 ? item.at : item.serviceAt);
                item.service = "";
                item.serviceAt = -1;
            }
            String claims = item.claimsAdministrator;
            if (claims != null && !FieldShape.isGuideline(claims)) {
                report(draft, i, "claims administrator's guideline", "citations", item.claimsAdministratorAt);
                item.claimsAdministrator = null;
                item.claimsAdministratorAt = -1;
            }
            String reviewer = item.reviewer;
            if (reviewer != null && !FieldShape.isGuideline(reviewer)) {
                report(draft, i, "reviewer's guideline", "citations", item.reviewerAt);
                item.reviewer = null;
                item.reviewerAt = -1;
            }
        }
    }

    private static void report(Draft draft, int index, String field, String expected, int offset) {
        draft.problem(
                ProblemCode.BAD_VALUE,
                "The " + field + " of item " + (index + 1) + " should be " + expected
                        + "; found what reads as a story, which is left out.",
                offset);
    }

    /** A name of a firm, or null where it cannot be one. */
    static @Nullable String firm(@Nullable String printed, Draft draft, int offset) {
        if (printed == null || FieldShape.isName(printed) && printed.indexOf(':') < 0) {
            return printed;
        }
        draft.problem(
                ProblemCode.BAD_VALUE,
                "The claims administrator should be a name; found other words, which are left out.",
                offset);
        return null;
    }
}
