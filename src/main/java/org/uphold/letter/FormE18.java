package org.uphold.letter;

import java.util.regex.Pattern;

/** 2018 on (era E): the letter of 2015 behind a cover page that states an outcome for the whole case. */
final class FormE18 implements Era {

    private static final Pattern COVER = Pattern.compile("(?:date of )?final determination ?:|date of ur decision");

    @Override
    public String form() {
        return "e18";
    }

    @Override
    public boolean recognises(Outline outline) {
        if (!FormC14.hasLabelledItems(outline) || outline.has(Heading.DECISIONS)) {
            return false;
        }
        return outline.has(Heading.FINAL_LETTER_TITLE)
                || COVER.matcher(outline.body().shadow())
                        .region(0, outline.headerEnd())
                        .find();
    }

    @Override
    public void readItems(Outline outline, Draft draft) {
        new LabelledItems(outline).read(draft);
    }
}
