package org.uphold.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.letter.Draft.DraftItem;
import org.uphold.source.ProblemCode;

/**
 * 2013 (era A): a notice with the outcomes as numbered sentences, told again under the decision's heading and counted once.
 * Where the two statements of an item differ, its outcome is unknown. Guidelines and rationale follow under
 * {@code 1) Regarding the request for …:}.
 */
final class FormA13 implements Era {

    private static final Pattern STATEMENT = Pattern.compile("(?:(?<number>\\d{1,2}) ?[).] ?)?"
            + Wording.regex("MAXIMUS Federal Services") + ",? ?" + Wording.regex("Inc") + "?\\.? ?"
            + Wording.regex("has determined") + " ?(?:that )?" + Wording.regex("the request for") + " ?");
    private static final Pattern REGARDING =
            Pattern.compile("(?:(?<number>\\d{1,2}) ?[).] ?)?" + Wording.regex("Regarding the request for") + " ?");
    private static final Set<Heading> ENDS_STATEMENT = Set.of(
            Heading.NOTICE_DECISION,
            Heading.QUALIFICATIONS,
            Heading.CASE_SUMMARY,
            Heading.DOCUMENTS_FOR,
            Heading.EFFECT);
    private static final Set<Heading> ENDS_GUIDELINES =
            Set.of(Heading.NOTICE_RATIONALE, Heading.RATIONALE, Heading.PHYSICIAN_RATIONALE, Heading.EFFECT);

    /** A numbered line: {@code number} is 0 where none is printed. */
    private record Start(int number, int start, int text) {}

    /** An item as its statements tell it. */
    private record Told(int number, String service, DraftItem item) {}

    @Override
    public String form() {
        return "a13";
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has(Heading.NOTICE_TITLE)
                || outline.has(Heading.NOTICE_DECISION)
                || !starts(outline.body(), STATEMENT).isEmpty();
    }

    /** The numbered statements end the header of a notice whose section heading is missing. */
    @Override
    public int headerEnd(Outline outline) {
        List<Start> statements = starts(outline.body(), STATEMENT);
        int end = outline.headerEnd();
        return statements.isEmpty() ? end : Math.min(end, statements.get(0).start());
    }

    @Override
    public void readItems(Outline outline, Draft draft) {
        Body body = outline.body();
        List<Start> statements = starts(body, STATEMENT);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            int next = i + 1 < statements.size() ? statements.get(i + 1).start() : body.length();
            statement(outline, draft, statements.get(i), next, told);
        }
        List<Start> sections = starts(body, REGARDING);
        for (int i = 0; i < sections.size(); i++) {
            int next = i + 1 < sections.size() ? sections.get(i + 1).start() : body.length();
            section(outline, sections.get(i), next, told, sections.size());
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        statements.forEach(s -> numbers.putIfAbsent(s.number(), s.start()));
        for (Start section : sections) {
            if (section.number() > 0 && numbers.putIfAbsent(section.number(), section.start()) == null) {
                draft.problem(
                        ProblemCode.MISSING_BLOCK,
                        "An outcome was expected for item " + section.number()
                                + ", which the letter gives reasons for; found none.",
                        section.start());
            }
        }
        numbers.remove(0);
        Checks.numbering(draft, numbers);
    }

    private static List<Start> starts(Body body, Pattern pattern) {
        List<Start> found = new ArrayList<>();
        for (int line = 0; line < body.lineCount(); line++) {
            char c = body.shadow().charAt(body.start(line));
            if (c != 'm' && c != 'r' && (c < '0' || c > '9')) {
                continue;
            }
            Matcher m = pattern.matcher(body.shadow()).region(body.start(line), body.length());
            if (m.lookingAt()) {
                String number = m.group("number");
                found.add(new Start(number == null ? 0 : Integer.parseInt(number), body.start(line), m.end()));
            }
        }
        return found;
    }

    private static void statement(Outline outline, Draft draft, Start start, int next, List<Told> told) {
        Body body = outline.body();
        Mark heading = outline.firstOf(ENDS_STATEMENT, start.text());
        int limit = Math.min(next, heading == null ? body.length() : heading.start());
        int end = paragraphEnd(body, start.text(), limit);
        Necessity.Found outcome = Necessity.find(body.shadow(), start.text(), end);
        if (outcome == null && end >= body.length()) {
            return;
        }
        String service = body.slice(start.text(), outcome == null ? end : outcome.serviceEnd());
        Told known = known(told, start.number(), service);
        if (known == null) {
            DraftItem item = draft.newItem(start.start());
            item.service = service;
            item.serviceAt = start.text();
            set(item, outcome);
            told.add(new Told(start.number(), service, item));
        } else {
            merge(known.item(), service, start.text(), outcome);
        }
    }

    private static void set(DraftItem item, Necessity.@Nullable Found outcome) {
        if (outcome != null) {
            item.outcome = outcome.outcome();
            item.contradictory = outcome.outcome() == null;
            item.outcomeAt = outcome.start();
        }
    }

    private static void merge(DraftItem item, String service, int at, Necessity.@Nullable Found outcome) {
        if (outcome == null) {
            return;
        }
        if (item.outcomeAt < 0) {
            // The first statement was not whole; the second is.
            item.service = service;
            item.serviceAt = at;
            set(item, outcome);
        } else if (outcome.outcome() != item.outcome) {
            item.contradictory = true;
        }
    }

    /** The item that a second statement is about: the same service, else the same number. */
    private static @Nullable Told known(List<Told> told, int number, String service) {
        String letters = letters(service);
        for (Told t : told) {
            if (letters(t.service()).equals(letters)) {
                return t;
            }
        }
        for (Told t : told) {
            if (number > 0 && t.number() == number) {
                return t;
            }
        }
        return null;
    }

    private static void section(Outline outline, Start start, int next, List<Told> told, int sections) {
        Body body = outline.body();
        Mark rationale = outline.firstOf(ENDS_GUIDELINES, start.text());
        int end = rationale == null ? next : Math.min(next, rationale.start());
        int from = GuidelineSentences.first(body, start.text(), end);
        Mark relied = outline.firstOf(Set.of(Heading.GUIDELINES_RELIED_UPON), start.text());
        int serviceEnd = relied != null && relied.start() < from ? relied.start() : from;
        String service = body.slice(start.text(), serviceEnd);
        Told known = known(
                told, start.number(), service.endsWith(":") ? service.substring(0, service.length() - 1) : service);
        if (known == null && told.size() == 1 && sections == 1) {
            known = told.get(0);
        }
        if (known == null || known.item().rationale) {
            return;
        }
        GuidelineSentences.read(body, relied != null && relied.start() < end ? relied.end() : from, end, known.item());
        if (rationale != null && rationale.start() <= next && rationale.heading() != Heading.EFFECT) {
            known.item().reasons(rationale.end(), Math.min(next, outline.nextStart(rationale.end())), false);
        }
    }

    private static int paragraphEnd(Body body, int from, int limit) {
        for (int line = body.lineAt(from) + 1; line < body.lineCount() && body.start(line) < limit; line++) {
            if (body.gap(line) == Gap.BLANK) {
                return body.end(line - 1);
            }
        }
        return Math.max(from, limit);
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder();
        String shadow = TextFolding.shadow(text);
        for (int i = 0; i < shadow.length(); i++) {
            if (Character.isLetterOrDigit(shadow.charAt(i))) {
                out.append(shadow.charAt(i));
            }
        }
        return out.toString();
    }
}
