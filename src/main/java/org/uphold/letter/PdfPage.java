package org.uphold.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;

/**
 * What a viewer shows of a page.
 *
 * @param lines in reading order
 * @param findings what could not be taken as it stands
 * @param pictures those that take a good part of the page without text on them
 * @param halves whether it is two pages on one sheet, the lines of the left before those of the right
 */
record PdfPage(List<PdfLine> lines, List<Finding> findings, Set<COSBase> pictures, boolean halves) {

    /** A problem whose page is not yet numbered. */
    record Finding(ProblemCode code, String text) {
        Problem on(int page) {
            return new Problem(code, text, Place.page(page));
        }
    }

    /** Findings as they are met, each once. */
    static final class Findings {

        private final List<Finding> found = new ArrayList<>();

        void add(ProblemCode code, String text) {
            Finding finding = new Finding(code, text);
            if (!found.contains(finding)) {
                found.add(finding);
            }
        }

        List<Finding> problems() {
            return List.copyOf(found);
        }
    }
}
