package org.uphold.letter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;

/** The pages of a document as they are read, and what only all of them together tell. */
final class PdfPages {

    /** What fewer characters say may stand on two pages of one letter. */
    private static final int SHORT = 60;

    private static final COSName XFA = COSName.getPDFName("XFA");

    private final List<PdfPage> pages = new ArrayList<>();
    private final Map<List<String>, Integer> texts = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int characters;

    /** The next page. One that was there before is taken once: its copy says nothing more. */
    void add(PdfPage page) {
        int number = pages.size() + 1;
        List<String> text = new ArrayList<>(page.lines().size());
        int length = 0;
        for (PdfLine line : page.lines()) {
            length += line.text().strip().length();
            text.add(line.text());
        }
        characters += length;
        for (PdfPage.Finding finding : page.findings()) {
            problems.add(finding.on(number));
        }
        Integer first = length < SHORT ? null : texts.putIfAbsent(text, number);
        if (first == null) {
            pages.add(page);
        } else {
            problems.add(new Problem(
                    ProblemCode.PAGES,
                    "Each page was expected once; this is page " + first + " again, which was read once.",
                    Place.page(number)));
            pages.add(new PdfPage(List.of(), List.of(), page.pictures(), false));
        }
    }

    int characters() {
        return characters;
    }

    /** Whether a sheet holds two pages: its rows make no sense. */
    boolean hasHalves() {
        return pages.stream().anyMatch(PdfPage::halves);
    }

    List<List<PdfLine>> lines() {
        return pages.stream().map(PdfPage::lines).toList();
    }

    List<Problem> problems(PDDocument document) {
        pictures();
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (holdsFiles(catalog)) {
            problems.add(new Problem(
                    ProblemCode.ATTACHMENT, "A letter alone was expected; the PDF holds attached files.", Place.FILE));
        }
        if (catalog.getDictionaryObject(COSName.ACRO_FORM) instanceof COSDictionary form
                && form.getDictionaryObject(XFA) != null) {
            problems.add(new Problem(
                    ProblemCode.FORM_FIELD,
                    "Pages were expected; the PDF is also an XFA form, which a viewer may show in their place.",
                    Place.FILE));
        }
        return List.copyOf(problems);
    }

    /** A picture that is on several pages is a letterhead or a watermark; one that is on one page may be what it says. */
    private void pictures() {
        Set<COSBase> once = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<COSBase> again = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PdfPage page : pages) {
            for (COSBase picture : page.pictures()) {
                if (!once.add(picture)) {
                    again.add(picture);
                }
            }
        }
        for (int i = 0; i < pages.size(); i++) {
            Place place = Place.page(i + 1);
            boolean told = problems.stream()
                    .anyMatch(p -> p.where().equals(place)
                            && (p.code() == ProblemCode.PAGE_WITHOUT_TEXT || p.code() == ProblemCode.RECOGNISED_TEXT));
            Set<COSBase> own = new HashSet<>(pages.get(i).pictures());
            own.removeAll(again);
            if (!told && !own.isEmpty()) {
                problems.add(new Problem(
                        ProblemCode.PAGE_WITHOUT_TEXT,
                        "Text was expected; a good part of the page is a picture without text on it.",
                        place));
            }
        }
    }

    private static boolean holdsFiles(COSDictionary catalog) {
        return catalog.containsKey(COSName.getPDFName("Collection"))
                || catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names
                        && isFilled(names.getDictionaryObject(COSName.getPDFName("EmbeddedFiles")));
    }

    private static boolean isFilled(@Nullable COSBase tree) {
        return tree instanceof COSDictionary node
                && (isNotEmpty(node.getDictionaryObject(COSName.NAMES))
                        || isNotEmpty(node.getDictionaryObject(COSName.KIDS)));
    }

    private static boolean isNotEmpty(@Nullable COSBase array) {
        return array instanceof COSArray a && a.size() > 0;
    }
}
