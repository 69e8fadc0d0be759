package org.uphold.report.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.uphold.rates.Column;
import org.uphold.rates.PublishedTable;
import org.uphold.report.Edition;
import org.uphold.report.PackageContent;

/** The workbook: cover, notes, then one sheet a table. */
public final class Spreadsheet {

    private static final int TITLE_SIZE = 18;
    private static final int WIDE = 100;

    private Spreadsheet() {}

    /** Writes the workbook as it goes; does not close the stream. */
    public static void write(PackageContent content, OutputStream out) throws IOException {
        Map<String, PublishedTable> sheets = new LinkedHashMap<>();
        SheetNames names = new SheetNames();
        names.of("Cover");
        names.of("Notes");
        content.tables().forEach(t -> sheets.put(names.of(t.name()), t));
        Workbook book = new Workbook(out, "Uphold", null);
        book.properties().setTitle(title(content.edition()));
        cover(book.newWorksheet("Cover"), content, sheets);
        notes(book.newWorksheet("Notes"), content);
        for (Map.Entry<String, PublishedTable> sheet : sheets.entrySet()) {
            TableSheet.write(book.newWorksheet(sheet.getKey()), sheet.getValue());
        }
        book.finish();
    }

    private static String title(Edition edition) {
        return "Uphold rates of independent medical review, " + edition.windowInWords();
    }

    private static void cover(Worksheet sheet, PackageContent content, Map<String, PublishedTable> sheets)
            throws IOException {
        Edition edition = content.edition();
        sheet.width(0, 38);
        sheet.width(1, 60);
        sheet.value(0, 0, title(edition));
        sheet.style(0, 0).bold().fontSize(TITLE_SIZE).set();
        int row = 2;
        row = pair(sheet, row, "Job", edition.job());
        row = pair(sheet, row, "Window", edition.windowInWords());
        row = pair(sheet, row, "By the date of", edition.basisInWords());
        row = pair(sheet, row, "Sources", String.join(", ", edition.systems()));
        row = pair(sheet, row, "Disclosure profile", edition.disclosure());
        row = pair(sheet, row, "Classification tables", edition.taxonomyVersion());
        row = pair(sheet, row, "Program", edition.codeVersion());
        row = headline(sheet, row + 1, content) + 1;
        sheet.value(row, 0, "Sheet");
        sheet.value(row, 1, "What it holds");
        sheet.range(row, 0, row, 1).style().bold().set();
        row++;
        row = link(sheet, row, "Notes", "Definitions and marks");
        for (Map.Entry<String, PublishedTable> entry : sheets.entrySet()) {
            PublishedTable table = entry.getValue();
            row = link(
                    sheet,
                    row,
                    entry.getKey(),
                    table.title() + " (" + table.rows().size() + " rows)");
        }
        sheet.finish();
    }

    private static int headline(Worksheet sheet, int row, PackageContent content) {
        PublishedTable summary = content.table("summary").orElse(null);
        if (summary == null || summary.rows().isEmpty()) {
            return row;
        }
        int next = row;
        for (String name : List.of("uphold_rate", "ci95_lower", "ci95_upper", "items", "cases", "unknown")) {
            int i = summary.indexOf(name);
            if (i >= 0) {
                Column column = summary.columns().get(i);
                sheet.value(next, 0, column.definition());
                Cells.write(sheet, next, 1, column, summary.rows().get(0).get(i), false);
                sheet.style(next, 1)
                        .format(Cells.format(column))
                        .horizontalAlignment("left")
                        .set();
                next++;
            }
        }
        return next;
    }

    private static int pair(Worksheet sheet, int row, String name, String value) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, value);
        sheet.style(row, 0).bold().set();
        return row + 1;
    }

    private static int link(Worksheet sheet, int row, String name, String text) {
        sheet.hyperlink(row, 0, HyperLink.internal("'" + name + "'!A1", name));
        sheet.value(row, 1, text);
        return row + 1;
    }

    private static void notes(Worksheet sheet, PackageContent content) throws IOException {
        sheet.width(0, 12);
        sheet.width(1, WIDE);
        sheet.value(0, 0, "Notes");
        sheet.style(0, 0).bold().fontSize(TITLE_SIZE).set();
        int row = 2;
        row = note(
                sheet,
                row,
                Cells.SUPPRESSED,
                "Not shown, to protect people. Hidden for itself or so that another cannot be worked out.");
        row = note(sheet, row, Cells.NOTHING, "No figure: a rate of nothing, or a measure that says nothing here.");
        row = note(
                sheet,
                row,
                "",
                "Rates are fractions, shown in per cent; the cells hold six decimals. Counts of items are disputed treatments, not people.");
        row = note(sheet, row, "", "The definition and formula of every column stand on the sheet data_dictionary.");
        for (String text : content.notes()) {
            row = note(sheet, row, "", text);
        }
        sheet.finish();
    }

    private static int note(Worksheet sheet, int row, String mark, String text) {
        sheet.value(row, 0, mark);
        sheet.value(row, 1, text);
        sheet.style(row, 1).wrapText(true).set();
        return row + 1;
    }
}
