package org.uphold.report.html;

/** One section of the report. */
interface Section {

    /** For links; small letters and hyphens. */
    String id();

    String title();

    /** What stands below the heading. */
    void write(Markup out, Report report);
}
