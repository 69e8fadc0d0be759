package org.uphold.letter;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.uphold.letter.HeaderLabels.Field;
import org.uphold.letter.HeaderLabels.Slot;

/**
 * Finds where a second letter begins in a text that should hold one: at a header that names another case, or at a section
 * that letters open with and that comes after the items of the one before. A letter whose pages are not in their order, or
 * that is there twice, looks the same.
 */
final class SecondLetter {

    private static final Set<Heading> BEGINNINGS = EnumSet.of(
            Heading.NOTICE_TITLE,
            Heading.REVIEW_TITLE,
            Heading.HOW_MADE,
            Heading.CREDENTIALS,
            Heading.SUMMARY,
            Heading.ISSUES,
            Heading.DECISIONS,
            Heading.NOTICE_DECISION,
            Heading.QUALIFICATIONS);
    private static final Set<Heading> ITEMS = EnumSet.of(
            Heading.CLAIMS_ADMINISTRATOR_GUIDELINE,
            Heading.REVIEWER_GUIDELINE,
            Heading.RATIONALE,
            Heading.NOTICE_RATIONALE,
            Heading.PHYSICIAN_RATIONALE,
            Heading.PROFESSIONAL_RATIONALE);

    private SecondLetter() {}

    /** Offset in the body of the second letter's first line, or -1 where there is but one. */
    static int find(Outline outline) {
        Body body = outline.body();
        int opened = -1;
        int items = -1;
        for (Mark mark : outline.marks()) {
            if (ITEMS.contains(mark.heading())) {
                items = mark.end();
            } else if (items >= 0 && BEGINNINGS.contains(mark.heading())) {
                opened = mark.start();
                break;
            }
        }
        int other = otherCase(body);
        if (opened < 0) {
            return other < 0 ? -1 : beginning(body, other);
        }
        for (Slot slot : HeaderLabels.find(body, opened)) {
            if (slot.start() >= items && startsLine(body, slot.start())) {
                opened = slot.start();
                break;
            }
        }
        return beginning(body, other < 0 ? opened : Math.min(other, opened));
    }

    /** Where a line says that the case is another than the first that was named, or -1. */
    private static int otherCase(Body body) {
        if (!namesCases(body)) {
            return -1;
        }
        String first = null;
        List<Slot> slots = HeaderLabels.find(body, body.length());
        for (Slot slot : slots) {
            if (slot.field() != Field.CASE_NUMBER) {
                continue;
            }
            String number = HeaderLabels.caseNumber(body, slot);
            if (number == null) {
                continue;
            }
            String digits = digits(number);
            if (first == null) {
                first = digits;
            } else if (!digits.equals(first) && startsLine(body, slot.start())) {
                return slot.start();
            }
        }
        return -1;
    }

    /** Whether more than one line begins with such a label; only then is it worth reading them. */
    private static boolean namesCases(Body body) {
        int found = 0;
        for (int line = 0; line < body.lineCount(); line++) {
            found += body.shadow().startsWith("case n", body.start(line))
                            || body.shadow().startsWith("imr case n", body.start(line))
                    ? 1
                    : 0;
        }
        return found > 1;
    }

    private static boolean startsLine(Body body, int offset) {
        return body.start(body.lineAt(offset)) == offset;
    }

    /** The first line of the letterhead above a line. */
    private static int beginning(Body body, int offset) {
        int line = body.lineAt(offset);
        while (line > 1
                && PageFurniture.isLetterhead(body.shadow().substring(body.start(line - 1), body.end(line - 1)))) {
            line--;
        }
        return body.start(line);
    }

    private static String digits(String number) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            if (Character.isDigit(number.charAt(i))) {
                out.append(number.charAt(i));
            }
        }
        return out.toString();
    }
}
