package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** What the part of a sheet says beside the values of its cells: which are merged, and which hold a formula without a result. */
final class SheetPart {

    private static final String LINKS = "xl/_rels/workbook.xml.rels";
    private static final String MERGED = "mergeCell ";
    private static final int PIECE = 1 << 16;
    /** No element with a reference to a range is longer, and none that opens a row. */
    private static final int LONGEST = 512;

    private static final int MOST = 100_000;
    private static final Pattern RANGE =
            Pattern.compile("mergeCell +ref=[\"']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})[\"']");

    private static final String HIDDEN = " hidden=";
    private static final Pattern HIDDEN_ROW = Pattern.compile("^<(?:\\w+:)?row\\b.* hidden=[\"'](?:1|true)");

    /**
     * How the sheet lays out its cells.
     *
     * @param merged ranges of cells that are shown as one
     * @param hasHiddenRows whether some rows are not shown
     */
    record Layout(List<MergedRange> merged, boolean hasHiddenRows) {}

    private final ZipFile zip;
    private final @Nullable ZipEntry entry;

    private SheetPart(ZipFile zip, @Nullable ZipEntry entry) {
        this.zip = zip;
        this.entry = entry;
    }

    static SheetPart of(ZipFile zip, Sheet sheet) throws IOException {
        ZipEntry links = zip.getEntry(LINKS);
        if (links == null) {
            return new SheetPart(zip, null);
        }
        try (InputStream in = zip.getInputStream(links)) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && sheet.getId().equals(xml.getAttributeValue(null, "Id"))) {
                    String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                    return new SheetPart(
                            zip, zip.getEntry(target.startsWith("/") ? target.substring(1) : "xl/" + target));
                }
            }
        } catch (XMLStreamException e) {
            // The workbook's own reader says what is wrong with it.
        }
        return new SheetPart(zip, null);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Found in one pass over the bytes: no part of a large sheet is taken apart twice. */
    Layout layout() throws IOException {
        List<MergedRange> merged = new ArrayList<>();
        boolean hidden = false;
        if (entry == null) {
            return new Layout(merged, false);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            String before = "";
            byte[] piece;
            // Until one is not full: also an empty one, behind a part of which the last is, has what was kept for it.
            do {
                piece = in.readNBytes(PIECE);
                String text = before + new String(piece, StandardCharsets.ISO_8859_1);
                // What may go on in the next piece is looked at with it.
                int end = piece.length < PIECE ? text.length() : Math.max(0, text.length() - LONGEST);
                for (int at = text.indexOf(MERGED);
                        at >= 0 && at < end && merged.size() < MOST;
                        at = text.indexOf(MERGED, at + 1)) {
                    Matcher range = RANGE.matcher(text).region(at, Math.min(text.length(), at + LONGEST));
                    if (range.lookingAt()) {
                        merged.add(MergedRange.of(range.group(1)));
                    }
                }
                for (int at = text.indexOf(HIDDEN); at >= 0 && !hidden; at = text.indexOf(HIDDEN, at + 1)) {
                    hidden = HIDDEN_ROW
                            .matcher(text.substring(
                                    Math.max(0, text.lastIndexOf('<', at)), Math.min(text.length(), at + 16)))
                            .find();
                }
                before = text.substring(end);
            } while (piece.length == PIECE);
        }
        return new Layout(merged, hidden);
    }

    /** The cells whose formula was never computed, by their names such as {@code C5}. A formula that comes to an empty text is none. */
    Set<String> notComputed() throws IOException {
        Set<String> found = new HashSet<>();
        if (entry == null) {
            return found;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            String cell = null;
            boolean formula = false;
            boolean value = false;
            while (xml.hasNext() && found.size() < MOST) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "c" -> {
                            cell = xml.getAttributeValue(null, "r");
                            formula = false;
                            value = "str".equals(xml.getAttributeValue(null, "t"));
                        }
                        case "f" -> formula = true;
                        case "v" -> value |= !xml.getElementText().isEmpty();
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("c")) {
                    if (formula && !value && cell != null) {
                        found.add(cell);
                    }
                }
            }
        } catch (XMLStreamException e) {
            // The workbook's own reader says what is wrong with it.
        }
        return found;
    }
}
