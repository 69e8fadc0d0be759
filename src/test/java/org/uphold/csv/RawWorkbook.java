package org.uphold.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together from the XML of its rows, for cells that no writer of tests makes. */
final class RawWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private final List<String> sheets = new ArrayList<>();
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<String> formats = new ArrayList<>(List.of("General", "yyyy\\-mm\\-dd"));
    private String properties = "";

    /** Days counted from 1904 on, as in workbooks that began on a Macintosh. */
    RawWorkbook since1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** A number format; the styles {@code s="0"}, {@code s="1"} are General and days, further ones count on. */
    RawWorkbook format(String code) {
        formats.add(code.replace("\"", "&quot;"));
        return this;
    }

    /** @param state {@code visible}, {@code hidden} or {@code veryHidden} */
    RawWorkbook sheet(String name, String state, String... rows) {
        int number = sheets.size() + 1;
        sheets.add("<sheet name=\"" + name + "\" sheetId=\"" + number + "\" state=\"" + state + "\" r:id=\"rId" + number
                + "\"/>");
        parts.put(
                "xl/worksheets/sheet" + number + ".xml",
                HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + String.join("", rows)
                        + "</sheetData></worksheet>");
        return this;
    }

    /** Cells of the sheet that was added last which are shown as one, such as {@code A2:A3}. */
    RawWorkbook merged(String... ranges) {
        StringBuilder cells = new StringBuilder("</sheetData><mergeCells count=\"" + ranges.length + "\">");
        for (String range : ranges) {
            cells.append("<mergeCell ref=\"" + range + "\"/>");
        }
        parts.computeIfPresent(
                "xl/worksheets/sheet" + sheets.size() + ".xml",
                (name, xml) -> xml.replace("</sheetData>", cells.append("</mergeCells>")));
        return this;
    }

    /** A row of texts. */
    static String texts(int number, String... values) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            cells.append(text((char) ('A' + i) + "" + number, values[i]));
        }
        return row(number, cells.toString());
    }

    static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    static String text(String at, String value) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
    }

    byte[] bytes() {
        StringBuilder styles = new StringBuilder();
        StringBuilder used = new StringBuilder();
        for (int i = 0; i < formats.size(); i++) {
            styles.append("<numFmt numFmtId=\"" + (200 + i) + "\" formatCode=\"" + formats.get(i) + "\"/>");
            used.append("<xf numFmtId=\"" + (i == 0 ? 0 : 200 + i) + "\" applyNumberFormat=\"1\"/>");
        }
        StringBuilder types = new StringBuilder();
        StringBuilder links = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"" + TYPES
                    + "worksheet+xml\"/>");
            links.append("<Relationship Id=\"rId" + i + "\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet"
                    + i + ".xml\"/>");
        }
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                        + types
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPES + "styles+xml\"/></Types>");
        all.put(
                "_rels/.rels",
                HEAD + "<Relationships xmlns=\"" + PACKAGE + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        all.put(
                "xl/_rels/workbook.xml.rels",
                HEAD + "<Relationships xmlns=\"" + PACKAGE + "\">" + links + "<Relationship Id=\"rId99\" Type=\""
                        + OFFICE + "/styles\" Target=\"styles.xml\"/></Relationships>");
        all.put(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">" + properties + "<sheets>"
                        + String.join("", sheets) + "</sheets></workbook>");
        all.put(
                "xl/styles.xml",
                HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"" + formats.size() + "\">" + styles
                        + "</numFmts><cellXfs count=\"" + formats.size() + "\">" + used + "</cellXfs></styleSheet>");
        all.putAll(parts);
        return zip(all);
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
