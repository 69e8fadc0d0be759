package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;

/** Pages of tagged documents, as word processors write them, taken out and moved by a tool that leaves the tags alone. */
class PageTagsTest {

    private static final int PAGES = 4;

    /** A document whose tags tell of each of its pages, and of a link under a number of its own. */
    private static byte[] tagged() throws IOException {
        try (PDDocument document = new PDDocument()) {
            COSArray numbers = new COSArray();
            for (int i = 0; i < PAGES; i++) {
                PDPage page = new PDPage();
                page.getCOSObject().setInt(COSName.getPDFName("StructParents"), i);
                document.addPage(page);
                COSDictionary part = new COSDictionary();
                part.setItem(COSName.getPDFName("Pg"), page.getCOSObject());
                COSDictionary paragraph = new COSDictionary();
                // A paragraph that goes on over two pages is of the first, and its part on the second says so.
                paragraph.setItem(
                        COSName.getPDFName("Pg"), i == 2 ? document.getPage(1).getCOSObject() : page.getCOSObject());
                paragraph.setItem(COSName.K, part);
                COSArray contents = new COSArray();
                contents.add(paragraph);
                numbers.add(COSInteger.get(i));
                numbers.add(contents);
            }
            numbers.add(COSInteger.get(PAGES));
            numbers.add(new COSDictionary());
            COSDictionary tree = new COSDictionary();
            tree.setItem(COSName.NUMS, numbers);
            COSDictionary root = new COSDictionary();
            root.setItem(COSName.getPDFName("ParentTree"), tree);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, root);
            return bytes(document);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static List<ProblemCode> problems(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PageTags tags = PageTags.of(document);
            assertThat(tags.isWhole()).isEqualTo(tags.problems().isEmpty());
            return tags.problems().stream().map(Problem::code).toList();
        }
    }

    @Test
    void a_document_whose_tags_tell_of_its_pages_is_whole() throws IOException {
        assertThat(problems(tagged())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_page_that_was_taken_out_leaves_its_tags(int removed) throws IOException {
        try (PDDocument document = Loader.loadPDF(tagged())) {
            document.removePage(removed);
            assertThat(problems(bytes(document))).containsExactly(ProblemCode.PAGES);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_page_that_was_left_behind_with_the_tags_lists_leaves_a_gap_in_their_numbers(int left) throws IOException {
        try (PDDocument document = Loader.loadPDF(tagged())) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
            document.removePage(left);
            byte[] bytes = bytes(document);
            try (PDDocument read = Loader.loadPDF(bytes)) {
                PageTags tags = PageTags.of(read);
                assertThat(tags.problems()).extracting(Problem::code).containsExactly(ProblemCode.PAGES);
                assertThat(tags.problems().get(0).where().page()).isEqualTo(left + 1);
            }
        }
    }

    @Test
    void a_number_that_a_link_has_is_no_pages() throws IOException {
        try (PDDocument document = Loader.loadPDF(tagged())) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
            COSDictionary link = new COSDictionary();
            link.setInt(COSName.getPDFName("StructParent"), 1);
            COSArray links = new COSArray();
            links.add(link);
            document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, links);
            document.removePage(1);
            assertThat(PageTags.of(document).problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void pages_that_changed_places_keep_their_numbers(int moved) throws IOException {
        try (PDDocument document = Loader.loadPDF(tagged())) {
            PDPageTree pages = document.getPages();
            pages.insertAfter(page(pages, moved), pages.get(moved + 1));
            document.removePage(moved);
            assertThat(problems(bytes(document))).containsExactly(ProblemCode.PAGES);
        }
    }

    private static PDPage page(PDPageTree pages, int index) {
        return new PDPage(new COSDictionary(pages.get(index).getCOSObject()));
    }

    @Test
    void a_document_without_tags_says_nothing() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PageTags tags = PageTags.of(document);
            assertThat(tags.problems()).isEmpty();
            assertThat(tags.isWhole()).isFalse();
        }
    }
}
