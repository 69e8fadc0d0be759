package org.uphold.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.jspecify.annotations.Nullable;
import org.uphold.source.ProblemCode;

/**
 * What is laid over a page and shown: form fields, and marks that someone made. Fields are read in their place, as is the text
 * of marks, but a letter that someone wrote or stamped on, or struck something out of, is never read without saying so.
 */
final class Annotations {

    /** Show no text of their own and change nothing of what is below. */
    private static final Set<String> QUIET = Set.of(
            "Link",
            "Popup",
            "Text",
            "Highlight",
            "Underline",
            "Squiggly",
            "PrinterMark",
            "TrapNet",
            "Movie",
            "Sound",
            "Screen",
            "3D",
            "RichMedia",
            "FileAttachment",
            "Projection");

    /** A field is not nested deeper in others. */
    private static final int DEEPEST = 20;
    /** How far above the lower edge of its field a value stands, in parts of the field's height. */
    private static final float BASELINE = 0.25f;

    private final List<PDAnnotation> drawn = new ArrayList<>();
    private final List<PdfLine> values = new ArrayList<>();
    private final PdfPage.Findings findings = new PdfPage.Findings();
    private boolean text;

    private Annotations() {}

    static Annotations of(PDPage page, Canvas canvas) throws IOException {
        Annotations annotations = new Annotations();
        if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray) {
            Region box = box(page.getCropBox());
            for (PDAnnotation annotation : page.getAnnotations()) {
                PDRectangle place = annotation.getRectangle();
                if (isShown(annotation, canvas)
                        && place != null
                        && box.meets(
                                place.getLowerLeftX(),
                                place.getLowerLeftY(),
                                place.getUpperRightX(),
                                place.getUpperRightY())) {
                    annotations.add(annotation, place);
                }
            }
        }
        return annotations;
    }

    private static Region box(PDRectangle r) {
        return Region.rectangle(r.getLowerLeftX(), r.getLowerLeftY(), r.getUpperRightX(), r.getUpperRightY());
    }

    private static boolean isShown(PDAnnotation annotation, Canvas canvas) {
        return !annotation.isHidden()
                && !annotation.isNoView()
                && !"Popup".equals(annotation.getSubtype())
                && canvas.isShown(annotation.getCOSObject().getDictionaryObject(COSName.OC));
    }

    private void add(PDAnnotation annotation, PDRectangle place) {
        if (annotation instanceof PDAnnotationWidget) {
            addField(annotation, place);
        } else {
            boolean quiet = QUIET.contains(String.valueOf(annotation.getSubtype()));
            if (!quiet) {
                mark();
            }
            if (annotation.getNormalAppearanceStream() != null) {
                drawn.add(annotation);
            } else if (!quiet) {
                value(annotation.getContents(), place);
            }
        }
        if ("FileAttachment".equals(annotation.getSubtype())) {
            findings.add(ProblemCode.ATTACHMENT, "A letter alone was expected; a file is attached to the page.");
        }
    }

    private void mark() {
        findings.add(
                ProblemCode.ANNOTATION,
                "A letter as it was sent was expected; something was written, stamped or drawn on the page, or struck out.");
    }

    private void addField(PDAnnotation widget, PDRectangle place) {
        COSDictionary field = widget.getCOSObject();
        COSBase kind = inherited(field, COSName.FT, 0);
        COSBase value = inherited(field, COSName.V, 0);
        boolean drawing = widget.getNormalAppearanceStream() != null;
        if (COSName.BTN.equals(kind)) {
            COSBase flags = inherited(field, COSName.FF, 0);
            boolean push = flags instanceof COSNumber n && (n.intValue() & 1 << 16) != 0;
            if (!push) {
                findings.add(
                        ProblemCode.FORM_FIELD, "Text was expected; the page has boxes to tick, which are not read.");
            } else if (drawing) {
                drawn.add(widget);
            }
        } else if (COSName.SIG.equals(kind)) {
            // Who signed is not of the letter.
            return;
        } else if (drawing) {
            drawn.add(widget);
        } else {
            value(string(value), place);
        }
    }

    private static @Nullable COSBase inherited(COSDictionary field, COSName key, int depth) {
        COSBase own = field.getDictionaryObject(key);
        return own == null
                        && depth < DEEPEST
                        && field.getDictionaryObject(COSName.PARENT) instanceof COSDictionary parent
                ? inherited(parent, key, depth + 1)
                : own;
    }

    private static @Nullable String string(@Nullable COSBase value) {
        return value instanceof COSString s ? s.getString() : null;
    }

    /** What a viewer draws by itself. */
    private void value(@Nullable String value, PDRectangle place) {
        if (value == null || value.isBlank()) {
            return;
        }
        text = true;
        List<String> lines = value.lines().filter(l -> !l.isBlank()).toList();
        float height = place.getHeight() / lines.size();
        float y = place.getUpperRightY() - height;
        for (String line : lines) {
            values.add(new PdfLine(
                    line, place.getLowerLeftX(), y + BASELINE * height, Math.min(height, 12), Direction.RIGHT));
            y -= height;
        }
    }

    /** Those that PDFBox can draw, in their order. */
    List<PDAnnotation> drawn() {
        return drawn;
    }

    /** The values of those that it cannot. */
    List<PdfLine> values() {
        return values;
    }

    /** One was drawn, with these lines. */
    void drew(PDAnnotation annotation, List<PdfLine> lines) {
        if (annotation instanceof PDAnnotationWidget) {
            String value = string(inherited(annotation.getCOSObject(), COSName.V, 0));
            if (value != null && !letters(value).equals(letters(text(lines)))) {
                findings.add(
                        ProblemCode.FORM_FIELD,
                        "A form field was expected to show its value; what is drawn and was read differs from it.");
            }
        } else if (!lines.isEmpty()) {
            mark();
        }
        text |= !lines.isEmpty();
    }

    private static String text(List<PdfLine> lines) {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append(line.text()));
        return out.toString();
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Whether some of them show text, which then belongs between the page's own. */
    boolean hasText() {
        return text;
    }

    void report(PdfPage.Findings found) {
        for (PdfPage.Finding finding : findings.problems()) {
            found.add(finding.code(), finding.text());
        }
    }
}
