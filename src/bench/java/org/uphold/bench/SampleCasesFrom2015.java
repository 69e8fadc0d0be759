package org.uphold.bench;

import java.util.List;

/** The sample letters of the layouts from 2015 on. */
final class SampleCasesFrom2015 {

    private static final String OUTSIDE_ADMINISTRATOR =
            "The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), ";
    private static final String OUTSIDE_REVIEWER =
            "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), ";
    private static final String PHYSIATRIST = "Physical Medicine & Rehabilitation, Pain Medicine";

    static final List<SampleCase> ALL = List.of(
            new SampleCase(
                    SampleCase.Layout.LETTER_2015,
                    "CM15-0900204",
                    false,
                    "06/11/2013",
                    "02/09/2015",
                    "02/24/2015",
                    "03/05/2015",
                    "04/10/2015",
                    "California, Oregon",
                    PHYSIATRIST,
                    "The injured worker is a 45 year old female parking attendant with right elbow pain since 06-11-2013. She had a strap, therapy and one injection.",
                    List.of(new SampleCase.Item(
                            "Ultrasound guided cortisone injection to the right elbow",
                            true,
                            OUTSIDE_ADMINISTRATOR + "Elbow Chapter.",
                            "Decision based on MTUS Elbow Complaints 2007.",
                            "A second injection is not advised where the first gave two weeks of relief."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2015,
                    "CM15-0900688",
                    true,
                    "01/30/2014",
                    "05/04/2015",
                    "05/15/2015",
                    "05/27/2015",
                    "07/02/2015",
                    "California, New York",
                    "Orthopedic Surgery, Sports Medicine",
                    "The injured worker is a 29 year old male stage rigger with locking of the left knee since 01-30-2014. Imaging shows a displaced tear of the meniscus.",
                    List.of(
                            new SampleCase.Item(
                                    "Left knee arthroscopic partial meniscectomy",
                                    false,
                                    "Decision based on MTUS Knee Complaints 2004.",
                                    "Decision based on MTUS Knee Complaints 2004, Section(s): Surgical Considerations.",
                                    "A knee that locks and a displaced tear are the accepted reasons for the operation."),
                            new SampleCase.Item(
                                    "Associated surgical service: Cold therapy unit, 30 day rental",
                                    true,
                                    OUTSIDE_ADMINISTRATOR + "Knee & Leg Chapter, Continuous-flow cryotherapy.",
                                    OUTSIDE_REVIEWER + "Knee & Leg Chapter, Continuous-flow cryotherapy.",
                                    "Seven days after an operation are advised, and thirty were asked for."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2015,
                    "CM15-0900913",
                    false,
                    "10/05/2009",
                    "09/21/2015",
                    "10/06/2015",
                    "10/16/2015",
                    "11/24/2015",
                    "California",
                    "Psychiatry",
                    "The injured worker is a 50 year old female court clerk with low mood since a robbery on 10-05-2009. Six visits of cognitive therapy brought her score from 19 to 11.",
                    List.of(new SampleCase.Item(
                            "Cognitive behavioral therapy, 8 sessions",
                            false,
                            "Decision based on MTUS Stress-Related Conditions 2004.",
                            OUTSIDE_REVIEWER + "Mental Illness & Stress Chapter, Cognitive therapy for depression.",
                            "The first visits brought a measured gain, and up to twenty are advised then."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2015,
                    "CM16-0900045",
                    false,
                    "03/19/2015",
                    "01/12/2016",
                    "01/26/2016",
                    "02/04/2016",
                    "03/15/2016",
                    "Illinois",
                    "Occupational Medicine",
                    "The injured worker is a 36 year old male glazier with tingling of the right hand since 03-19-2015. No test of the nerves has been done.",
                    List.of(
                            new SampleCase.Item(
                                    "EMG/NCV of the right upper extremity",
                                    false,
                                    SampleCase.NONE_ADMINISTRATOR,
                                    "Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies.",
                                    "Signs of the median nerve persist after splinting of three months, so the study decides what comes next."),
                            new SampleCase.Item(
                                    "MRI of the right wrist without contrast",
                                    true,
                                    SampleCase.NONE_ADMINISTRATOR,
                                    "Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies.",
                                    "There is no sign of a torn ligament or a mass."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2015,
                    "CM16-0900377",
                    true,
                    "08/27/2011",
                    "05/10/2016",
                    "05/25/2016",
                    "06/03/2016",
                    "07/12/2016",
                    "California, Texas",
                    PHYSIATRIST,
                    "The injured worker is a 54 year old male mill operator with low back and leg pain since 08-27-2011. He has taken the same three medicines for four years.",
                    List.of(
                            new SampleCase.Item(
                                    "Norco 10/325mg #120",
                                    true,
                                    "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids.",
                                    "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids, criteria for use.",
                                    "No agreement, no urine test and no gain in function are in the file."),
                            new SampleCase.Item(
                                    "Cyclobenzaprine 7.5mg #90",
                                    true,
                                    "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain).",
                                    "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Cyclobenzaprine (Flexeril).",
                                    "It is for two to three weeks, and he has taken it for years."),
                            new SampleCase.Item(
                                    "Urine drug screen, quantity 1",
                                    false,
                                    "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Drug testing.",
                                    "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Drug testing.",
                                    "One test a year is reasonable while a taper is planned."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2015,
                    "CM16-0900790",
                    false,
                    "12/01/2012",
                    "10/18/2016",
                    "11/02/2016",
                    "11/10/2016",
                    "12/13/2016",
                    "California",
                    "Physical Medicine & Rehabilitation",
                    "The injured worker is a 41 year old female florist with neck pain since 12-01-2012. She finished twenty visits of therapy and has a home program.",
                    List.of(new SampleCase.Item(
                            "Physical therapy three times a week for four weeks for the neck was the original request. Physical therapy, 4 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Physical therapy, 8 visits for the neck is",
                            true,
                            "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical Medicine.",
                            "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical Medicine.",
                            "Four visits suffice to renew a home program that she knows."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2015,
                    "CM17-0900150",
                    false,
                    "05/16/2016",
                    "01/24/2017",
                    "02/08/2017",
                    "02/17/2017",
                    "03/21/2017",
                    "Georgia, California",
                    "Family Practice",
                    "The injured worker is a 38 year old male roofer with a healed rib fracture since 05-16-2016. He is back at work and sleeps well.",
                    List.of(
                            new SampleCase.Item(
                                    "Lidoderm 5% patch #30",
                                    true,
                                    "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Lidoderm (lidocaine patch).",
                                    "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Lidoderm (lidocaine patch).",
                                    "It is for nerve pain after a first-line medicine has failed; neither is described."),
                            new SampleCase.Item(
                                    "Follow-up visit in 6 weeks",
                                    false,
                                    SampleCase.NONE_ADMINISTRATOR,
                                    OUTSIDE_REVIEWER + "Pain Chapter, Office visits.",
                                    "A last visit to close the case is modest."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2015,
                    "CM17-0900512",
                    true,
                    "02/22/2010",
                    "06/13/2017",
                    "06/27/2017",
                    "07/07/2017",
                    "08/15/2017",
                    "California, Florida",
                    "Anesthesiology, Pain Medicine",
                    "The injured worker is a 57 year old female bus mechanic with pain down the left leg since 02-22-2010. The last block was given without relief that was measured.",
                    List.of(new SampleCase.Item(
                            "Left transforaminal epidural steroid injection at L5-S1",
                            true,
                            "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Epidural steroid injections (ESIs).",
                            "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Epidural steroid injections (ESIs).",
                            "A repeat needs half of the pain gone for six to eight weeks; the notes give no figure."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2018,
                    "CM18-0900096",
                    false,
                    "09/09/2016",
                    "02/01/2018",
                    "02/14/2018",
                    "",
                    "04/03/2018",
                    "California",
                    "Orthopedic Surgery",
                    "The injured worker is a 48-year-old crane signaller with pain of the left ankle since a step gave way. X-rays are clean and he hikes at weekends.",
                    List.of(new SampleCase.Item(
                            "MRI of the left ankle without contrast",
                            true,
                            "Decision based on MTUS Ankle and Foot Disorders 2015, Section(s): Diagnostic Testing.",
                            "Decision based on MTUS Ankle and Foot Disorders 2015, Section(s): Diagnostic Testing.",
                            "Nothing speaks for a fracture that was missed or a torn tendon."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2018,
                    "CM18-0900341",
                    true,
                    "11/28/2014",
                    "06/19/2018",
                    "07/03/2018",
                    "",
                    "08/21/2018",
                    "Texas, California",
                    PHYSIATRIST,
                    "The injured worker is a 51-year-old dispatcher with widespread pain. She left work two years ago and has tried therapy, medicines and counselling one by one.",
                    List.of(
                            new SampleCase.Item(
                                    "Functional restoration program, 80 hours",
                                    false,
                                    OUTSIDE_ADMINISTRATOR + "Pain Chapter.",
                                    "Decision based on MTUS Chronic Pain Guidelines 2017, Section(s): Functional Restoration Programs.",
                                    "The evaluation is complete, she wants to return to work, and single measures have failed."),
                            new SampleCase.Item(
                                    "Gym membership, 6 months",
                                    true,
                                    SampleCase.NONE_ADMINISTRATOR,
                                    OUTSIDE_REVIEWER + "Low Back Chapter, Gym memberships.",
                                    "No equipment is needed that a home program could not replace."))),
            new SampleCase(
                    SampleCase.Layout.LETTER_2018,
                    "CM18-0900577",
                    false,
                    "07/15/2017",
                    "09/25/2018",
                    "10/09/2018",
                    "",
                    "11/27/2018",
                    "California, Washington",
                    "Internal Medicine",
                    "The injured worker is a 62-year-old boiler inspector with knee pain. He has taken ibuprofen without trouble for a year.",
                    List.of(
                            new SampleCase.Item(
                                    "Ibuprofen 800mg #90",
                                    true,
                                    "Decision based on MTUS Knee Disorders 2015, Section(s): Medications.",
                                    "Decision based on MTUS Knee Disorders 2015, Section(s): Medications.",
                                    "The lowest dose that helps is advised, and two tablets bought without prescription have helped."))));

    private SampleCasesFrom2015() {}
}
