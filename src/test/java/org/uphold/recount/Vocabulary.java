package org.uphold.recount;

import java.util.List;
import java.util.Map;

/** What the invented texts count as, told once by hand: how texts are read is tested elsewhere. */
final class Vocabulary {

    static final String NOT_STATED = "Not stated";

    /** Category and subcategory. */
    static final Map<String, List<String>> SERVICES = Map.ofEntries(
            Map.entry("Acupuncture 1x6", List.of("Rehabilitation", "Acupuncture")),
            Map.entry("Norco 10/325mg", List.of("Pharmaceuticals", "Opioids")),
            Map.entry("Ibuprofen 800mg", List.of("Pharmaceuticals", "NSAID")),
            Map.entry("MRI of the lumbar spine", List.of("Diagnostic Testing", "Imaging")),
            Map.entry("Urine drug screen", List.of("Diagnostic Testing", "Lab & Pathology")),
            Map.entry("TENS unit", List.of("DMEPOS", "Electrical Stimulation")),
            Map.entry("Gym membership", List.of("Programs", "Gym Membership")),
            Map.entry("Home health aide", List.of("Home Health", "Home Health")),
            Map.entry("Lumbar epidural steroid injection", List.of("Injection", "Epidural Steroid Injection")),
            Map.entry("Arthroscopic shoulder surgery", List.of("Surgery", "Arthroscopic Surgery")),
            Map.entry("Psychotherapy 6 sessions", List.of("Psych Services", "Therapies")),
            Map.entry("Zyxxel frobnication", List.of("Unclassified", "Unclassified")));

    /** Sources and chapters in the order of the text. */
    static final Map<String, List<List<String>>> CITATIONS = Map.of(
            "", List.of(),
            "MTUS Chronic Pain Medical Treatment Guidelines", List.of(List.of("MTUS", "MTUS Chronic Pain")),
            "ODG, Low Back chapter", List.of(List.of("ODG", "ODG Low Back")),
            "ODG, Low Back chapter; ODG, Knee & Leg chapter",
                    List.of(List.of("ODG", "ODG Low Back"), List.of("ODG", "ODG Knee and Leg")),
            "ACOEM Practice Guidelines", List.of(List.of("ACOEM", "ACOEM Practice Guidelines")),
            "Cochrane review", List.of(List.of("Other", "Cochrane Library")),
            "MTUS and ODG", List.of(List.of("MTUS", NOT_STATED), List.of("ODG", NOT_STATED)),
            "Did not cite any medical evidence", List.of(List.of("None cited", NOT_STATED)));

    static final Map<String, String> SPECIALTIES = Map.of(
            "Family Practice", "Family Medicine",
            "Pain Management", "Pain Medicine",
            "Neurology", "Neurology",
            "Chiropractor", "Chiropractic",
            "Preventive Medicine", "Preventive Medicine",
            "Orthopaedic Surgery", "Orthopedic Surgery");

    /** In which order a set of sources is written. */
    static final List<String> SOURCES = List.of("MTUS", "ODG", "ACOEM", "Other", "None cited");

    private Vocabulary() {}
}
