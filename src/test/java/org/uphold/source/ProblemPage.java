package org.uphold.source;

/** The page of all problem codes, made from the enum. */
final class ProblemPage {

    private ProblemPage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Problems

                Every problem that reading can have: in the rejects file, in `extract`'s lines and in the log, by its code. A
                rejected record has one; an accepted one may have several, and then what could be read was taken.

                <!-- Generated from ProblemCode by ProblemPageTest, which says how. Do not edit. -->

                | code | what it means | what you can do |
                |---|---|---|
                """);
        for (ProblemCode code : ProblemCode.values()) {
            page.append("| `")
                    .append(code.name())
                    .append("` | ")
                    .append(cell(code.meaning()))
                    .append(" | ");
            page.append(cell(code.remedy())).append(" |\n");
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
