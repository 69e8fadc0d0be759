package org.uphold.bench;

import java.util.List;

/** The sample letters of the layouts until 2014. */
final class SampleCasesTo2014 {

    static final List<SampleCase> ALL = List.of(
            new SampleCase(
                    SampleCase.Layout.NOTICE_2013,
                    "CM13-0900118",
                    false,
                    "5/21/2010",
                    "8/2/2013",
                    "8/12/2013",
                    "8/26/2013",
                    "10/8/2013",
                    "California",
                    "Occupational Medicine",
                    "The claimant is a 39-year-old orchard foreman with pain along the inner border of the left forearm since a ladder slid. He has had splints and six visits of hand therapy.",
                    List.of(
                            new SampleCase.Item(
                                    "twelve sessions of acupuncture for the left wrist",
                                    true,
                                    "Acupuncture Medical Treatment Guidelines",
                                    "Acupuncture Medical Treatment Guidelines",
                                    "A first trial of three to six sessions is what the guideline allows before progress is shown."))),
            new SampleCase(
                    SampleCase.Layout.NOTICE_2013,
                    "CM13-0900246",
                    true,
                    "11/3/2008",
                    "9/4/2013",
                    "9/16/2013",
                    "9/30/2013",
                    "11/19/2013",
                    "California",
                    "Orthopedic Surgery",
                    "The claimant is a 58-year-old ferry deckhand whose right shoulder was pulled by a mooring line. A tear of the cuff was seen in June, and therapy of four months did not restore lifting.",
                    List.of(
                            new SampleCase.Item(
                                    "right shoulder arthroscopic rotator cuff repair",
                                    false,
                                    "Shoulder Complaints Chapter",
                                    "Shoulder Complaints Chapter",
                                    "A full tear with weakness that outlasted a supervised program of three months is what the chapter describes."),
                            new SampleCase.Item(
                                    "a hospital bed for home use",
                                    true,
                                    "Knee and Leg Chapter",
                                    "Shoulder Complaints Chapter",
                                    "Nothing in the file says why a reclining chair would not serve for the first nights."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2013,
                    "CM13-0900531",
                    false,
                    "2/17/2011",
                    "10/30/2013",
                    "11/12/2013",
                    "1/6/2014",
                    "3/11/2014",
                    "California and Nevada",
                    "Physical Medicine and Rehabilitation",
                    "This is a 47-year-old baggage handler with low back pain since a cart rolled onto his feet and he fell backwards. Reflexes and strength are even. He is at regular duty.",
                    List.of(
                            new SampleCase.Item(
                                    "an MRI of the lumbar spine",
                                    true,
                                    "Low Back Complaints Chapter",
                                    "Low Back Complaints Chapter",
                                    "No red flag and no nerve deficit is recorded, and no operation is considered."),
                            new SampleCase.Item(
                                    "six visits of physical therapy for the low back",
                                    false,
                                    "Physical Medicine",
                                    "Physical Medicine",
                                    "He has had no therapy for this flare, and six visits are within the range that is listed."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2013,
                    "CM13-0900602",
                    true,
                    "7/8/2012",
                    "11/21/2013",
                    "12/3/2013",
                    "1/22/2014",
                    "5/6/2014",
                    "California",
                    "Pain Medicine",
                    "This is a 52-year-old school cook with burning pain of the right foot after a kettle fell. She takes tramadol twice a day; no function score is in the notes.",
                    List.of(
                            new SampleCase.Item(
                                    "tramadol 50 mg #120",
                                    true,
                                    "Opioids",
                                    "Opioids, criteria for use",
                                    "Four months of notes repeat the same pain score and name nothing that the medicine lets her do."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2014,
                    "CM14-0900377",
                    false,
                    "04/02/2012",
                    "07/15/2014",
                    "07/28/2014",
                    "08/20/2014",
                    "10/02/2014",
                    "California and Arizona",
                    "Internal Medicine",
                    "The injured worker is a 61 year old night auditor with a date of injury of 4/2/12. Heartburn began with naproxen. No bleeding, no ulcer and no blood thinner are noted.",
                    List.of(
                            new SampleCase.Item(
                                    "Omeprazole 20mg #60",
                                    true,
                                    "Decision based on MTUS Chronic Pain Treatment Guidelines.",
                                    "Decision based on MTUS Chronic Pain Treatment Guidelines 9792.20 - 9792.26 Page(s): 68-69.",
                                    "With one risk factor and once-daily naproxen, the twofold dose has no support."),
                            new SampleCase.Item(
                                    "Naproxen 550mg #60",
                                    true,
                                    "Decision based on MTUS Chronic Pain Treatment Guidelines.",
                                    "Decision based on MTUS Chronic Pain Treatment Guidelines 9792.20 - 9792.26 Page(s): 67-73.",
                                    "It is the cause of the heartburn and two years have shown no gain."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2014,
                    "CM14-0900415",
                    true,
                    "09/14/2013",
                    "08/11/2014",
                    "08/25/2014",
                    "09/17/2014",
                    "11/20/2014",
                    "Texas",
                    "Chiropractor",
                    "The injured worker is a 33 year old tile setter with a date of injury of 9/14/13. Neck pain and headaches come after a day of overhead work. Six visits brought his rotation from 40 to 65 degrees.",
                    List.of(new SampleCase.Item(
                            "Chiropractic treatment 1x6 for the neck",
                            false,
                            SampleCase.NONE_ADMINISTRATOR,
                            "Decision based on MTUS Chronic Pain Treatment Guidelines 9792.20 - 9792.26 Page(s): 58-60.",
                            "Gain after the first six visits is measured, and he works full duty."))),
            new SampleCase(
                    SampleCase.Layout.REVIEW,
                    "CM14-0900801",
                    false,
                    "1/9/2013",
                    "3/3/2014",
                    "3/14/2014",
                    "4/1/2014",
                    "6/10/2014",
                    "California",
                    "Orthopedic Surgery",
                    "A 44-year-old mover with ache of both knees since a piano slipped. Films show mild wear.",
                    List.of(
                            new SampleCase.Item(
                                    "Hyaluronic acid injections, right knee, series of three",
                                    true,
                                    "",
                                    "ODG, Knee & Leg Chapter, Hyaluronic acid injections.",
                                    "Severe wear that failed other care is asked for. Mild wear on films does not meet that."))),
            new SampleCase(
                    SampleCase.Layout.REVIEW,
                    "CM14-0900822",
                    false,
                    "4/25/2012",
                    "4/7/2014",
                    "4/18/2014",
                    "5/2/2014",
                    "7/1/2014",
                    "California",
                    "Pain Medicine",
                    "A 56-year-old tailor with spasm of the neck. She had no such treatment before.",
                    List.of(new SampleCase.Item(
                            "TENS unit, one month trial",
                            false,
                            "",
                            "Chronic Pain Medical Treatment Guidelines, Transcutaneous electrotherapy, part of the MTUS.",
                            "A trial of one month beside a home program is what the guideline describes."))));

    private SampleCasesTo2014() {}
}
