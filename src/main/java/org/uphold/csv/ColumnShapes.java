package org.uphold.csv;

import org.uphold.determination.FieldShape;

/** Whether a cell can be what its column is mapped to; a column of stories may be mapped to a field that is published. */
final class ColumnShapes {

    private ColumnShapes() {}

    static boolean fits(Field field, String text) {
        return switch (field) {
            case REVIEWER_SPECIALTY -> FieldShape.isSpecialty(text);
            case LICENSE_STATE -> FieldShape.isState(text);
            case SERVICE -> FieldShape.isService(text);
            case CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE -> FieldShape.isGuideline(text);
            case CLAIMS_ADMINISTRATOR, JURISDICTION -> FieldShape.isName(text);
            default -> true;
        };
    }

    /** What was expected and found, in general words. */
    static String expected(Field field) {
        String what = switch (field) {
            case REVIEWER_SPECIALTY -> "names of specialties";
            case LICENSE_STATE -> "names of states";
            case SERVICE -> "a disputed service";
            case CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE -> "what a decision was based on";
            default -> "a name";
        };
        return "expected in " + field.label() + " " + what + ", found other words, which are left out";
    }
}
