package org.uphold.letter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;

/**
 * What the tags of a PDF tell of its pages. A program that tags numbers its pages as it writes them ({@code /StructParents}), and lists
 * under each number what stands on it. A page that is taken out or put elsewhere keeps its number, or leaves it behind in the list.
 */
final class PageTags {

    private static final COSName STRUCT_PARENTS = COSName.getPDFName("StructParents");
    private static final COSName STRUCT_PARENT = COSName.getPDFName("StructParent");
    private static final COSName PARENT_TREE = COSName.getPDFName("ParentTree");
    private static final COSName PG = COSName.getPDFName("Pg");

    /** A list of numbers is not divided more often, nor longer, in a letter. */
    private static final int DEEPEST = 10;

    private static final int MOST = 20_000;

    private final Set<COSDictionary> pages = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Integer> taken = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private int tagged;
    private boolean listed;
    private int looked;

    private PageTags() {}

    static PageTags of(PDDocument document) {
        PageTags tags = new PageTags();
        int before = -1;
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            COSDictionary dictionary = page.getCOSObject();
            int tag = dictionary.getInt(STRUCT_PARENTS, -1);
            tags.pages.add(dictionary);
            if (tag < 0) {
                continue;
            }
            tags.tagged++;
            tags.taken.add(tag);
            if (tag < before) {
                tags.problems.add(new Problem(
                        ProblemCode.PAGES,
                        "Pages were expected in the order in which they were written; this one was written before the one that"
                                + " it follows.",
                        Place.page(number)));
            }
            before = Math.max(before, tag);
        }
        if (tags.tagged == 0) {
            return tags;
        }
        if (document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.STRUCT_TREE_ROOT)
                instanceof COSDictionary root) {
            tags.listed = true;
            tags.look(root.getDictionaryObject(PARENT_TREE), 0);
        } else {
            tags.count(document);
        }
        return tags;
    }

    /** What is wrong. */
    List<Problem> problems() {
        return problems;
    }

    /** Whether the tags tell of every page, and of no other: then none is missing. */
    boolean isWhole() {
        return listed && tagged == pages.size() && problems.isEmpty();
    }

    /** Pages that were taken from a document without its lists: a number that nothing on them has was a page's. */
    private void count(PDDocument document) {
        Set<Integer> used = new HashSet<>(taken);
        for (PDPage page : document.getPages()) {
            COSDictionary dictionary = page.getCOSObject();
            numbers(dictionary.getDictionaryObject(COSName.ANNOTS), used);
            if (dictionary.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary resources
                    && resources.getDictionaryObject(COSName.XOBJECT) instanceof COSDictionary drawn) {
                drawn.keySet().forEach(name -> number(drawn.getDictionaryObject(name), used));
            }
        }
        int before = -1;
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            int tag = page.getCOSObject().getInt(STRUCT_PARENTS, -1);
            for (int between = before + 1; before >= 0 && between < Math.min(tag, before + MOST); between++) {
                if (!used.contains(between)) {
                    problems.add(new Problem(
                            ProblemCode.PAGES,
                            "All pages were expected; the tags of the PDF count one more before this one, which is not there.",
                            Place.page(number)));
                    break;
                }
            }
            before = Math.max(before, tag);
        }
    }

    private static void numbers(@Nullable COSBase list, Set<Integer> used) {
        if (list instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                number(array.getObject(i), used);
            }
        }
    }

    private static void number(@Nullable COSBase drawn, Set<Integer> used) {
        if (drawn instanceof COSDictionary dictionary) {
            used.add(dictionary.getInt(STRUCT_PARENTS, -1));
            used.add(dictionary.getInt(STRUCT_PARENT, -1));
        }
    }

    private void look(@Nullable COSBase tree, int depth) {
        if (!(tree instanceof COSDictionary node) || depth > DEEPEST || !problems.isEmpty()) {
            return;
        }
        if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
            for (int i = 0; i < kids.size() && looked < MOST; i++) {
                looked++;
                look(kids.getObject(i), depth + 1);
            }
        }
        if (node.getDictionaryObject(COSName.NUMS) instanceof COSArray numbers) {
            for (int i = 0; i + 1 < numbers.size() && looked < MOST; i += 2) {
                looked++;
                if (numbers.getObject(i) instanceof COSNumber key
                        && !taken.contains(key.intValue())
                        && isOfAnotherPage(numbers.getObject(i + 1))) {
                    problems.add(new Problem(
                            ProblemCode.PAGES,
                            "All pages were expected; the tags of the PDF tell of one that is not there.",
                            Place.FILE));
                    return;
                }
            }
        }
    }

    /** Whether a list of tagged contents is of a page that the document does not have. */
    private boolean isOfAnotherPage(@Nullable COSBase contents) {
        if (!(contents instanceof COSArray list)) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            // A paragraph that began a page earlier is of that page, and its parts tell theirs.
            if (list.getObject(i) instanceof COSDictionary element
                    && (isElsewhere(element) || isPartElsewhere(element.getDictionaryObject(COSName.K)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isPartElsewhere(@Nullable COSBase parts) {
        if (parts instanceof COSArray list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.getObject(i) instanceof COSDictionary part && isElsewhere(part)) {
                    return true;
                }
            }
        }
        return parts instanceof COSDictionary part && isElsewhere(part);
    }

    private boolean isElsewhere(COSDictionary part) {
        return part.containsKey(PG)
                && !(part.getDictionaryObject(PG) instanceof COSDictionary page && pages.contains(page));
    }
}
