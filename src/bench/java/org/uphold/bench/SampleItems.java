package org.uphold.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the table of samples that ships: three hundred invented cases of 2016 to 2018 with some five hundred items. Kinds of
 * service differ in how often denials stand, so that a first report has something to show. The bytes are always the same.
 *
 * <pre>java src/bench/java/org/uphold/bench/SampleItems.java src/samples/items.csv</pre>
 */
public final class SampleItems {

    private static final String HEADER =
            "case_number,item_number,decision_date,service,outcome,claims_administrator_guideline,reviewer_guideline,"
                    + "reviewer_specialty,license_state,date_of_injury,ur_decision_date,application_received_date,"
                    + "assigned_date,priority,ur_action,claims_administrator,jurisdiction,age,sex\n";
    private static final int CASES = 300;
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 4);
    private static final LocalDate NEW_CHAPTERS = LocalDate.of(2017, 12, 1);

    /** No year has reached so high a number: no sample can be mistaken for a case. */
    private static final int FIRST_NUMBER = 900_011;

    private static final String[] SPINE = {
        "lumbar spine", "cervical spine", "thoracic spine", "low back", "neck", "lumbosacral spine"
    };
    private static final String[] JOINTS = {
        "right shoulder",
        "left shoulder",
        "right knee",
        "left knee",
        "right wrist",
        "left wrist",
        "right ankle",
        "left ankle",
        "right elbow",
        "left elbow",
        "left hip",
        "right hip"
    };
    private static final String[] LEVELS = {"L3-L4", "L4-L5", "L5-S1", "L4-S1", "C4-C5", "C5-C6", "C6-C7"};
    private static final String[] SIDES = {"right", "left", "bilateral"};

    /** A kind of service: how often it is asked for, how often its denial stands, who reviews it, and how it is worded. */
    private record Kind(
            int weight, double upheld, String[] specialties, String[] chapters, String odg, String... texts) {}

    private static final String[] PAIN = {
        "Physical Medicine & Rehabilitation;Pain Medicine", "Anesthesiology;Pain Medicine", "Occupational Medicine",
        "Physical Medicine & Rehabilitation", "Family Practice", "Internal Medicine"
    };
    private static final String[] PHYSIATRY = {
        "Physical Medicine & Rehabilitation", "Occupational Medicine", "Preventive Medicine;Occupational Medicine",
        "Physical Medicine & Rehabilitation;Pain Medicine", "Chiropractic", "Orthopedic Surgery"
    };
    private static final String[] SURGEONS = {
        "Orthopedic Surgery", "Orthopedic Surgery", "Neurological Surgery", "Orthopedic Surgery;Sports Medicine"
    };
    private static final String[] CHRONIC = {"Chronic Pain Medical Treatment 2016", "Chronic Pain Guidelines 2017"};
    private static final String[] OPIOIDS = {"Opioid Treatment 2016", "Opioids Guidelines 2017"};
    private static final String[] LOW_BACK = {"Low Back Complaints 2004", "Low Back Disorders 2016"};
    private static final String[] NECK = {
        "Neck and Upper Back Complaints 2004", "Cervical and Thoracic Spine Disorders 2016"
    };
    private static final String[] SHOULDER = {"Shoulder Complaints 2004", "Shoulder Disorders 2016"};
    private static final String[] KNEE = {"Knee Complaints 2004", "Knee Disorders 2015"};
    private static final String[] GENERAL = {"General Approaches 2004", "Initial Approaches to Treatment 2017"};
    private static final String[] STRESS = {"Stress-Related Conditions 2004", "Stress-Related Conditions 2004"};

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    17,
                    0.95,
                    PAIN,
                    OPIOIDS,
                    "Pain Chapter, Opioids",
                    "Norco 10/325mg #{n}",
                    "Percocet 5/325mg #{n}",
                    "Tramadol 50mg #{n}",
                    "Oxycodone 10mg #{n} with 1 refill",
                    "Nucynta 75mg #{n}",
                    "Hydrocodone/APAP 5/325mg, quantity {n}",
                    "MS Contin 15mg #{n}",
                    "Butrans patch 10mcg #4"),
            new Kind(
                    25,
                    0.93,
                    PAIN,
                    CHRONIC,
                    "Pain Chapter",
                    "Cyclobenzaprine 7.5mg #{n}",
                    "Omeprazole 20mg #{n}",
                    "Naproxen 550mg #{n}",
                    "Gabapentin 300mg #{n}",
                    "Tizanidine 4mg #{n}",
                    "Celebrex 200mg #{n}",
                    "Lidoderm 5% patch #{n}",
                    "Ambien 10mg #{n}",
                    "Pantoprazole 20mg #{n}",
                    "Cymbalta 30mg #{n}",
                    "Soma 350mg #{n}",
                    "Voltaren 1% gel, {n} grams",
                    "Terocin patches #{n}",
                    "Trazodone 50mg #{n}",
                    "Flurbiprofen 20%/Lidocaine 5% compound cream, {n} grams",
                    "Lyrica 75mg #{n}",
                    "Ibuprofen 800mg #{n}",
                    "Zofran 4mg #{n}",
                    "Topiramate 50mg #{n}",
                    "Meloxicam 15mg #{n} with 2 refills"),
            new Kind(
                    16,
                    0.89,
                    PHYSIATRY,
                    CHRONIC,
                    "Physical Therapy",
                    "Physical therapy {v} visits, {spine}",
                    "Physical therapy {w} to the {joint}",
                    "Chiropractic treatment {w}, {spine}",
                    "Acupuncture {w} for the {joint}",
                    "Aquatic therapy {v} sessions, {spine}",
                    "Occupational therapy {v} sessions for the {joint}",
                    "Massage therapy {v} sessions, {spine}",
                    "Post-operative physical therapy {w}, {joint}"),
            new Kind(
                    12,
                    0.85,
                    PHYSIATRY,
                    LOW_BACK,
                    "Low Back Chapter, MRIs",
                    "MRI of the {spine} without contrast",
                    "MRI of the {joint}",
                    "EMG/NCV of the {side} lower extremities",
                    "EMG of the {side} upper extremities",
                    "X-rays of the {spine}, {x} views",
                    "CT scan of the {joint}",
                    "Urine drug screen, quantity {x}",
                    "Laboratory: CBC, CMP and liver panel",
                    "NCV of the {side} upper extremities"),
            new Kind(
                    9,
                    0.93,
                    PHYSIATRY,
                    KNEE,
                    "Knee & Leg Chapter, Durable medical equipment",
                    "TENS unit purchase for the {spine}",
                    "Interferential unit, {m} month rental",
                    "Lumbar brace, LSO",
                    "Hot and cold therapy unit with wrap, {joint}",
                    "H-wave device, {m} month rental",
                    "Wrist splint, {joint}",
                    "Knee brace, {joint}",
                    "TENS supplies: electrodes, {m} months",
                    "Cane, single point",
                    "Orthopedic mattress, queen size"),
            new Kind(
                    9,
                    0.88,
                    PAIN,
                    LOW_BACK,
                    "Low Back Chapter, Epidural steroid injections",
                    "{side} transforaminal epidural steroid injection at {level}",
                    "Interlaminar epidural steroid injection {level}",
                    "{side} facet joint injection at {level}",
                    "{side} medial branch block {level}",
                    "Trigger point injections, {spine}, quantity {x}",
                    "{side} sacroiliac joint injection",
                    "Cortisone injection to the {joint}",
                    "Radiofrequency ablation {level}, {side}"),
            new Kind(
                    7,
                    0.79,
                    SURGEONS,
                    SHOULDER,
                    "Shoulder Chapter",
                    "Arthroscopic rotator cuff repair, {joint}",
                    "Arthroscopic partial meniscectomy, {joint}",
                    "Lumbar fusion {level}",
                    "Carpal tunnel release, {side} wrist",
                    "Associated surgical service: assistant surgeon",
                    "Associated surgical service: cold therapy unit, {x} weeks",
                    "Pre-operative medical clearance with EKG",
                    "Anterior cervical discectomy and fusion {level}",
                    "Total knee arthroplasty, {side}"),
            new Kind(
                    6,
                    0.70,
                    PAIN,
                    GENERAL,
                    "Office visits",
                    "Follow-up visit with pain management, {x} visits",
                    "Consultation with an orthopedic surgeon, {joint}",
                    "Follow-up visit in {m} weeks",
                    "Consultation with a neurologist",
                    "Referral to a hand specialist, evaluate and treat",
                    "Internal medicine consultation",
                    "Re-evaluation of the {spine}"),
            new Kind(
                    5,
                    0.68,
                    new String[] {"Psychiatry", "Psychology", "Psychologist"},
                    STRESS,
                    "Mental Illness & Stress Chapter, Cognitive therapy",
                    "Cognitive behavioral therapy {v} sessions",
                    "Psychological evaluation, {x} hours",
                    "Individual psychotherapy {w}",
                    "Biofeedback, {v} sessions",
                    "Psychiatric consultation and {x} medication visits"),
            new Kind(
                    3,
                    0.80,
                    PAIN,
                    CHRONIC,
                    "Functional restoration programs",
                    "Functional restoration program, {v} days",
                    "Gym membership, {m} months",
                    "Work hardening {w}, {spine}",
                    "Weight loss program, {m} months",
                    "Functional restoration program: initial evaluation"),
            new Kind(
                    2,
                    0.84,
                    PHYSIATRY,
                    CHRONIC,
                    "Home health services",
                    "Home health aide, {x} hours a day for {m} weeks",
                    "Transportation to and from {v} appointments",
                    "Home health nurse evaluation"));

    private static final String[] STATES = {
        "California",
        "California",
        "California;Texas",
        "Texas",
        "New York",
        "Florida",
        "California;Nevada",
        "Oregon",
        "Illinois",
        "Washington",
        "Georgia;California",
        "Arizona",
        "Maryland",
        "Ohio"
    };
    private static final String[] ADMINISTRATORS = {
        "Harbor Ridge Indemnity",
        "Valley Oak Compensation",
        "Ninth Street Mutual",
        "Tidewater Casualty, Inc.",
        "Three Rivers Self-Insured",
        "Cedar Point Claims"
    };

    private final Random random = new Random(20170131L);
    private final StringBuilder out = new StringBuilder(HEADER);

    private SampleItems() {}

    public static void main(String[] args) throws IOException {
        SampleItems samples = new SampleItems();
        for (int i = 0; i < CASES; i++) {
            samples.letter(i);
        }
        Files.writeString(Path.of(args[0]), samples.out, StandardCharsets.UTF_8);
    }

    private void letter(int index) {
        LocalDate decision = workday(FIRST.plusDays(index * 1090L / CASES + random.nextInt(4)));
        LocalDate assigned = decision.minusDays(18 + random.nextInt(30));
        LocalDate received = assigned.minusDays(2 + random.nextInt(10));
        LocalDate reviewed = received.minusDays(5 + random.nextInt(24));
        LocalDate injury = reviewed.minusDays(90 + random.nextInt(3600));
        String number = String.format(
                Locale.ROOT, "CM%02d-%07d", received.getYear() % 100, FIRST_NUMBER + index * 7 + random.nextInt(7));
        Kind first = kind();
        String tail = "," + quoted(pick(first.specialties())) + "," + pick(STATES) + "," + injury + "," + reviewed + ","
                + received + "," + assigned + "," + (random.nextInt(40) == 0 ? "Expedited" : "Standard") + ","
                + (random.nextInt(5) == 0 ? "modified" : "denied") + "," + quoted(pick(ADMINISTRATORS)) + ",CA,"
                + (21 + random.nextInt(45)) + "," + (random.nextInt(5) < 2 ? "Female" : "Male") + "\n";
        // Items of a letter share a reviewer: some find more in favour of treatment than others.
        double favour = random.nextInt(6) == 0 ? 0.19 : -0.04;
        // A few end without a decision on the treatment.
        String ended = index % 97 == 41 ? "Withdrawn" : index % 113 == 60 ? "Terminated, authorized" : "";
        int items = items();
        List<String> asked = new ArrayList<>();
        while (asked.size() < items) {
            Kind kind = asked.isEmpty() || random.nextInt(3) == 0 ? first : related(first);
            String service = filled(pick(kind.texts()));
            if (asked.contains(service)) {
                continue;
            }
            asked.add(service);
            boolean later = !decision.isBefore(NEW_CHAPTERS);
            String outcome = !ended.isEmpty() ? ended : outcome(kind.upheld() - favour);
            out.append(number)
                    .append(',')
                    .append(asked.size())
                    .append(',')
                    .append(decision)
                    .append(',');
            out.append(quoted(service)).append(',').append(quoted(outcome)).append(',');
            out.append(quoted(guideline(kind, later, "The Claims Administrator", 18, 22)))
                    .append(',');
            out.append(quoted(guideline(kind, later, "The Expert Reviewer", 8, 18)))
                    .append(tail);
        }
    }

    private String outcome(double upheld) {
        if (random.nextInt(1000) < 1000 * upheld) {
            return "Upheld";
        }
        return random.nextInt(14) == 0 ? "Partially Overturned" : "Overturned";
    }

    /** Two thirds have one item, few have many. */
    private int items() {
        int count = 1;
        while (count < 9 && random.nextInt(100) < 41) {
            count++;
        }
        return count;
    }

    /** Medicines are asked for together, and so are treatments. */
    private Kind related(Kind first) {
        return KINDS.indexOf(first) < 2 && random.nextInt(4) > 0 ? KINDS.get(random.nextInt(2)) : kind();
    }

    private Kind kind() {
        int total = KINDS.stream().mapToInt(Kind::weight).sum();
        int at = random.nextInt(total);
        for (Kind kind : KINDS) {
            at -= kind.weight();
            if (at < 0) {
                return kind;
            }
        }
        throw new IllegalStateException();
    }

    private String guideline(Kind kind, boolean later, String who, int none, int other) {
        int r = random.nextInt(100);
        if (r < none) {
            return who + " did not cite any medical evidence for its decision.";
        }
        String odg = "Official Disability Guidelines (ODG), " + kind.odg() + ".";
        if (r < none + other) {
            return who + " based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on "
                    + "Non-MTUS Citation " + odg;
        }
        String[] chapters = random.nextInt(6) == 0 ? NECK : kind.chapters();
        String text = "Decision based on MTUS " + chapters[later ? 1 : 0];
        return random.nextInt(4) == 0 ? text + ". Decision based on Non-MTUS Citation " + odg : text + ".";
    }

    private String filled(String template) {
        String[] numbers = {"30", "60", "90", "120", "180", "28", "45"};
        String text = template.replace("{n}", pick(numbers))
                .replace("{v}", pick("4", "6", "8", "10", "12", "18"))
                .replace("{w}", pick("2x4", "2x6", "3x4", "1x6", "two times a week for four weeks"))
                .replace("{x}", pick("1", "2", "3", "4"))
                .replace("{m}", pick("2", "3", "6", "12"))
                .replace("{spine}", pick(SPINE))
                .replace("{joint}", pick(JOINTS))
                .replace("{level}", pick(LEVELS))
                .replace("{side}", pick(SIDES));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
