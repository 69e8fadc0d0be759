package org.uphold.letter;

/** About late 2014 (era C): items under labels, the reviewer's credentials in prose, often without header and date. */
final class FormC14 implements Era {

    @Override
    public String form() {
        return "c14";
    }

    @Override
    public boolean recognises(Outline outline) {
        return hasLabelledItems(outline);
    }

    @Override
    public void readItems(Outline outline, Draft draft) {
        new LabelledItems(outline).read(draft);
    }

    /** Items under labels, by their section's heading or by the labels themselves. */
    static boolean hasLabelledItems(Outline outline) {
        if (outline.has(Heading.ISSUES) || outline.has(Heading.ITEMS_INTRODUCTION)) {
            return true;
        }
        int labels = 0;
        labels += outline.has(Heading.CLAIMS_ADMINISTRATOR_GUIDELINE) ? 1 : 0;
        labels += outline.has(Heading.REVIEWER_GUIDELINE) ? 1 : 0;
        labels += outline.has(Heading.RATIONALE) ? 1 : 0;
        return labels >= 2 || outline.has(Heading.HOW_MADE);
    }
}
