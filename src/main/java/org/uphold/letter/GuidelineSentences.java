package org.uphold.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.uphold.letter.Draft.DraftItem;

/**
 * The guidelines of an item that are told in sentences rather than under labels: all from {@code The Claims Administrator …}
 * to {@code The Expert Reviewer …}, and from there to the rationale.
 */
final class GuidelineSentences {

    private static final Pattern CLAIMS_ADMINISTRATOR = Pattern.compile(Wording.regex("The Claims Administrator"));
    private static final Pattern REVIEWER = Pattern.compile(Wording.regex("The")
            + " ?(?:(?:expert|physician|professional|medical) ?)?" + Wording.regex("reviewer") + "(?! ?'s)");

    /** A full stop behind which something else than a citation begins. */
    private static final Pattern SENTENCE = Pattern.compile("(?<=[\\p{Lower}\\d)])\\. (?=\\p{Upper})"
            + "(?!Decision based on|The (?:Claims|Expert|Physician|Professional|Medical)|Per the|Section|Page|Other|MTUS|ODG"
            + "|ACOEM|Official|American)");

    private GuidelineSentences() {}

    /** Where a sentence about either guideline starts at or after an offset, or {@code to}. */
    static int first(Body body, int from, int to) {
        return Math.min(find(CLAIMS_ADMINISTRATOR, body, from, to), find(REVIEWER, body, from, to));
    }

    static void read(Body body, int from, int to, DraftItem item) {
        int claims = find(CLAIMS_ADMINISTRATOR, body, from, to);
        int reviewer = find(REVIEWER, body, from, to);
        if (claims < to) {
            int end = claims < reviewer ? reviewer : to;
            item.claimsAdministrator = body.slice(claims, end);
            item.claimsAdministratorAt = claims;
        }
        if (reviewer < to) {
            int end = reviewer < claims ? claims : to;
            item.reviewer = body.slice(reviewer, end);
            item.reviewerAt = reviewer;
        }
    }

    /** The sentences at the beginning of a text that are about guidelines. */
    static String leading(String text) {
        Matcher m = SENTENCE.matcher(text);
        return m.find() ? text.substring(0, m.start() + 1) : text;
    }

    private static int find(Pattern pattern, Body body, int from, int to) {
        Matcher m = pattern.matcher(body.shadow()).region(Math.min(from, to), to);
        while (m.find()) {
            if (startsSentence(body, m.start())) {
                return m.start();
            }
        }
        return to;
    }

    /** "… found the guideline used by the Claims Administrator …" starts none. */
    private static boolean startsSentence(Body body, int at) {
        if (at == 0
                || body.start(body.lineAt(at)) == at
                        && Character.isUpperCase(body.text().charAt(at))) {
            return true;
        }
        int before = at - 1;
        while (before > 0 && body.shadow().charAt(before) == ' ') {
            before--;
        }
        return ".:?!)\"']".indexOf(body.shadow().charAt(before)) >= 0;
    }
}
