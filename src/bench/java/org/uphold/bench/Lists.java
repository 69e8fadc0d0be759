package org.uphold.bench;

/** Word lists, the frequent words first. */
final class Lists {

    static final String[] SPECIALTIES = {
        "Physical Medicine & Rehabilitation",
        "Occupational Medicine",
        "Orthopedic Surgery",
        "Physical Medicine & Rehabilitation;Pain Medicine",
        "Preventive Medicine;Occupational Medicine",
        "Anesthesiology;Pain Medicine",
        "Chiropractic",
        "Family Practice",
        "Internal Medicine",
        "Psychiatry",
        "Neurology",
        "Emergency Medicine",
        "Neurological Surgery",
        "Acupuncture",
        "Psychology",
        "General Surgery",
        "Internal Medicine;Rheumatology",
        "Podiatrist",
        "Dentist",
        "Ophthalmology",
        "Otolaryngology",
        "Urology"
    };

    static final String[] STATES = {
        "California",
        "Texas",
        "New York",
        "California;Texas",
        "Florida",
        "Illinois",
        "Pennsylvania",
        "Ohio",
        "Texas;New York;California",
        "Georgia",
        "Maryland",
        "New Jersey",
        "Oregon",
        "Washington",
        "Massachusetts",
        "Michigan",
        "Missouri",
        "Nevada",
        "Arizona"
    };

    static final String[] ADMINISTRATORS = {
        "State Fund",
        "First Mutual",
        "Pacific Indemnity",
        "County of the North",
        "Coast Casualty, Inc.",
        "Golden Compensation"
    };

    static final String[] DRUGS = {
        "Norco",
        "Tramadol",
        "Cyclobenzaprine",
        "Omeprazole",
        "Naproxen",
        "Gabapentin",
        "Percocet",
        "Ibuprofen",
        "Oxycodone",
        "Tizanidine",
        "Lidoderm patch",
        "Pantoprazole",
        "Hydrocodone/APAP",
        "Celebrex",
        "Lyrica",
        "Ambien",
        "Cymbalta",
        "Topiramate",
        "Voltaren gel",
        "Flexeril",
        "Soma",
        "Ultram",
        "Duloxetine",
        "Meloxicam",
        "Terocin",
        "Menthoderm",
        "Butrans",
        "Zofran",
        "Colace",
        "Nucynta",
        "Xanax",
        "Trazodone",
        "Docusate",
        "Etodolac",
        "Fioricet",
        "Methadone",
        "Morphine sulfate ER",
        "Viagra",
        "Lunesta"
    };

    static final String[] FORMS = {
        "mg", "mg tablets", "mg capsules", "mg tab", "MG", "mg ER", "% gel", "% cream", "mg/ml", "mcg"
    };

    static final String[] BODY = {
        "lumbar spine",
        "cervical spine",
        "right shoulder",
        "left shoulder",
        "right knee",
        "left knee",
        "low back",
        "bilateral wrists",
        "right wrist",
        "left wrist",
        "thoracic spine",
        "neck",
        "right ankle",
        "left hip",
        "bilateral knees",
        "right elbow",
        "left hand",
        "bilateral upper extremities",
        "bilateral lower extremities",
        "left ankle",
        "right foot",
        "L4-L5",
        "L5-S1",
        "C5-C6",
        "right hip"
    };

    static final String[] THERAPIES = {
        "Physical therapy", "Acupuncture", "Chiropractic treatment", "Aquatic therapy", "Massage therapy",
                "Cognitive behavioral therapy",
        "Occupational therapy", "Work hardening", "Post-operative physical therapy", "Biofeedback", "Physiotherapy",
                "Pool therapy"
    };

    static final String[] PROCEDURES = {
        "Epidural steroid injection",
        "MRI",
        "Facet injections",
        "Medial branch block",
        "X-ray",
        "EMG/NCV",
        "Arthroscopy",
        "CT scan",
        "Trigger point injections",
        "Radiofrequency ablation",
        "Electromyography",
        "Nerve conduction study",
        "Corticosteroid injection",
        "Discogram",
        "Ultrasound guided injection",
        "Fusion",
        "Hyaluronic acid injections",
        "MR arthrogram",
        "Decompression",
        "Bone scan"
    };

    static final String[] DEVICES = {
        "TENS unit",
        "Interferential unit",
        "Lumbar brace",
        "Hot and cold unit",
        "H-wave device",
        "Home exercise kit",
        "Cane",
        "Walker",
        "Cold therapy unit rental",
        "Orthopedic mattress",
        "Wrist splint",
        "Knee brace",
        "Electrodes",
        "Hospital bed",
        "Back brace, LSO"
    };

    static final String[] OTHERS = {
        "Urine drug screen",
        "Functional capacity evaluation",
        "Consultation with pain management",
        "Follow-up visit",
        "Transportation to and from appointments",
        "Home health aide",
        "Gym membership",
        "Psychological evaluation",
        "Sleep study",
        "Labs: CBC, CMP",
        "Pre-operative medical clearance",
        "Assistant surgeon",
        "Weight loss program",
        "Compounded cream",
        "Associated surgical service: Post-op sling",
        "Genetic metabolism test",
        "Internal medicine consultation",
        "Office visit"
    };

    private Lists() {}
}
