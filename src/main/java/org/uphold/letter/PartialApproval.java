package org.uphold.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the heading that tells of a partial approval: "X was the original request. Y was authorized by the Claims
 * Administrator. The remaining IMR eligible portion of the original request, Z is", where only Z is still in dispute.
 */
final class PartialApproval {

    private static final Pattern STORY = Pattern.compile(Wording.regex("original request"));
    private static final Pattern REMAINING = Pattern.compile("(?:"
            + Wording.anyOf(
                    "The remaining IMR eligible portion of the original request",
                    "The remaining portion of the original request",
                    "The IMR eligible portion of the original request",
                    "The remaining IMR eligible portion of the request",
                    "The remaining IMR-eligible portion of the original request",
                    "leaving the original request IMR eligible. The original request",
                    "leaving the original request IMR eligible: The original request")
            + ")[ ,:;-]+");
    private static final Pattern CLOSING = Pattern.compile("[ ,]+(?:is|are|was|were)$");

    private PartialApproval() {}

    /** Whether a heading ends a story whose beginning must stand before it. */
    static boolean needsBeginning(String shadow) {
        return STORY.matcher(shadow).find() && !hasBeginning(shadow);
    }

    static boolean hasBeginning(String shadow) {
        return BEGINNING.matcher(shadow).find();
    }

    private static final Pattern BEGINNING = Pattern.compile(
            Wording.anyOf("was the original request", "were the original request", "is the original request"));

    /** The part still in dispute; the service itself where nothing was approved. */
    static String disputed(String service) {
        String shadow = TextFolding.shadow(service);
        if (shadow.indexOf("request") < 0) {
            return service;
        }
        Matcher m = REMAINING.matcher(shadow);
        int from = -1;
        while (m.find()) {
            from = m.end();
        }
        if (from < 0) {
            return service;
        }
        Matcher closing = CLOSING.matcher(shadow);
        int to = closing.find(from) ? closing.start() : shadow.length();
        String part = to <= from ? "" : service.substring(from, to).strip();
        return part.isEmpty() ? service : part;
    }
}
