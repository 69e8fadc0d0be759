package org.uphold.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.FieldShape;
import org.uphold.source.ProblemCode;

/**
 * The reviewer's boards and licences: from the labelled lines of 2015 on, else from the form's sentence. Both stand before
 * the case summary; a treating doctor's in the narrative are not looked at.
 */
final class Credentials {

    /** A full stop ends them, unless it stands behind a single letter: {@code D.C.}, {@code N. Carolina}. */
    private static final String END_OF_STATES =
            "(?:(?<!\\b\\p{L})(?=\\.)|(?<=\\.)(?= (?:he|she|the|this|it)\\b)|(?=\\.? ?$))";

    private static final Pattern SENTENCE = Pattern.compile(Wording.regex("reviewer is")
            + " (?:an? )?(?:currently )?(?<board>"
            + Wording.anyOf("Board Certified in", "Board-Certified in", "certified in", "licensed in") + " |)"
            + "(?<boards>[^.]{3,160}?),?"
            + "(?:,? (?:and )?(?:has|with|holds) (?:an? )?(?:additional )?sub ?-?specialt(?:y|ies)(?: certificates?)? in (?<sub>[^.]{3,120}?),?)?"
            + ",? ?(?:and ?)?(?:is ?)?" + Wording.regex("licensed to practice in")
            + " (?<states>(?:[^.:;]|(?<=\\b\\p{L})\\.){2,200}?)" + END_OF_STATES);

    private static final Set<String> PAIRED = Set.of(
            "psychiatry",
            "neurology",
            "internal medicine",
            "rheumatology",
            "family practice",
            "family medicine",
            "orthopedic surgery",
            "sports medicine",
            "pain medicine",
            "pain management",
            "occupational medicine",
            "preventive medicine",
            "emergency medicine",
            "anesthesiology",
            "cardiology",
            "gastroenterology",
            "urology",
            "dermatology",
            "ophthalmology",
            "otolaryngology",
            "psychology",
            "dentistry",
            "chiropractic",
            "acupuncture",
            "podiatry",
            "hand surgery",
            "neurological surgery",
            "neurosurgery",
            "general surgery",
            "surgery",
            "plastic surgery",
            "vascular surgery",
            "thoracic surgery",
            "spine surgery",
            "physical medicine & rehabilitation",
            "physical medicine and rehabilitation",
            "pulmonary disease",
            "pulmonary medicine",
            "nephrology",
            "endocrinology",
            "hematology",
            "infectious disease",
            "critical care medicine",
            "sleep medicine",
            "geriatrics",
            "geriatric medicine",
            "pediatrics",
            "radiology",
            "diagnostic radiology",
            "nuclear medicine",
            "medical toxicology",
            "addiction medicine",
            "allergy and immunology",
            "obstetrics and gynecology",
            "interventional pain management",
            "oncology");

    private static final Pattern LIST = Pattern.compile(" ?[,;] ?(?:and )?");
    private static final Pattern CONJUNCTION = Pattern.compile(" and | ?/ ?");
    private static final int LONGEST = 400;
    /** A line that ends in one of these goes on in the next. */
    private static final Pattern JOINED = Pattern.compile("(?:[,;/&]| and)$");
    /** A line of this length may be full. */
    private static final int LONG = 60;

    private Credentials() {}

    static void read(Outline outline, Draft draft) {
        Body body = outline.body();
        int end = narrativeStart(outline);
        List<String> specialties = labelled(outline, Heading.CERTIFICATION, end, "reviewer.specialties", draft, true);
        List<String> licensure = labelled(outline, Heading.LICENSURE, end, "reviewer.licensure", draft, false);
        if (specialties.isEmpty() || licensure.isEmpty()) {
            Matcher m = sentence(outline, end);
            if (m != null) {
                if (specialties.isEmpty()) {
                    specialties = boards(body, m);
                    draft.found("reviewer.specialties", m.start("boards"));
                }
                if (licensure.isEmpty()) {
                    licensure = states(body.slice(m.start("states"), m.end("states")));
                    draft.found("reviewer.licensure", m.start("states"));
                }
            }
        }
        draft.reviewer(
                FieldChecks.names(specialties, FieldShape::isSpecialty, "specialties", draft),
                FieldChecks.names(licensure, FieldShape::isState, "licensure", draft));
    }

    private static int narrativeStart(Outline outline) {
        Mark summary = outline.firstOf(Heading.opening(Heading.Part.NARRATIVE), 0);
        Mark qualifications = outline.first(Heading.REVIEWER_QUALIFICATIONS);
        if (qualifications != null) {
            return outline.body().length();
        }
        if (summary != null) {
            return summary.start();
        }
        Mark items = outline.firstOf(Heading.opening(Heading.Part.ITEMS), 0);
        return items == null ? outline.body().length() : items.start();
    }

    private static List<String> labelled(
            Outline outline, Heading label, int end, String field, Draft draft, boolean boards) {
        Mark mark = outline.first(label);
        if (mark == null || mark.start() >= end) {
            return List.of();
        }
        Body body = outline.body();
        int to = Math.min(outline.nextStart(mark.end()), end);
        int last = body.lineAt(mark.end());
        if (body.isLineEnd(mark.end()) && last + 1 < body.lineCount() && body.start(last + 1) < to) {
            last++;
        }
        while (last + 1 < body.lineCount() && body.start(last + 1) < to && goesOn(body, mark.end(), last, boards)) {
            last++;
        }
        int stop = Math.min(to, body.end(last));
        if (last + 1 < body.lineCount()
                && body.start(last + 1) < to
                && body.gap(last + 1) == Gap.NONE
                && outline.has(Heading.ISSUES)) {
            draft.problem(
                    ProblemCode.BAD_VALUE,
                    "After the reviewer's " + (boards ? "specialties" : "licences")
                            + " the next heading was expected; found other words, which are passed over.",
                    body.start(last + 1));
        }
        to = stop;
        String value = body.slice(mark.end(), to);
        if (value.isEmpty()) {
            return List.of();
        }
        draft.found(field, body.text().indexOf(value, mark.end()));
        return boards ? names(value) : states(value);
    }

    /** Whether the names go on in the next line: all are names, and it is no heading whose letters were lost. */
    private static boolean goesOn(Body body, int from, int line, boolean boards) {
        int next = line + 1;
        String joined = body.slice(from, body.end(next));
        if (body.gap(next) == Gap.BLANK
                || joined.length() > LONGEST
                || Outline.isCapitals(body.text(), body.start(next), body.end(next))) {
            return false;
        }
        if (!boards) {
            return states(joined).stream().allMatch(FieldShape::isState);
        }
        String before = body.shadow().substring(body.start(line), body.end(line));
        boolean open = JOINED.matcher(before).find()
                || before.length() >= LONG
                || body.shadow().substring(body.start(next), body.end(next)).indexOf(',') >= 0;
        return open && names(joined).stream().allMatch(FieldShape::isSpecialty);
    }

    private static @Nullable Matcher sentence(Outline outline, int end) {
        int from = 0;
        Mark qualifications = outline.first(Heading.REVIEWER_QUALIFICATIONS);
        if (qualifications != null) {
            from = qualifications.end();
        }
        Matcher m = SENTENCE.matcher(outline.body().shadow());
        m.region(from, end);
        return m.find() ? m : null;
    }

    private static List<String> boards(Body body, Matcher m) {
        List<String> found = new ArrayList<>(names(body.slice(m.start("boards"), m.end("boards"))));
        if (m.group("sub") != null) {
            found.addAll(names(body.slice(m.start("sub"), m.end("sub"))));
        }
        return found;
    }

    /** Names joined by comma; joined by a conjunction or slash only where either side is a whole name by itself. */
    static List<String> names(String printed) {
        List<String> names = new ArrayList<>();
        for (String part : LIST.split(withoutFullStop(printed))) {
            if (!part.isBlank()) {
                divide(part.strip(), names);
            }
        }
        return names;
    }

    private static void divide(String part, List<String> names) {
        Matcher m = CONJUNCTION.matcher(part);
        while (m.find()) {
            String left = part.substring(0, m.start());
            String right = part.substring(m.end());
            if (isWhole(left) && (isWhole(right) || CONJUNCTION.matcher(right).find())) {
                names.add(left);
                divide(right, names);
                return;
            }
        }
        names.add(part);
    }

    private static boolean isWhole(String name) {
        return PAIRED.contains(TextFolding.shadow(name).strip());
    }

    /** State names joined by comma, {@code and} or slash. */
    static List<String> states(String printed) {
        List<String> names = new ArrayList<>();
        for (String part : printed.split(" ?[,;/&] ?(?:and )?| and ", -1)) {
            String name = withoutFullStop(part).strip();
            if (TextFolding.shadow(name).equals("d.c") && !names.isEmpty()) {
                names.set(names.size() - 1, names.get(names.size() - 1) + ", D.C.");
            } else if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static String withoutFullStop(String printed) {
        String text = printed.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
