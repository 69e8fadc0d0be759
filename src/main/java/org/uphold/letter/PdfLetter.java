package org.uphold.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.uphold.source.Limits;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;

/** A letter that is a PDF: its text in the order it is drawn, or by its place, with what its pages say of themselves. */
final class PdfLetter {

    private PdfLetter() {}

    static Reading read(byte[] bytes, Limits limits, Supplement supplement, LocalDate latest) throws LetterFailure {
        PdfText pdf = PdfText.read(bytes, limits);
        Reading drawn = LetterParser.parse(pdf.drawn(), supplement, latest);
        if (pdf.hasHalves()
                || drawn instanceof Reading.Accepted accepted
                        && accepted.problems().isEmpty()) {
            return with(pdf.problems(), drawn);
        }
        // Tables drawn column by column only make sense row by row.
        Reading rows = LetterParser.parse(pdf.rows(), supplement, latest);
        boolean several =
                drawn instanceof Reading.Rejected rejected && rejected.problem().code() == ProblemCode.SEVERAL_LETTERS;
        if (several
                && !(rows instanceof Reading.Accepted accepted
                        && accepted.problems().isEmpty())) {
            return drawn;
        }
        return with(pdf.problems(), Better.of(drawn, rows));
    }

    private static Reading with(List<Problem> more, Reading reading) {
        if (more.isEmpty() || !(reading instanceof Reading.Accepted accepted)) {
            return reading;
        }
        List<Problem> problems = new ArrayList<>(more);
        problems.addAll(accepted.problems());
        return new Reading.Accepted(
                accepted.determination(), accepted.form(), accepted.place(), accepted.evidence(), problems);
    }
}
