package org.uphold.letter;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates told in the form's own sentence: {@code An application for Independent Medical Review was filed on … disputing …}. */
final class FormSentences {

    private static final Pattern APPLICATION =
            Pattern.compile(Wording.regex("An application for Independent Medical Review was filed on")
                    + " ?(?<received>" + DateText.REGEX
                    + ")(?: ?" + Wording.regex("disputing the Utilization Review")
                    + " ?(?:denial|modification|denial/modification|decision)? ?dated ?(?<ur>"
                    + DateText.REGEX + "))?");

    private final @Nullable LocalDate received;
    private final @Nullable LocalDate urDecision;
    private final int receivedAt;
    private final int urDecisionAt;

    FormSentences(Body body, int end) {
        Matcher m = APPLICATION.matcher(body.shadow()).region(0, end);
        boolean found = body.shadow().contains("application") && m.find();
        received = found ? DateText.parse(m.group("received")) : null;
        urDecision = found && m.group("ur") != null ? DateText.parse(m.group("ur")) : null;
        receivedAt = found ? m.start("received") : -1;
        urDecisionAt = found ? m.start("ur") : -1;
    }

    @Nullable
    LocalDate received(@Nullable LocalDate labelled, Draft draft) {
        return choose(labelled, received, receivedAt, "application_received_date", draft);
    }

    @Nullable
    LocalDate urDecision(@Nullable LocalDate labelled, Draft draft) {
        return choose(labelled, urDecision, urDecisionAt, "ur_decision_date", draft);
    }

    private static @Nullable LocalDate choose(
            @Nullable LocalDate labelled, @Nullable LocalDate told, int at, String field, Draft draft) {
        if (labelled != null || told == null) {
            return labelled;
        }
        draft.found(field, at);
        return told;
    }
}
