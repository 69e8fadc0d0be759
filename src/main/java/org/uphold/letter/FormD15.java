package org.uphold.letter;

/** 2015 to 2017 (era D): a header table, credentials in labelled lines, items under labels. */
final class FormD15 implements Era {

    @Override
    public String form() {
        return "d15";
    }

    @Override
    public boolean recognises(Outline outline) {
        return FormC14.hasLabelledItems(outline)
                && (outline.has(Heading.LICENSURE)
                        || outline.has(Heading.CERTIFICATION)
                        || outline.has(Heading.CREDENTIALS));
    }

    @Override
    public void readItems(Outline outline, Draft draft) {
        new LabelledItems(outline).read(draft);
    }
}
