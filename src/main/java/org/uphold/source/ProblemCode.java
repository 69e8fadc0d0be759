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
    NO_TEXT("The PDF holds images only.", "Run text recognition (OCR) on it and send the result."),
    TOO_LARGE(
            "The file exceeds a limit on bytes, pages or characters.", "Split it, or raise the limit in the job file."),
    TOO_SLOW("Reading the file took longer than allowed.", "Check the file, or raise the limit in the job file."),
    DAMAGED_ARCHIVE("The archive is damaged.", "Pack it again."),
    UNSAFE_ARCHIVE(
            "The archive holds names that climb out of it or unpacks to far more than its size.",
            "Unpack it by hand, look at it, and send the files."),
    MALFORMED_ROW(
            "The row has the wrong number of fields or a broken quotation.", "Mend the row and send the file again."),
    CUT_ROW(
            "The last row lacks the line end that the others have: the file may have been cut there.",
            "If the file is whole nothing is wrong; if not, send it whole, and what the cut row stated is gone."),
    MISSING_COLUMN("A required column is missing from the header.", "Add the column or map it in a dialect."),
    MISSING_VALUE("A required field is empty.", "Fill the field and send the file again."),
    BAD_VALUE(
            "A field's value is not one of those expected.", "Correct the value or add it to the dialect's value map."),
    BAD_DATE("A date cannot be read.", "Write it as the source's format says; ISO dates always work."),
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
    TRUNCATED("The letter ends in the middle.", "What was read is kept; send the complete letter to replace it."),
    UNDATED("The letter states no decision date.", "It is counted as undated; a side file may supply the date."),
    MISSING_BLOCK("A block that the format has is missing.", "What is missing is left empty; check the letter."),
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
