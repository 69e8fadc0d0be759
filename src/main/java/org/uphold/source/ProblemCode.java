package org.uphold.source;

/** Every problem a reading can have, with what its sender can do about it. */
public enum ProblemCode {
    EMPTY_FILE("The file holds nothing.", "Send the file again; the transfer may have been cut."),
    UNREADABLE_FILE("The file cannot be opened or read.", "Check its permissions and that it is complete."),
    NOT_A_LETTER(
            "The text holds none of the headings of a determination letter.",
            "Remove the file, or name the right kind with --kind."),
    UNKNOWN_FORMAT(
            "The file is neither text nor PDF nor a table that is known.",
            "Convert it to PDF, text or CSV, or describe it as a dialect in the job file."),
    DAMAGED_PDF("The PDF is damaged beyond repair.", "Fetch it again from its publisher."),
    ENCRYPTED_PDF("The PDF needs a password.", "Save it without a password and send it again."),
    ENCRYPTED_FILE(
            "The workbook, or the member of an archive, needs a password.",
            "Save it without a password and send it again."),
    HIDDEN_SHEET(
            "A hidden sheet of the workbook has the table's columns and was passed over.",
            "Show it if its rows count, or delete it."),
    HIDDEN_ROWS(
            "Rows of a sheet are hidden, by a filter or by hand, and were read with the others.",
            "Show them and see whether they count; delete those that do not."),
    READER_FAILED("The program failed on this file.", "Keep the file and report it; everything else was read."),
    NO_TEXT("The PDF holds images only.", "Run text recognition (OCR) on it and send the result."),
    PAGE_WITHOUT_TEXT(
            "A page holds a picture and no text.",
            "What it says is not read; run text recognition (OCR) on the file and send the result."),
    RECOGNISED_TEXT(
            "A page is a picture with the text that was recognised in it.",
            "The text is read and may be misread; compare it with the picture."),
    HIDDEN_TEXT(
            "A page holds text that a viewer does not show.", "It was not read: look at the page and ask its sender."),
    ANNOTATION(
            "Something was written, stamped or drawn on a page, or struck out, after the letter was made.",
            "The page is read as a viewer shows it; look at it and ask its sender which holds."),
    FORM_FIELD(
            "A form field is not read, or not as it may be shown.",
            "Print the document to a PDF without form fields and send that."),
    ATTACHMENT("Files are attached to the PDF.", "They are not read; save them and send them beside it."),
    TOO_LARGE(
            "The file exceeds a limit on bytes, pages or characters.", "Split it, or raise the limit in the job file."),
    TOO_SLOW("Reading the file took longer than allowed.", "Check the file, or raise the limit in the job file."),
    DAMAGED_ARCHIVE("The archive is damaged.", "Pack it again."),
    DAMAGED_WORKBOOK(
            "The workbook is damaged.",
            "Open it in a spreadsheet program, let it be mended, and save it again; or save it as CSV."),
    UNSAFE_ARCHIVE(
            "The archive holds names that climb out of it or unpacks to far more than its size.",
            "Unpack it by hand, look at it, and send the files."),
    UNKNOWN_PACKING(
            "A member of the archive is packed in a way that cannot be read here.",
            "Pack it again in the usual way of zip (deflate)."),
    MALFORMED_ROW(
            "The row has the wrong number of fields or a broken quotation.", "Mend the row and send the file again."),
    CUT_ROW(
            "The last row lacks the line end that the others have: the file may have been cut there.",
            "If the file is whole nothing is wrong; if not, send it whole, and what the cut row stated is gone."),
    MISSING_COLUMN("A required column is missing from the header.", "Add the column or map it in a dialect."),
    MISSING_VALUE("A required field is empty.", "Fill the field and send the file again."),
    BAD_VALUE(
            "A field's value is not one of those expected.", "Correct the value or add it to the dialect's value map."),
    BAD_DATE(
            "A date cannot be read, or is one that the case cannot have.",
            "Write it as the source's format says; ISO dates always work."),
    DUPLICATE_ITEM(
            "The same item of the same case occurs again and differs.", "Keep the right row and send the file again."),
    CONTRADICTORY_CASE(
            "Rows of one case disagree on the case's own fields.",
            "Make the case's date, specialty and state the same in all its rows."),
    CONTRADICTORY_STATEMENTS(
            "Two paths say different things of one case under one decision date.",
            "The one that was modified later counts; correct or remove the other."),
    NO_ITEMS("The letter lists no disputed item.", "Check whether the letter is complete."),
    MISSING_OUTCOME(
            "An item states no outcome.", "The item counts as unknown; send the complete letter to replace it."),
    CONTRADICTORY_OUTCOME("An item states two different outcomes.", "The item counts as unknown; ask the publisher."),
    CASE_OUTCOME_DIFFERS("The cover page's outcome is not that of the items.", "Both are kept; ask the publisher."),
    REASONS_DIFFER(
            "The reasons of an item end with another outcome than its heading states.",
            "The heading's outcome is kept; look at the letter: a page may be missing or not in its place."),
    TRUNCATED("The letter ends in the middle.", "What was read is kept; send the complete letter to replace it."),
    UNDATED("The letter states no decision date.", "It is counted as undated; a side file may supply the date."),
    MISSING_BLOCK("A block that the format has is missing.", "What is missing is left empty; check the letter."),
    SEVERAL_LETTERS(
            "The file holds more than one letter, or its pages are not in their order.",
            "Divide it where the second letter begins, or put its pages in order, and send it again."),
    PAGES(
            "Pages of the letter are missing, doubled or out of order.",
            "What was read is kept; send the complete letter to replace it."),
    MISREAD(
            "A heading or label is not spelt as the form spells it.",
            "It is read as the one that it resembles; check the letter, and the text recognition that it came through."),
    UNDECODABLE_TEXT("Some bytes are no text in the encoding found.", "Save the file as UTF-8 and send it again.");

    private final String meaning;
    private final String remedy;

    ProblemCode(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** What it means, one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What the sender can do, one sentence. */
    public String remedy() {
        return remedy;
    }

    /** A message of this kind of problem, and what to do about it behind: two sentences. */
    public String withRemedy(String message) {
        return message + (message.endsWith(".") ? " " : ". ") + remedy;
    }
}
